package org.qiao.ding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;
import org.qiao.notice.NoticeMoved;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to reach people. */
@Repository
class StepStore {

    private static final String COLUMNS_PART = """
            select id, org_id, ding_id, recipient_id, round, step, way, target, target_id, order_key, state, reason, at, delivered_at
            from ding_step
            """;

    /** The unique key of a step lets a repeat change nothing; answers the keys of those that are new. */
    static final String INSERT = """
            insert into ding_step (org_id, ding_id, recipient_id, round, step, way, target, target_id, order_key, token_hash, state,
                reason, at, moved_at, delivered_at)
            select s.org_id, s.ding_id, s.recipient_id, s.round, s.step, s.way, s.target, nullif(s.target_id, 0), s.order_key,
                case when s.token_hash = '' then null else decode(s.token_hash, 'hex') end,
                s.state, nullif(s.reason, ''), :now::timestamptz, :now::timestamptz,
                case when s.state = 'DELIVERED' then :now::timestamptz end
            from unnest(:orgs::bigint[], :dings::bigint[], :recipients::bigint[], :rounds::integer[], :steps::integer[],
                :ways::text[], :targets::text[], :target_ids::bigint[], :keys::text[], :tokens::text[], :states::text[],
                :reasons::text[])
                as s (org_id, ding_id, recipient_id, round, step, way, target, target_id, order_key, token_hash, state, reason)
            on conflict do nothing
            returning order_key
            """;

    /** Older news than what is known change nothing, except that what was to be cancelled had left already. */
    static final String MOVE = """
            update ding_step
            set state = :state, reason = :reason::text, moved_at = :at,
                delivered_at = case when :state = 'DELIVERED' then coalesce(delivered_at, :at) else delivered_at end
            where org_id = :org_id and order_key = :key and (moved_at <= :at or state = 'CANCELLED')
            returning id, org_id, ding_id, recipient_id, round, step, way, target, target_id, order_key, state, reason, at, delivered_at
            """;

    static final String FIND_KEY = COLUMNS_PART + """
            where org_id = :org_id and order_key = :key
            """;

    /** A token names the company. */
    static final String FIND_TOKEN = COLUMNS_PART + """
            where token_hash = :hash
            """;

    static final String OF = COLUMNS_PART + """
            where org_id = :org_id and recipient_id = any(:recipients)
            order by id
            """;

    static final String CANCEL = """
            update ding_step
            set state = 'CANCELLED', moved_at = :now
            where org_id = :org_id and recipient_id = any(:recipients) and state = 'QUEUED'
            returning order_key
            """;

    static final String STANDS_IN = """
            select distinct recipient_id
            from ding_step
            where org_id = :org_id and ding_id = :ding_id and target_id = :principal_id
            """;

    static final String STAND_INS = """
            select distinct target_id
            from ding_step
            where org_id = :org_id and recipient_id = any(:recipients) and target_id is not null
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("ding_id"),
            rs.getLong("recipient_id"),
            rs.getInt("round"),
            rs.getInt("step"),
            Way.valueOf(rs.getString("way")),
            Target.valueOf(rs.getString("target")),
            Sql.longOrNull(rs, "target_id"),
            rs.getString("order_key"),
            rs.getString("state"),
            rs.getString("reason"),
            Sql.instant(rs, "at"),
            Sql.instantOrNull(rs, "delivered_at"));

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            long id,
            long orgId,
            long dingId,
            long recipientId,
            int round,
            int step,
            Way way,
            Target target,
            @Nullable Long targetId,
            String key,
            String state,
            @Nullable String reason,
            Instant at,
            @Nullable Instant deliveredAt) {}

    List<String> insert(List<Steps.Taken> taken, Instant now) {
        return jdbc.sql(INSERT)
                .param("now", Sql.at(now))
                .param("orgs", longs(taken, step -> step.plan().ding().orgId()))
                .param("dings", longs(taken, step -> step.plan().ding().id()))
                .param(
                        "recipients",
                        longs(taken, step -> step.plan().recipient().id()))
                .param("rounds", taken.stream().map(step -> step.plan().round()).toArray(Integer[]::new))
                .param("steps", taken.stream().map(step -> step.plan().step()).toArray(Integer[]::new))
                .param("ways", texts(taken, step -> step.plan().way().name()))
                .param("targets", texts(taken, step -> step.plan().target().name()))
                .param(
                        "target_ids",
                        longs(
                                taken,
                                step -> Objects.requireNonNullElse(step.plan().targetId(), 0L)))
                .param("keys", texts(taken, step -> step.plan().key()))
                .param("tokens", texts(taken, Steps.Taken::tokenHash))
                .param("states", texts(taken, Steps.Taken::state))
                .param("reasons", texts(taken, step -> Objects.requireNonNullElse(step.reason(), "")))
                .query(String.class)
                .list();
    }

    Optional<Row> move(NoticeMoved moved) {
        return jdbc.sql(MOVE)
                .param("org_id", moved.orgId())
                .param("key", moved.key())
                .param("state", moved.state().name())
                .param("reason", moved.reason() == null ? null : moved.reason().name())
                .param("at", Sql.at(moved.at()))
                .query(ROW)
                .optional();
    }

    Optional<Row> findKey(long orgId, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", orgId)
                .param("key", key)
                .query(ROW)
                .optional();
    }

    Optional<Row> findToken(byte[] hash) {
        return jdbc.sql(FIND_TOKEN).param("hash", hash).query(ROW).optional();
    }

    List<Row> of(long orgId, Collection<Long> recipients) {
        return recipients.isEmpty()
                ? List.of()
                : jdbc.sql(OF)
                        .param("org_id", orgId)
                        .param("recipients", recipients.toArray(Long[]::new))
                        .query(ROW)
                        .list();
    }

    /** What has not left yet will not; answers the keys of the orders. */
    List<String> cancel(long orgId, Collection<Long> recipients, Instant now) {
        return recipients.isEmpty()
                ? List.of()
                : jdbc.sql(CANCEL)
                        .param("org_id", orgId)
                        .param("recipients", recipients.toArray(Long[]::new))
                        .param("now", Sql.at(now))
                        .query(String.class)
                        .list();
    }

    /** The recipients of a DING for whom this person was asked to stand in. */
    List<Long> standsIn(long orgId, long dingId, long principalId) {
        return jdbc.sql(STANDS_IN)
                .param("org_id", orgId)
                .param("ding_id", dingId)
                .param("principal_id", principalId)
                .query(Long.class)
                .list();
    }

    List<Long> standIns(long orgId, Collection<Long> recipients) {
        return recipients.isEmpty()
                ? List.of()
                : jdbc.sql(STAND_INS)
                        .param("org_id", orgId)
                        .param("recipients", recipients.toArray(Long[]::new))
                        .query(Long.class)
                        .list();
    }

    private static Long[] longs(List<Steps.Taken> taken, Function<Steps.Taken, Long> field) {
        return taken.stream().map(field).toArray(Long[]::new);
    }

    private static String[] texts(List<Steps.Taken> taken, Function<Steps.Taken, String> field) {
        return taken.stream().map(field).toArray(String[]::new);
    }
}
