package org.qiao.customerguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerguard.GuardSnapshot.Found;
import org.qiao.messaging.Oversight.Key;
import org.qiao.messaging.SendRule.Attempt;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rules found: written down before the message goes, real once it is known whether it went. */
@Repository
class HitStore {

    static final String INSERT = """
            insert into customerguard_hit (org_id, rule_id, action, conversation_id, sender_id, client_key, found, excerpt, at, look_at)
            select :org_id, one.rule_id, one.action, :conversation_id, :sender_id, :client_key, one.found, one.excerpt, :now, :now
            from unnest(:rules::bigint[], :actions::text[], :found::text[], :excerpts::text[])
                one (rule_id, action, found, excerpt)
            on conflict (org_id, conversation_id, sender_id, client_key, rule_id) do nothing
            """;

    /** What was written elsewhere than in a chat is real at once. */
    static final String WRITE = """
            insert into customerguard_hit (org_id, rule_id, action, place, sender_id, client_key, found, excerpt, at, state, member_id,
                customer_id)
            select :org_id, one.rule_id, one.action, :place, :sender_id, :client_key, one.found, one.excerpt, :now, 'REAL', :sender_id,
                :customer_id::bigint
            from unnest(:rules::bigint[], :actions::text[], :found::text[], :excerpts::text[])
                one (rule_id, action, found, excerpt)
            on conflict (org_id, place, sender_id, client_key, rule_id) where place <> 'CHAT' do nothing
            """;

    /** Of all companies: org_id comes with the row. */
    static final String TAKE_NEW = """
            select id, org_id, action, conversation_id, sender_id, client_key, at
            from customerguard_hit
            where state = 'NEW' and look_at <= :now
            order by look_at, id
            limit :limit
            for update skip locked
            """;

    static final String SETTLE = """
            update customerguard_hit
            set state = 'REAL', by_customer = :by_customer, member_id = :member_id, customer_id = :customer_id, seq = :seq
            where org_id = :org_id and id = :id
            """;

    /** Not clear yet: those behind it have their turn. */
    static final String LATER = """
            update customerguard_hit
            set look_at = :until
            where org_id = :org_id and id = :id
            """;

    static final String DROP = """
            delete from customerguard_hit
            where org_id = :org_id and id = :id
            """;

    /** Rules of all companies with something to tell, and whose people were not told a moment ago. */
    static final String UNTOLD = """
            select h.org_id, h.rule_id, min(h.id) as first_id, max(h.id) as last_id, count(*) as hits, r.tell_failures
            from customerguard_hit h
            join customerguard_rule r on r.org_id = h.org_id and r.id = h.rule_id
            where h.state = 'REAL' and h.told_at is null and (r.told_at is null or r.told_at <= :since)
                and (r.tell_at is null or r.tell_at <= :now)
            group by h.org_id, h.rule_id, r.tell_failures
            order by h.org_id, h.rule_id
            limit :limit
            """;

    static final String SET_TOLD = """
            with told as (
                update customerguard_hit
                set told_at = :now
                where org_id = :org_id and rule_id = :rule_id and state = 'REAL' and told_at is null and id <= :last_id
            )
            update customerguard_rule
            set told_at = :now, tell_failures = 0, tell_at = null
            where org_id = :org_id and id = :rule_id
            """;

    /** Its people could not be told. */
    static final String TELL_LATER = """
            update customerguard_rule
            set tell_failures = tell_failures + 1, tell_at = :until
            where org_id = :org_id and id = :rule_id
            """;

    /** The customer is gone: what he wrote and what was written to him is, too. */
    static final String FORGET_CUSTOMER = """
            update customerguard_hit
            set excerpt = null
            where org_id = :org_id and customer_id = :customer_id and excerpt is not null
            """;

    /** Of all companies. */
    static final String FORGET_OLD = """
            update customerguard_hit
            set excerpt = null
            where id in (
                select id
                from customerguard_hit
                where at < :before and excerpt is not null -- whatever its org_id
                order by at
                limit :limit)
            """;

    private static final RowMapper<NewHit> NEW_HIT = HitStore::newHit;

    private static final RowMapper<Untold> UNTOLD_ROW = (rs, n) -> new Untold(
            rs.getLong("org_id"),
            rs.getLong("rule_id"),
            rs.getLong("first_id"),
            rs.getLong("last_id"),
            rs.getInt("hits"),
            rs.getInt("tell_failures"));

    private final JdbcClient jdbc;

    HitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It is not known yet whether its message went. */
    record NewHit(long id, GuardAction action, Key key, Instant at) {}

    /** What a rule's people do not know yet. */
    record Untold(long orgId, long ruleId, long firstId, long lastId, int hits, int failures) {}

    /**
     * Whom it concerns.
     *
     * @param seq of the message; null: it did not go
     */
    record Settled(
            boolean byCustomer,
            @Nullable Long memberId,
            @Nullable Long customerId,
            @Nullable Long seq) {}

    /** What rules found in one message. */
    void insert(Attempt attempt, List<Found> found, Instant now) {
        bind(INSERT, found, now)
                .param("org_id", attempt.orgId())
                .param("conversation_id", attempt.conversationId())
                .param("sender_id", attempt.senderId())
                .param("client_key", attempt.key())
                .update();
    }

    void write(StaffWords.Written written, List<Found> found, Instant now) {
        bind(WRITE, found, now)
                .param("org_id", written.orgId())
                .param("place", written.place().name())
                .param("sender_id", written.authorId())
                .param("client_key", written.key())
                .param("customer_id", written.customerId())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, List<Found> found, Instant now) {
        return jdbc.sql(sql)
                .param("rules", found.stream().map(one -> one.rule().id()).toArray(Long[]::new))
                .param(
                        "actions",
                        found.stream().map(one -> one.rule().action().name()).toArray(String[]::new))
                .param("found", found.stream().map(Found::what).toArray(String[]::new))
                .param("excerpts", found.stream().map(Found::excerpt).toArray(String[]::new))
                .param("now", Sql.at(now));
    }

    List<NewHit> takeNew(Instant now, int limit) {
        return jdbc.sql(TAKE_NEW)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(NEW_HIT)
                .list();
    }

    private static NewHit newHit(ResultSet rs, int n) throws SQLException {
        return new NewHit(
                rs.getLong("id"),
                GuardAction.valueOf(rs.getString("action")),
                new Key(
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("sender_id"),
                        rs.getString("client_key")),
                Sql.instant(rs, "at"));
    }

    void settle(NewHit hit, Settled settled) {
        jdbc.sql(SETTLE)
                .param("org_id", hit.key().orgId())
                .param("id", hit.id())
                .param("by_customer", settled.byCustomer())
                .param("member_id", settled.memberId())
                .param("customer_id", settled.customerId())
                .param("seq", settled.seq())
                .update();
    }

    void later(NewHit hit, Instant until) {
        jdbc.sql(LATER)
                .param("org_id", hit.key().orgId())
                .param("id", hit.id())
                .param("until", Sql.at(until))
                .update();
    }

    void drop(NewHit hit) {
        jdbc.sql(DROP).param("org_id", hit.key().orgId()).param("id", hit.id()).update();
    }

    List<Untold> untold(Instant since, Instant now, int limit) {
        return jdbc.sql(UNTOLD)
                .param("now", Sql.at(now))
                .param("since", Sql.at(since))
                .param("limit", limit)
                .query(UNTOLD_ROW)
                .list();
    }

    void setTold(Untold some, Instant now) {
        jdbc.sql(SET_TOLD)
                .param("org_id", some.orgId())
                .param("rule_id", some.ruleId())
                .param("last_id", some.lastId())
                .param("now", Sql.at(now))
                .update();
    }

    void tellLater(Untold some, Instant until) {
        jdbc.sql(TELL_LATER)
                .param("org_id", some.orgId())
                .param("rule_id", some.ruleId())
                .param("until", Sql.at(until))
                .update();
    }

    void forget(long orgId, Collection<Long> customers) {
        for (long customer : customers) {
            jdbc.sql(FORGET_CUSTOMER)
                    .param("org_id", orgId)
                    .param("customer_id", customer)
                    .update();
        }
    }

    int forgetBefore(Instant before, int limit) {
        return jdbc.sql(FORGET_OLD)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }
}
