package org.qiao.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Channel;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of reminders. */
@Repository
class ReminderStore {

    private static final String COLUMNS_PART = """
            select id, org_id, reminder_key, topic, rule, after_at, recipients, content, ways, restraint, valid_seconds, occasion_at, due_at
            from reminder_item
            """;

    /** In the order of the keys: two that set the same take turns. */
    static final String SET = """
            insert into reminder_item (org_id, reminder_key, topic, rule, after_at, recipients, content, ways, restraint, valid_seconds,
                occasion_at, due_at, created_at)
            select :org_id, r.reminder_key, r.topic, r.rule::jsonb, nullif(r.after_at, '')::timestamptz, r.recipients::bigint[],
                nullif(r.content, '')::jsonb, r.ways::text[], r.restraint, r.valid_seconds, r.occasion_at::timestamptz,
                r.due_at::timestamptz, :now
            from unnest(:keys::text[], :topics::text[], :rules::text[], :after::text[], :recipients::text[], :contents::text[],
                :ways::text[], :restraints::text[], :valid::integer[], :occasions::text[], :due::text[])
                as r (reminder_key, topic, rule, after_at, recipients, content, ways, restraint, valid_seconds, occasion_at, due_at)
            order by r.reminder_key collate "C"
            on conflict (org_id, reminder_key) do update
                set topic = excluded.topic, rule = excluded.rule, after_at = excluded.after_at, recipients = excluded.recipients,
                    content = excluded.content, ways = excluded.ways, restraint = excluded.restraint,
                    valid_seconds = excluded.valid_seconds, occasion_at = excluded.occasion_at, due_at = excluded.due_at,
                    created_at = excluded.created_at
            """;

    static final String CANCEL = """
            with mine as (
                select id
                from reminder_item
                where org_id = :org_id and reminder_key = any(:keys)
                order by reminder_key
                for update
            )
            delete from reminder_item
            where org_id = :org_id and reminder_key = any(:keys) and (select count(*) from mine) > 0
            """;

    static final String COUNT = """
            select count(*)
            from reminder_item
            where org_id = :org_id
            """;

    /** Of all companies, for the clock: what another clock or caller holds is left to it. */
    static final String CLAIM = COLUMNS_PART + """
            where due_at <= :now
            order by due_at, id
            limit :limit
            for no key update skip locked
            """;

    /** Of all companies, for the clock. */
    static final String DUE_IDS = """
            select org_id, id
            from reminder_item
            where due_at <= :now
            order by due_at, id
            limit :limit
            """;

    static final String CLAIM_ONE = COLUMNS_PART + """
            where org_id = :org_id and id = :id and due_at <= :now
            for no key update skip locked
            """;

    /** The next of a company whose moments depend on its calendar. */
    static final String LOCK_BY_CALENDAR = COLUMNS_PART + """
            where org_id = :org_id and id > :after and (restraint = 'WORK_TIME' or rule ->> 'kind' <> 'at')
            order by id
            limit :limit
            for no key update
            """;

    /** Companies with such reminders. */
    static final String ORGS_BY_CALENDAR = """
            select distinct org_id
            from reminder_item
            where restraint = 'WORK_TIME' or rule ->> 'kind' <> 'at'
            """;

    static final String MOVE = """
            update reminder_item r
            set after_at = nullif(s.after_at, '')::timestamptz, occasion_at = s.occasion_at::timestamptz, due_at = s.due_at::timestamptz
            from unnest(:orgs::bigint[], :ids::bigint[], :after::text[], :occasions::text[], :due::text[])
                as s (org_id, id, after_at, occasion_at, due_at)
            where r.id = s.id and r.org_id = s.org_id
            """;

    static final String DELETE = """
            delete from reminder_item r
            using unnest(:orgs::bigint[], :ids::bigint[]) as s (org_id, id)
            where r.id = s.id and r.org_id = s.org_id
            """;

    static final String POSTPONE = """
            update reminder_item
            set due_at = :due_at
            where org_id = :org_id and id = :id
            """;

    /** Of all companies, for the operator. */
    static final String OLDEST_DUE = """
            select due_at
            from reminder_item
            where org_id > 0
            order by due_at, id
            limit 1
            """;

    /** Of all companies, for the operator. */
    static final String COUNT_ALL = """
            select count(*)
            from reminder_item
            where org_id > 0
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Row> row;

    ReminderStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Row(
                rs.getLong("id"),
                rs.getLong("org_id"),
                new Reminder(
                        rs.getString("reminder_key"),
                        rs.getString("topic"),
                        json.readValue(rs.getString("rule"), ReminderTime.class),
                        Set.of((Long[]) rs.getArray("recipients").getArray()),
                        text(rs.getString("content")),
                        Arrays.stream((String[]) rs.getArray("ways").getArray())
                                .map(Channel::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        Restraint.valueOf(rs.getString("restraint")),
                        Duration.ofSeconds(rs.getInt("valid_seconds"))),
                Sql.instantOrNull(rs, "after_at"),
                Sql.instant(rs, "occasion_at"),
                Sql.instant(rs, "due_at"));
    }

    private @Nullable ReminderText text(@Nullable String content) {
        return content == null ? null : json.readValue(content, ReminderText.class);
    }

    /** A reminder that waits. */
    record Row(
            long id,
            long orgId,
            Reminder reminder,
            @Nullable Instant after,
            Instant occasion,
            Instant due) {}

    /** Where a reminder of a company stands. */
    record Id(long orgId, long id) {}

    /** @param planned reminders with an occasion, each key once */
    void set(long orgId, Map<Reminder, Plan> planned, Instant now) {
        if (planned.isEmpty()) {
            return;
        }
        List<Map.Entry<Reminder, Plan>> all = List.copyOf(planned.entrySet());
        jdbc.sql(SET)
                .param("org_id", orgId)
                .param("keys", texts(all, entry -> entry.getKey().key()))
                .param("topics", texts(all, entry -> entry.getKey().topic()))
                .param("rules", texts(all, entry -> rule(entry.getKey().time())))
                .param("after", texts(all, entry -> moment(entry.getValue().after())))
                .param("recipients", texts(all, entry -> list(entry.getKey().recipients())))
                .param("contents", texts(all, entry -> content(entry.getKey().text())))
                .param("ways", texts(all, entry -> list(entry.getKey().ways())))
                .param(
                        "restraints",
                        texts(all, entry -> entry.getKey().restraint().name()))
                .param(
                        "valid",
                        all.stream()
                                .map(entry -> Math.toIntExact(
                                        entry.getKey().validFor().toSeconds()))
                                .toArray(Integer[]::new))
                .param("occasions", texts(all, entry -> moment(entry.getValue().occasion())))
                .param("due", texts(all, entry -> moment(entry.getValue().due())))
                .param("now", Sql.at(now))
                .update();
    }

    /** With its kind: the declared type says it. */
    private String rule(ReminderTime time) {
        return json.writerFor(ReminderTime.class).writeValueAsString(time);
    }

    private String content(@Nullable ReminderText text) {
        return text == null ? "" : json.writeValueAsString(text);
    }

    private static String moment(@Nullable Instant at) {
        return Objects.toString(at, "");
    }

    private static String list(Collection<?> some) {
        return some.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> field) {
        return all.stream().map(field).toArray(String[]::new);
    }

    int cancel(long orgId, Collection<String> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        return jdbc.sql(CANCEL)
                .param("org_id", orgId)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    List<Row> claim(Instant now, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(row)
                .list();
    }

    List<Id> dueIds(Instant now, int limit) {
        return jdbc.sql(DUE_IDS)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Id(rs.getLong("org_id"), rs.getLong("id")))
                .list();
    }

    Optional<Row> claim(Id id, Instant now) {
        return jdbc.sql(CLAIM_ONE)
                .param("org_id", id.orgId())
                .param("id", id.id())
                .param("now", Sql.at(now))
                .query(row)
                .optional();
    }

    List<Row> lockByCalendar(long orgId, long after, int limit) {
        return jdbc.sql(LOCK_BY_CALENDAR)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query(row)
                .list();
    }

    List<Long> orgsByCalendar() {
        return jdbc.sql(ORGS_BY_CALENDAR).query(Long.class).list();
    }

    /** @param plans with an occasion */
    void move(Map<Row, Plan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        List<Map.Entry<Row, Plan>> all = List.copyOf(plans.entrySet());
        jdbc.sql(MOVE)
                .param("orgs", all.stream().map(entry -> entry.getKey().orgId()).toArray(Long[]::new))
                .param("ids", all.stream().map(entry -> entry.getKey().id()).toArray(Long[]::new))
                .param("after", texts(all, entry -> moment(entry.getValue().after())))
                .param("occasions", texts(all, entry -> moment(entry.getValue().occasion())))
                .param("due", texts(all, entry -> moment(entry.getValue().due())))
                .update();
    }

    void delete(Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(DELETE)
                .param("orgs", rows.stream().map(Row::orgId).toArray(Long[]::new))
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .update();
    }

    void postpone(Id id, Instant due) {
        jdbc.sql(POSTPONE)
                .param("org_id", id.orgId())
                .param("id", id.id())
                .param("due_at", Sql.at(due))
                .update();
    }

    Optional<Instant> oldestDue() {
        return jdbc.sql(OLDEST_DUE).query((rs, n) -> Sql.instant(rs, "due_at")).optional();
    }

    long countAll() {
        return jdbc.sql(COUNT_ALL).query(Long.class).single();
    }
}
