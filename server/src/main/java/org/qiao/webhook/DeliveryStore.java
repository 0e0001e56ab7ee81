package org.qiao.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is or was sent. What two servers could want at the same time is locked, and skipped by the other. */
@Repository
class DeliveryStore {

    static final String INSERT = """
            insert into webhook_delivery (org_id, endpoint_id, topic, event_key, content, state, created_at, due_at, give_up_at)
            values (:org_id, :endpoint_id, :topic, :key, :content, 'QUEUED', :now, :now, :give_up_at)
            on conflict (org_id, endpoint_id, event_key) do nothing
            returning id
            """;

    static final String DUE = """
            select e.org_id, e.id
            from webhook_endpoint e
            where e.enabled
                and exists (
                    select 1
                    from webhook_delivery d
                    where d.org_id = e.org_id and d.endpoint_id = e.id and d.state = 'QUEUED' and d.due_at <= :now)
            """;

    static final String CLAIM = """
            with due as (
                select id
                from webhook_delivery
                where org_id = :org_id and endpoint_id = :endpoint_id and state = 'QUEUED' and due_at <= :now
                    and give_up_at >= :now
                order by due_at, id
                limit :limit
                for update skip locked
            )
            update webhook_delivery d
            set state = 'SENDING', sending_at = :now, attempts = d.attempts + 1
            from due
            where d.id = due.id and d.org_id = :org_id
            returning d.id, d.org_id, d.endpoint_id, d.topic, d.content, d.attempts, d.give_up_at
            """;

    /** Only of the attempt it belongs to: whoever comes too late changes nothing. */
    static final String RECORD = """
            update webhook_delivery
            set state = :state, status = :status::integer, failure = :failure::text, sending_at = null,
                due_at = coalesce(:due_at::timestamptz, due_at), ended_at = :ended_at::timestamptz
            where org_id = :org_id and id = :id and state = 'SENDING' and attempts = :attempt
            """;

    static final String EXPIRE = """
            update webhook_delivery d
            set state = 'DEAD', failure = coalesce(d.failure, 'TOO_LATE'), ended_at = :now
            from (
                select id, org_id
                from webhook_delivery
                where state = 'QUEUED' and give_up_at < :now
                order by give_up_at
                limit 1000
                for update skip locked) late
            where d.id = late.id and d.org_id = late.org_id
            """;

    /** What a crash left: it is sent again under the same number. */
    static final String RECOVER = """
            update webhook_delivery d
            set state = 'QUEUED', sending_at = null, due_at = :now
            from (
                select id, org_id
                from webhook_delivery
                where state = 'SENDING' and sending_at < :before and id <> all(:under_way)
                order by sending_at
                limit 1000
                for update skip locked) left_behind
            where d.id = left_behind.id and d.org_id = left_behind.org_id
            """;

    static final String LIST = """
            select id, endpoint_id, topic, event_key, state, attempts, status, failure, created_at, due_at, ended_at,
                content is not null as kept
            from webhook_delivery
            where org_id = :org_id and endpoint_id = :endpoint_id and id < :before and (:state::text is null or state = :state)
            order by id desc
            limit :limit
            """;

    static final String FIND = """
            select id, endpoint_id, topic, event_key, state, attempts, status, failure, created_at, due_at, ended_at,
                content is not null as kept
            from webhook_delivery
            where org_id = :org_id and id = :id
            """;

    static final String REPEAT = """
            update webhook_delivery
            set state = 'QUEUED', due_at = :now, give_up_at = :give_up_at, ended_at = null
            where org_id = :org_id and id = :id and state in ('DELIVERED', 'DEAD') and content is not null
            """;

    /** By age, for all companies; not of those that somebody sends again at this moment. */
    static final String EMPTY = """
            with old as materialized (
                select id, org_id
                from webhook_delivery
                where content is not null and ended_at is not null and ended_at < :before
                order by ended_at
                limit :limit
                for update skip locked)
            update webhook_delivery d
            set content = null
            from old
            where d.id = old.id and d.org_id = old.org_id
            """;

    private static final RowMapper<WebhookDelivery> VIEW = (rs, n) -> new WebhookDelivery(
            rs.getLong("id"),
            rs.getLong("endpoint_id"),
            rs.getString("topic"),
            rs.getString("event_key"),
            WebhookDelivery.State.valueOf(rs.getString("state")),
            rs.getInt("attempts"),
            rs.getObject("status", Integer.class),
            rs.getString("failure"),
            Sql.instant(rs, "created_at"),
            Sql.instant(rs, "due_at"),
            Sql.instantOrNull(rs, "ended_at"),
            rs.getBoolean("kept"));

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Span(Instant from, Instant until) {}

    record Due(long orgId, long endpointId) {}

    /** A delivery in the hands of the clock. */
    record Claimed(long id, long orgId, long endpointId, String topic, byte[] content, int attempt, Instant giveUpAt) {}

    /**
     * What becomes of it.
     *
     * @param dueAt of the next attempt; null when there is none
     */
    record Entry(
            WebhookDelivery.State state,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Instant dueAt) {}

    /** Empty when the endpoint has the event already. */
    Optional<Long> insert(Endpoint endpoint, String topic, String key, byte[] content, Span span) {
        return jdbc.sql(INSERT)
                .param("org_id", endpoint.orgId())
                .param("endpoint_id", endpoint.id())
                .param("topic", topic)
                .param("key", key)
                .param("content", content)
                .param("now", Sql.at(span.from()))
                .param("give_up_at", Sql.at(span.until()))
                .query(Long.class)
                .optional();
    }

    List<Due> due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .query((rs, n) -> new Due(rs.getLong("org_id"), rs.getLong("id")))
                .list();
    }

    List<Claimed> claim(Due due, Instant now, int limit) {
        return jdbc.sql(CLAIM)
                .param("org_id", due.orgId())
                .param("endpoint_id", due.endpointId())
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Claimed(
                        rs.getLong("id"),
                        rs.getLong("org_id"),
                        rs.getLong("endpoint_id"),
                        rs.getString("topic"),
                        rs.getBytes("content"),
                        rs.getInt("attempts"),
                        Sql.instant(rs, "give_up_at")))
                .list();
    }

    void record(Claimed delivery, Entry entry, Instant now) {
        boolean ended = entry.state() != WebhookDelivery.State.QUEUED;
        jdbc.sql(RECORD)
                .param("org_id", delivery.orgId())
                .param("id", delivery.id())
                .param("attempt", delivery.attempt())
                .param("state", entry.state().name())
                .param("status", entry.status())
                .param("failure", entry.failure())
                .param("due_at", Sql.atOrNull(entry.dueAt()))
                .param("ended_at", ended ? Sql.at(now) : null)
                .update();
    }

    void expire(Instant now) {
        jdbc.sql(EXPIRE).param("now", Sql.at(now)).update();
    }

    void recover(Instant now, Instant before, Collection<Long> underWay) {
        jdbc.sql(RECOVER)
                .param("now", Sql.at(now))
                .param("before", Sql.at(before))
                .param("under_way", underWay.toArray(Long[]::new))
                .update();
    }

    List<WebhookDelivery> list(Endpoint endpoint, WebhookDelivery.@Nullable State state, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", endpoint.orgId())
                .param("endpoint_id", endpoint.id())
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(VIEW)
                .list();
    }

    Optional<WebhookDelivery> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(VIEW).optional();
    }

    boolean repeat(long orgId, long id, Span span) {
        return jdbc.sql(REPEAT)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("now", Sql.at(span.from()))
                        .param("give_up_at", Sql.at(span.until()))
                        .update()
                == 1;
    }

    int empty(Instant before, int limit) {
        return jdbc.sql(EMPTY)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }
}
