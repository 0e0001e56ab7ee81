package org.qiao.ding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.Ranges.Candidate;
import org.qiao.ding.Recipient.Confirmed;
import org.qiao.ding.Recipient.ConfirmedWay;
import org.qiao.ding.Recipient.State;
import org.qiao.dingrule.Way;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recipients: who they are and where their ladder stands. */
@Repository
class RecipientStore {

    private static final String COLUMNS_PART = """
            select id, org_id, ding_id, principal_id, phone, name, locale, ways, state, reason, step, base_at, due_at, alerted_at,
                opened_at, confirmed_at, confirmed_way, confirmed_by
            from ding_recipient
            """;

    static final String INSERT = """
            insert into ding_recipient (org_id, ding_id, principal_id, phone, name, locale, ways, state, reason, base_at, due_at)
            select :org_id, :ding_id, nullif(r.principal_id, 0), nullif(r.phone, ''), r.name, r.locale,
                string_to_array(r.ways, ','), case when r.reason = '' then 'WAITING' else 'REFUSED' end, nullif(r.reason, ''),
                :send_at::timestamptz, case when r.reason = '' then :send_at::timestamptz end
            from unnest(:principals::bigint[], :phones::text[], :names::text[], :locales::text[], :ways::text[], :reasons::text[])
                as r (principal_id, phone, name, locale, ways, reason)
            """;

    /** What several clocks ask for at once: each gets other rows. Of all companies, in the order of time. */
    static final String CLAIM = COLUMNS_PART + """
            where due_at <= :now
            order by due_at, id
            limit :limit
            for update skip locked
            """;

    /** Of all companies, for the clock. */
    static final String DUE_IDS = """
            select org_id, id
            from ding_recipient
            where due_at <= :now
            order by due_at, id
            limit :limit
            """;

    static final String CLAIM_ONE = COLUMNS_PART + """
            where org_id = :org_id and id = :id and due_at <= :now
            for update skip locked
            """;

    static final String POSTPONE = """
            update ding_recipient
            set due_at = :due_at
            where org_id = :org_id and id = :id and due_at is not null
            """;

    static final String LOCK = COLUMNS_PART + """
            where org_id = :org_id and id = :id
            for update
            """;

    static final String LOCK_WAITING = COLUMNS_PART + """
            where org_id = :org_id and ding_id = :ding_id and state = 'WAITING'
            order by id
            for update
            """;

    static final String FIND_OF = COLUMNS_PART + """
            where org_id = :org_id and ding_id = :ding_id and principal_id = :principal_id
            """;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and id = any(:ids)
            """;

    /** That somebody has no device for pushes is no failure. */
    static final String PAGE = COLUMNS_PART + """
            where org_id = :org_id and ding_id = :ding_id and id > :after
                and case :filter::text
                    when 'UNCONFIRMED' then state in ('WAITING', 'GAVE_UP', 'CLOSED')
                    when 'CONFIRMED' then state = 'CONFIRMED'
                    when 'REFUSED' then state = 'REFUSED'
                    when 'FAILED' then state in ('WAITING', 'GAVE_UP') and exists (
                        select 1
                        from ding_step s
                        where s.recipient_id = ding_recipient.id and s.state = 'FAILED'
                            and not (s.way = 'PUSH' and s.reason in ('NO_CHANNEL', 'NO_ADDRESS')))
                    else true
                end
            order by id
            limit :limit
            """;

    static final String MOVE = """
            update ding_recipient r
            set step = m.step, base_at = m.base_at::timestamptz, due_at = nullif(m.due_at, '')::timestamptz,
                state = case when m.due_at = '' then 'GAVE_UP' else 'WAITING' end,
                alerted_at = case when m.alerted then coalesce(r.alerted_at, :now) else r.alerted_at end
            from unnest(:orgs::bigint[], :ids::bigint[], :steps::integer[], :bases::text[], :dues::text[], :alerted::boolean[])
                as m (org_id, id, step, base_at, due_at, alerted)
            where r.org_id = m.org_id and r.id = m.id
            """;

    static final String CONFIRM = """
            update ding_recipient
            set state = 'CONFIRMED', due_at = null, confirmed_at = :now, confirmed_way = :way, confirmed_by = :by::bigint,
                opened_at = coalesce(opened_at, :now)
            where org_id = :org_id and id = :id and state = 'WAITING'
            """;

    static final String OPEN = """
            update ding_recipient
            set opened_at = :now
            where org_id = :org_id and id = :id and opened_at is null and state <> 'REFUSED'
            """;

    static final String RECALL = """
            update ding_recipient
            set state = 'RECALLED', due_at = null
            where org_id = :org_id and ding_id = :ding_id and state = 'WAITING'
            """;

    /** All that waits for somebody who is gone; with the DING of each. */
    static final String CLOSE = """
            with gone as (
                select id
                from ding_recipient
                where org_id = :org_id and principal_id = :principal_id and state = 'WAITING'
                order by id
                for update
            )
            update ding_recipient r
            set state = 'CLOSED', reason = :reason, due_at = null
            from gone
            where r.org_id = :org_id and r.id = gone.id
            returning r.id, r.ding_id
            """;

    static final String PEOPLE = """
            select principal_id
            from ding_recipient
            where org_id = :org_id and ding_id = :ding_id and principal_id is not null and state <> 'REFUSED'
            """;

    static final RowMapper<Recipient> ROW = (rs, n) -> new Recipient(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("ding_id"),
            Sql.longOrNull(rs, "principal_id"),
            rs.getString("phone"),
            rs.getString("name"),
            Locale.forLanguageTag(rs.getString("locale")),
            ways((String[]) rs.getArray("ways").getArray()),
            State.valueOf(rs.getString("state")),
            rs.getString("reason"),
            rs.getInt("step"),
            Sql.instant(rs, "base_at"),
            Sql.instantOrNull(rs, "due_at"),
            Sql.instantOrNull(rs, "alerted_at"),
            Sql.instantOrNull(rs, "opened_at"),
            confirmed(rs));

    private final JdbcClient jdbc;

    RecipientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a ladder stands after a step. @param dueAt null: given up */
    record Move(
            Recipient recipient,
            int step,
            Instant baseAt,
            @Nullable Instant dueAt,
            boolean alerted) {}

    void insert(Ding ding, List<Candidate> people) {
        jdbc.sql(INSERT)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .param("send_at", Sql.at(ding.sendAt()))
                .param(
                        "principals",
                        people.stream()
                                .map(person -> Objects.requireNonNullElse(person.memberId(), 0L))
                                .toArray(Long[]::new))
                .param("phones", texts(people, person -> Objects.requireNonNullElse(person.phone(), "")))
                .param("names", texts(people, Candidate::name))
                .param("locales", texts(people, person -> person.locale().toLanguageTag()))
                .param(
                        "ways",
                        texts(
                                people,
                                person -> person.answer().ways().stream()
                                        .map(Way::name)
                                        .collect(Collectors.joining(","))))
                .param("reasons", texts(people, Candidate::refusal))
                .update();
    }

    List<Recipient> claim(Instant now, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    record Id(long orgId, long id) {}

    List<Id> dueIds(Instant now, int limit) {
        return jdbc.sql(DUE_IDS)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Id(rs.getLong("org_id"), rs.getLong("id")))
                .list();
    }

    /** Empty when it is not due any more, or another clock holds it. */
    List<Recipient> claim(Id id, Instant now) {
        return jdbc.sql(CLAIM_ONE)
                .param("org_id", id.orgId())
                .param("id", id.id())
                .param("now", Sql.at(now))
                .query(ROW)
                .list();
    }

    void postpone(Id id, Instant due) {
        jdbc.sql(POSTPONE)
                .param("org_id", id.orgId())
                .param("id", id.id())
                .param("due_at", Sql.at(due))
                .update();
    }

    Optional<Recipient> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    List<Recipient> lockWaiting(Ding ding) {
        return jdbc.sql(LOCK_WAITING)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .query(ROW)
                .list();
    }

    Optional<Recipient> findOf(long orgId, long dingId, long principalId) {
        return jdbc.sql(FIND_OF)
                .param("org_id", orgId)
                .param("ding_id", dingId)
                .param("principal_id", principalId)
                .query(ROW)
                .optional();
    }

    List<Recipient> find(long orgId, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FIND)
                        .param("org_id", orgId)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(ROW)
                        .list();
    }

    List<Recipient> page(Ding ding, Board.Filter filter, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .param("filter", filter.name())
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    void move(List<Move> moves, Instant now) {
        jdbc.sql(MOVE)
                .param("now", Sql.at(now))
                .param(
                        "orgs",
                        moves.stream().map(move -> move.recipient().orgId()).toArray(Long[]::new))
                .param("ids", moves.stream().map(move -> move.recipient().id()).toArray(Long[]::new))
                .param("steps", moves.stream().map(Move::step).toArray(Integer[]::new))
                .param("bases", texts(moves, move -> move.baseAt().toString()))
                .param(
                        "dues",
                        texts(
                                moves,
                                move -> move.dueAt() == null ? "" : move.dueAt().toString()))
                .param("alerted", moves.stream().map(Move::alerted).toArray(Boolean[]::new))
                .update();
    }

    /** False when it was not waiting any more. */
    boolean confirm(Recipient recipient, Confirmed confirmed) {
        return jdbc.sql(CONFIRM)
                        .param("org_id", recipient.orgId())
                        .param("id", recipient.id())
                        .param("way", confirmed.way().name())
                        .param("by", confirmed.by())
                        .param("now", Sql.at(confirmed.at()))
                        .update()
                == 1;
    }

    /** True the first time. */
    boolean open(Recipient recipient, Instant now) {
        return jdbc.sql(OPEN)
                        .param("org_id", recipient.orgId())
                        .param("id", recipient.id())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void recall(Ding ding) {
        jdbc.sql(RECALL)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .update();
    }

    /** Ends what waits for this person. @return the DING of each recipient that was closed */
    Map<Long, Long> close(long orgId, long principalId, String reason) {
        Map<Long, Long> closed = new HashMap<>();
        jdbc.sql(CLOSE)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("reason", reason)
                .query(rs -> {
                    closed.put(rs.getLong("id"), rs.getLong("ding_id"));
                });
        return closed;
    }

    /** Members among the recipients. */
    List<Long> people(Ding ding) {
        return jdbc.sql(PEOPLE)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .query(Long.class)
                .list();
    }

    private static Set<Way> ways(String[] names) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        Arrays.stream(names).map(Way::valueOf).forEach(ways::add);
        return ways;
    }

    private static @Nullable Confirmed confirmed(ResultSet rs) throws SQLException {
        Instant at = Sql.instantOrNull(rs, "confirmed_at");
        return at == null
                ? null
                : new Confirmed(
                        at, ConfirmedWay.valueOf(rs.getString("confirmed_way")), Sql.longOrNull(rs, "confirmed_by"));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }
}
