package org.qiao.customerguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerguard.HitListStore.Sight;
import org.qiao.messaging.Oversight.Deed;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts, and the deeds that they are made of. */
@Repository
class AlertStore {

    static final String NOTE = """
            insert into customerguard_deed (conversation_id, seq, org_id, kind, member_id, customers, at)
            values (:conversation_id, :seq, :org_id, :kind, :member_id, :customers, :at)
            on conflict (conversation_id, seq) do nothing
            """;

    /** Of all companies, whatever their org_id. */
    static final String ANY = """
            select exists (
                select 1
                from customerguard_deed -- whatever its org_id
                where not judged)
            """;

    /** Whoever gets the row judges; nobody waits for it. */
    static final String TURN = """
            select 1
            from customerguard_turn
            for update skip locked
            """;

    /** Of all companies: org_id comes with the row. */
    static final String TAKE = """
            update customerguard_deed
            set judged = true
            where (conversation_id, seq) in (
                select conversation_id, seq
                from customerguard_deed
                where not judged
                order by at
                limit :limit)
            returning org_id, conversation_id, seq, kind, member_id, customers, at
            """;

    static final String COUNT_RECALLS = """
            select count(*)
            from customerguard_deed
            where org_id = :org_id and member_id = :member_id and kind = 'RECALLED' and at > :since and at <= :until
            """;

    /** Of all companies: what is old is counted by nobody. */
    static final String SWEEP = """
            delete from customerguard_deed
            where (conversation_id, seq) in (
                select conversation_id, seq
                from customerguard_deed
                where judged and at < :before -- whatever its org_id
                order by at
                limit :limit)
            """;

    static final String INSERT = """
            insert into customerguard_alert (org_id, kind, member_id, customer_id, conversation_id, messages, mark, at)
            values (:org_id, :kind, :member_id, :customer_id, :conversation_id, :messages, :mark, :at)
            on conflict (org_id, mark) do nothing
            """;

    /** Goes on with the one that was begun within the span. */
    static final String MORE_RECALLS = """
            update customerguard_alert
            set messages = messages + 1
            where org_id = :org_id and id = (
                select max(id)
                from customerguard_alert
                where org_id = :org_id and member_id = :member_id and kind = 'RECALLED_MANY' and at > :since)
            """;

    private static final String COLUMNS_PART =
            " id, org_id, kind, member_id, customer_id, conversation_id, messages, at, tell_failures ";

    static final String LIST = "select" + COLUMNS_PART + """
            from customerguard_alert
            where org_id = :org_id and id < :before
                and (:all or member_id in (select unnest(:members::bigint[])))
                and (:kind::text is null or kind = :kind)
                and (:member_id::bigint is null or member_id = :member_id)
                and (:since::timestamptz is null or at >= :since)
                and (:until::timestamptz is null or at < :until)
            order by id desc
            limit :limit
            """;

    /** Of all companies: org_id comes with the row. */
    static final String UNTOLD = "select" + COLUMNS_PART + """
            from customerguard_alert
            where told_at is null and (tell_at is null or tell_at <= :now)
            order by id
            limit :limit
            """;

    static final String SET_TOLD = """
            update customerguard_alert
            set told_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String TELL_LATER = """
            update customerguard_alert
            set tell_failures = tell_failures + 1, tell_at = :until
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<Alert> ALERT = AlertStore::alert;

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Alert(
            long id,
            long orgId,
            AlertKind kind,
            long memberId,
            @Nullable Long customerId,
            @Nullable Long conversationId,
            int messages,
            Instant at,
            int failures) {}

    /** @param mark what happened once is one alert */
    record NewAlert(
            long orgId,
            AlertKind kind,
            long memberId,
            @Nullable Long customerId,
            @Nullable Long conversationId,
            int messages,
            String mark,
            Instant at) {}

    record Filter(
            @Nullable AlertKind kind,
            @Nullable Long memberId,
            @Nullable Instant since,
            @Nullable Instant until) {}

    void note(List<Deed> deeds) {
        for (Deed deed : deeds) {
            jdbc.sql(NOTE)
                    .param("conversation_id", deed.conversationId())
                    .param("seq", deed.seq())
                    .param("org_id", deed.orgId())
                    .param("kind", deed.recall() ? "RECALLED" : "REMOVED")
                    .param("member_id", deed.memberId())
                    .param("customers", deed.customers().toArray(Long[]::new))
                    .param("at", Sql.at(deed.at()))
                    .update();
        }
    }

    /** Looks without a trace: most of the time there is nothing. */
    boolean isAnyNew() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    boolean turn() {
        return jdbc.sql(TURN).query(Integer.class).optional().isPresent();
    }

    /** The oldest that nobody has looked at. */
    List<Deed> take(int limit) {
        return jdbc
                .sql(TAKE)
                .param("limit", limit)
                .query((rs, n) -> new Deed(
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("seq"),
                        rs.getString("kind").equals("RECALLED"),
                        rs.getLong("member_id"),
                        Arrays.asList((Long[]) rs.getArray("customers").getArray()),
                        Sql.instant(rs, "at")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Deed::at))
                .toList();
    }

    int recalls(Deed last, Instant since) {
        return jdbc.sql(COUNT_RECALLS)
                .param("org_id", last.orgId())
                .param("member_id", last.memberId())
                .param("since", Sql.at(since))
                .param("until", Sql.at(last.at()))
                .query(Integer.class)
                .single();
    }

    /** @return how many there were, at most the limit */
    int sweep(Instant before, int limit) {
        return jdbc.sql(SWEEP)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }

    void insert(NewAlert alert) {
        jdbc.sql(INSERT)
                .param("org_id", alert.orgId())
                .param("kind", alert.kind().name())
                .param("member_id", alert.memberId())
                .param("customer_id", alert.customerId())
                .param("conversation_id", alert.conversationId())
                .param("messages", alert.messages())
                .param("mark", alert.mark())
                .param("at", Sql.at(alert.at()))
                .update();
    }

    /** False: none was begun. */
    boolean addRecall(Deed recall, Instant since) {
        return jdbc.sql(MORE_RECALLS)
                        .param("org_id", recall.orgId())
                        .param("member_id", recall.memberId())
                        .param("since", Sql.at(since))
                        .update()
                == 1;
    }

    List<Alert> list(Sight sight, Filter filter, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", sight.orgId())
                .param("before", before)
                .param("all", sight.all())
                .param("members", sight.members().toArray(Long[]::new))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("member_id", filter.memberId())
                .param("since", Sql.atOrNull(filter.since()))
                .param("until", Sql.atOrNull(filter.until()))
                .param("limit", limit)
                .query(ALERT)
                .list();
    }

    List<Alert> untold(Instant now, int limit) {
        return jdbc.sql(UNTOLD)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(ALERT)
                .list();
    }

    void setTold(Alert alert, Instant now) {
        jdbc.sql(SET_TOLD)
                .param("org_id", alert.orgId())
                .param("id", alert.id())
                .param("now", Sql.at(now))
                .update();
    }

    void tellLater(Alert alert, Instant until) {
        jdbc.sql(TELL_LATER)
                .param("org_id", alert.orgId())
                .param("id", alert.id())
                .param("until", Sql.at(until))
                .update();
    }

    private static Alert alert(ResultSet rs, int n) throws SQLException {
        return new Alert(
                rs.getLong("id"),
                rs.getLong("org_id"),
                AlertKind.valueOf(rs.getString("kind")),
                rs.getLong("member_id"),
                Sql.longOrNull(rs, "customer_id"),
                Sql.longOrNull(rs, "conversation_id"),
                rs.getInt("messages"),
                Sql.instant(rs, "at"),
                rs.getInt("tell_failures"));
    }
}
