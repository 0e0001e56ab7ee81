package org.qiao.ding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ScheduleStore {

    private static final String COLUMNS_PART = """
            select id, org_id, sender_id, draft, recurrence, link_base, next_at, ended_reason, last_code
            from ding_schedule
            """;

    static final String INSERT = """
            insert into ding_schedule (org_id, sender_id, client_key, draft, recurrence, link_base, next_at, created_at)
            values (:org_id, :sender_id, :key, :draft::jsonb, :recurrence::jsonb, :link_base, :next_at, :now)
            on conflict (org_id, sender_id, client_key) do nothing
            returning id
            """;

    static final String FIND_KEY = COLUMNS_PART + """
            where org_id = :org_id and sender_id = :sender_id and client_key = :key
            """;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and sender_id = :sender_id and id = :id
            """;

    static final String LIST = COLUMNS_PART + """
            where org_id = :org_id and sender_id = :sender_id and id < :before
            order by id desc
            limit :limit
            """;

    static final String COUNT_RUNNING = """
            select count(*)
            from ding_schedule
            where org_id = :org_id and sender_id = :sender_id and next_at is not null
            """;

    /** Of all companies: for the clock. */
    static final String DUE = """
            select org_id, id
            from ding_schedule
            where next_at <= :now
            order by next_at
            limit :limit
            """;

    static final String CLAIM = COLUMNS_PART + """
            where org_id = :org_id and id = :id and next_at <= :now
            for no key update skip locked
            """;

    static final String LOCK_ON_WORK_DAYS = COLUMNS_PART + """
            where org_id = :org_id and next_at > :now and recurrence ->> 'kind' = 'WORKDAYS'
            order by id
            for no key update
            """;

    static final String MOVE = """
            update ding_schedule
            set next_at = :next_at::timestamptz, ended_reason = :ended_reason::text, last_code = :last_code::text
            where org_id = :org_id and id = :id
            """;

    static final String STOP = """
            update ding_schedule
            set next_at = null, ended_reason = 'STOPPED'
            where org_id = :org_id and sender_id = :sender_id and id = :id and next_at is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Row> row;

    ScheduleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Row(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("sender_id"),
                json.readValue(rs.getString("draft"), DingDraft.class),
                json.readValue(rs.getString("recurrence"), Recurrence.class),
                rs.getString("link_base"),
                Sql.instantOrNull(rs, "next_at"),
                rs.getString("ended_reason"),
                rs.getString("last_code"));
    }

    record Row(
            long id,
            long orgId,
            long senderId,
            DingDraft draft,
            Recurrence recurrence,
            String linkBase,
            @Nullable Instant nextAt,
            @Nullable String endedReason,
            @Nullable String lastCode) {}

    void insert(Row fresh, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", fresh.orgId())
                .param("sender_id", fresh.senderId())
                .param("key", fresh.draft().key())
                .param("draft", json.writeValueAsString(fresh.draft()))
                .param("recurrence", json.writeValueAsString(fresh.recurrence()))
                .param("link_base", fresh.linkBase())
                .param("next_at", Sql.atOrNull(fresh.nextAt()))
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    Optional<Row> findKey(Actor actor, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("key", key)
                .query(row)
                .optional();
    }

    Optional<Row> find(Actor actor, long id) {
        return jdbc.sql(FIND)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("id", id)
                .query(row)
                .optional();
    }

    List<Row> list(Actor actor, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("before", before)
                .param("limit", limit)
                .query(row)
                .list();
    }

    int countRunning(Actor actor) {
        return jdbc.sql(COUNT_RUNNING)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .query(Integer.class)
                .single();
    }

    record Id(long orgId, long id) {}

    /** Only which: one that cannot be read must not keep the others. */
    List<Id> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Id(rs.getLong("org_id"), rs.getLong("id")))
                .list();
    }

    /** Empty when another clock has it or had it. */
    Optional<Row> claim(Id due, Instant now) {
        return jdbc.sql(CLAIM)
                .param("org_id", due.orgId())
                .param("id", due.id())
                .param("now", Sql.at(now))
                .query(row)
                .optional();
    }

    /** Those that come on work days and are not due yet. */
    List<Row> lockOnWorkDays(long orgId, Instant now) {
        return jdbc.sql(LOCK_ON_WORK_DAYS)
                .param("org_id", orgId)
                .param("now", Sql.at(now))
                .query(row)
                .list();
    }

    void move(Row schedule, @Nullable Instant nextAt, @Nullable String endedReason, @Nullable String lastCode) {
        jdbc.sql(MOVE)
                .param("org_id", schedule.orgId())
                .param("id", schedule.id())
                .param("next_at", Sql.atOrNull(nextAt))
                .param("ended_reason", endedReason)
                .param("last_code", lastCode)
                .update();
    }

    void stop(Actor actor, long id) {
        jdbc.sql(STOP)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("id", id)
                .update();
    }
}
