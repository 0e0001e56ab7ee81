package org.qiao.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what comes back from the networks. */
@Repository
class ReturnStore {

    /** The newest, should a provider ever use a reference again. */
    static final String LOCK_REFERENCE = """
            select id, state
            from notice_order
            where org_id = :org_id and carrier = :carrier and reference = :reference
            order by id desc
            limit 1
            for update
            """;

    /** As {@link #LOCK_REFERENCE}, for many, always in the same order. */
    static final String LOCK_REFERENCES = """
            select id, state, reference
            from notice_order
            where org_id = :org_id and carrier = :carrier and reference = any(:references)
            order by id
            for update
            """;

    /** The text that was sent last to this number and asks. */
    static final String LOCK_ASKING = """
            select id, state
            from notice_order
            where org_id = :org_id and sent_to = :number and asks and channel = 'SMS'
                and state in ('SENDING', 'SENT', 'DELIVERED', 'FAILED')
                and coalesce(sent_at, sending_at, moved_at) >= :since
            order by coalesce(sent_at, sending_at, moved_at) desc, id desc
            limit 1
            for update
            """;

    static final String LOCK = """
            select id, state
            from notice_order
            where org_id = :org_id and id = :id
            for update
            """;

    static final String ARRIVED = """
            update notice_order
            set state = cast(:state as text), reason = cast(:reason as text),
                moved_at = greatest(:now, moved_at + interval '1 microsecond')
            where org_id = :org_id and id = :id and state = 'SENT'
            returning org_id, order_key, channel, state, reason, moved_at
            """;

    static final String ARRIVED_ALL = """
            update notice_order o
            set state = case when told.reason is null then 'DELIVERED' else 'FAILED' end, reason = told.reason,
                moved_at = greatest(:now, o.moved_at + interval '1 microsecond')
            from unnest(cast(:ids as bigint[]), cast(:reasons as text[])) as told (id, reason)
            where o.org_id = :org_id and o.id = told.id and o.state = 'SENT'
            returning o.org_id, o.order_key, o.channel, o.state, o.reason, o.moved_at
            """;

    static final String ANSWERED = """
            update notice_order
            set answer = :answer
            where org_id = :org_id and id = :id and asks
            returning order_key, channel
            """;

    static final String RANG = """
            update notice_order
            set rang_at = :now
            where org_id = :org_id and id = :id and state = 'SENDING' and channel = 'VOICE' and rang_at is null
            """;

    private final JdbcClient jdbc;

    ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order that something came back for. */
    record Found(long id, NoticeState state) {}

    /** The order of an answer. */
    record Asked(String key, Channel channel) {}

    Optional<Found> lockReference(long orgId, CarrierKind kind, String reference) {
        return jdbc.sql(LOCK_REFERENCE)
                .param("org_id", orgId)
                .param("carrier", kind.name())
                .param("reference", reference)
                .query((rs, n) -> new Found(rs.getLong("id"), NoticeState.valueOf(rs.getString("state"))))
                .optional();
    }

    /** By reference, the newest of each. */
    Map<String, Found> lockReferences(long orgId, CarrierKind kind, Collection<String> references) {
        Map<String, Found> found = new LinkedHashMap<>();
        jdbc.sql(LOCK_REFERENCES)
                .param("org_id", orgId)
                .param("carrier", kind.name())
                .param("references", references.toArray(String[]::new))
                .query(rs -> {
                    found.put(
                            rs.getString("reference"),
                            new Found(rs.getLong("id"), NoticeState.valueOf(rs.getString("state"))));
                });
        return found;
    }

    Optional<Found> lockAsking(long orgId, String number, Instant since) {
        return jdbc.sql(LOCK_ASKING)
                .param("org_id", orgId)
                .param("number", number)
                .param("since", Sql.at(since))
                .query((rs, n) -> new Found(rs.getLong("id"), NoticeState.valueOf(rs.getString("state"))))
                .optional();
    }

    Optional<Found> lock(long orgId, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("id", id)
                .query((rs, n) -> new Found(rs.getLong("id"), NoticeState.valueOf(rs.getString("state"))))
                .optional();
    }

    List<NoticeMoved> arrived(long orgId, long id, NoticeState state, @Nullable FailReason reason, Instant now) {
        return jdbc.sql(ARRIVED)
                .param("org_id", orgId)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("now", Sql.at(now))
                .query(ClaimStore.MOVED)
                .list();
    }

    /** @param reasons by order: why it failed, or null */
    List<NoticeMoved> arrived(long orgId, Map<Long, @Nullable FailReason> reasons, Instant now) {
        Long[] ids = reasons.keySet().toArray(Long[]::new);
        String[] names = reasons.values().stream()
                .map(reason -> reason == null ? null : reason.name())
                .toArray(String[]::new);
        return jdbc.sql(ARRIVED_ALL)
                .param("org_id", orgId)
                .param("ids", ids)
                .param("reasons", names)
                .param("now", Sql.at(now))
                .query(ClaimStore.MOVED)
                .list();
    }

    Optional<Asked> answered(long orgId, long id, String answer) {
        return jdbc.sql(ANSWERED)
                .param("org_id", orgId)
                .param("id", id)
                .param("answer", answer)
                .query((rs, n) -> new Asked(rs.getString("order_key"), Channel.valueOf(rs.getString("channel"))))
                .optional();
    }

    void rang(long orgId, long id, Instant now) {
        jdbc.sql(RANG)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }
}
