package org.qiao.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The dispatcher's SQL. What two of them could want at the same time is locked, and skipped by the other. */
@Repository
class ClaimStore {

    /** Jumps from company to company along the index, so that one company's thousands cost one step. */
    static final String COMPANIES = """
            with recursive company as (
                (select org_id, due_at
                from notice_order
                where channel = :channel and state = 'QUEUED'
                order by org_id, due_at
                limit 1)
                union all
                select next.org_id, next.due_at
                from company
                cross join lateral (
                    select o.org_id, o.due_at
                    from notice_order o
                    where o.channel = :channel and o.state = 'QUEUED' and o.org_id > company.org_id
                    order by o.org_id, o.due_at
                    limit 1) next
            )
            select org_id
            from company
            where due_at <= :now
            """;

    static final String CLAIM = """
            with due as (
                select id
                from notice_order
                where org_id = :org_id and channel = :channel and state = 'QUEUED' and due_at <= :now and not_after >= :now
                order by urgent desc, due_at, id
                limit :limit
                for update skip locked
            )
            update notice_order o
            set state = 'SENDING', sending_at = :now, moved_at = greatest(:now, o.moved_at + interval '1 microsecond'),
                attempts = o.attempts + 1, carrier = :carrier, reference = null, rang_at = null
            from due
            where o.id = due.id and o.org_id = :org_id
            returning o.org_id, o.id, o.principal_id, o.address, o.locale, o.content, o.asks, o.attempts, o.not_after
            """;

    static final String SET_ADDRESSES = """
            update notice_order o
            set sent_to = found.address
            from unnest(:ids::bigint[], :addresses::text[]) as found (id, address)
            where o.org_id = :org_id and o.id = found.id
            """;

    /** The company has no carrier for the channel. */
    static final String REFUSE = """
            with due as (
                select id
                from notice_order
                where org_id = :org_id and channel = :channel and state = 'QUEUED' and due_at <= :now
                order by due_at, id
                limit :limit
                for update skip locked
            )
            update notice_order o
            set state = 'FAILED', reason = 'NO_CHANNEL',
                moved_at = greatest(:now, o.moved_at + interval '1 microsecond')
            from due
            where o.id = due.id and o.org_id = :org_id
            returning o.org_id, o.order_key, o.channel, o.state, o.reason, o.moved_at
            """;

    static final String EXPIRE = """
            with late as (
                select id, org_id
                from notice_order
                where channel = :channel and state = 'QUEUED' and not_after < :now
                order by not_after
                limit :limit
                for update skip locked
            )
            update notice_order o
            set state = 'FAILED', reason = case when o.attempts = 0 then 'TOO_LATE' else 'GAVE_UP' end,
                moved_at = greatest(:now, o.moved_at + interval '1 microsecond')
            from late
            where o.id = late.id and o.org_id = late.org_id
            returning o.org_id, o.order_key, o.channel, o.state, o.reason, o.moved_at
            """;

    /** A call that has rung is not made again; everything else is, as long as there is time. */
    static final String RECOVER = """
            with left_behind as (
                select id, org_id, channel = 'VOICE' and rang_at is not null as rang
                from notice_order
                where channel = :channel and state = 'SENDING' and sending_at < :before and id <> all(:under_way)
                order by sending_at
                limit :limit
                for update skip locked
            )
            update notice_order o
            set state = case when l.rang or o.not_after < :now then 'FAILED' else 'QUEUED' end,
                reason = case when l.rang then 'NO_ANSWER' when o.not_after < :now then 'GAVE_UP' end,
                sending_at = null, due_at = :now, moved_at = greatest(:now, o.moved_at + interval '1 microsecond')
            from left_behind l
            where o.id = l.id and o.org_id = l.org_id
            returning o.org_id, o.order_key, o.channel, o.state, o.reason, o.moved_at
            """;

    /** Only of the attempt it belongs to: whoever comes too late changes nothing. */
    static final String RECORD = """
            update notice_order
            set state = :state, reason = cast(:reason as text), reference = cast(:reference as text),
                answer = coalesce(cast(:answer as text), answer), units = units + :units, cost_fen = cost_fen + :cost_fen,
                sent_at = coalesce(cast(:sent_at as timestamptz), sent_at), due_at = coalesce(cast(:due_at as timestamptz), due_at),
                sending_at = null, moved_at = greatest(:now, moved_at + interval '1 microsecond')
            where org_id = :org_id and id = :id and state = 'SENDING' and attempts = :attempt
            returning org_id, order_key, channel, state, reason, moved_at
            """;

    static final String COUNT_QUEUED = """
            select count(org_id)
            from notice_order
            where channel = :channel and state = 'QUEUED'
            """;

    /** Replies, numbers and texts are needed only while an order lives; one that is tried again at this moment does. */
    static final String EMPTY = """
            with old as materialized (
                select id
                from notice_order
                where content is not null and state in ('SENT', 'DELIVERED', 'FAILED', 'CANCELLED') and moved_at < :before
                order by moved_at
                limit :limit
                for update skip locked)
            update notice_order o
            set content = null, sent_to = null, answer = null, address = case when o.address is null then null else '' end
            from old
            where o.id = old.id
            """;

    static final RowMapper<NoticeMoved> MOVED = (rs, n) -> new NoticeMoved(
            rs.getLong("org_id"),
            rs.getString("order_key"),
            Channel.valueOf(rs.getString("channel")),
            NoticeState.valueOf(rs.getString("state")),
            rs.getString("reason") == null ? null : FailReason.valueOf(rs.getString("reason")),
            Sql.instant(rs, "moved_at"));

    private final JdbcClient jdbc;
    private final RowMapper<Claimed> claimed;

    ClaimStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.claimed = (rs, n) -> new Claimed(
                rs.getLong("org_id"),
                rs.getLong("id"),
                rs.getInt("attempts"),
                Sql.longOrNull(rs, "principal_id"),
                rs.getString("address"),
                Locale.forLanguageTag(rs.getString("locale")),
                json.readValue(rs.getString("content"), NoticeText.class),
                rs.getBoolean("asks"),
                Sql.instant(rs, "not_after"));
    }

    /**
     * An order in the hands of the dispatcher.
     *
     * @param address of somebody without an account; null for a member
     */
    record Claimed(
            long orgId,
            long id,
            int attempt,
            @Nullable Long principalId,
            @Nullable String address,
            Locale locale,
            NoticeText text,
            boolean asks,
            Instant notAfter) {

        Carrier.Parcel parcel(String to) {
            return new Carrier.Parcel(orgId, id, attempt, to, locale, text, asks, notAfter);
        }
    }

    /**
     * What becomes of a claimed order.
     *
     * @param sentAt the network took it; null when it did not
     * @param dueAt of the next attempt; null when there is none
     */
    record Entry(
            NoticeState state,
            @Nullable FailReason reason,
            @Nullable String reference,
            @Nullable String answer,
            int units,
            int costFen,
            @Nullable Instant sentAt,
            @Nullable Instant dueAt) {}

    List<Long> companies(Channel channel, Instant now) {
        return jdbc.sql(COMPANIES)
                .param("channel", channel.name())
                .param("now", Sql.at(now))
                .query(Long.class)
                .list();
    }

    List<Claimed> claim(long orgId, Channel channel, CarrierKind kind, Instant now, int limit) {
        return jdbc.sql(CLAIM)
                .param("org_id", orgId)
                .param("channel", channel.name())
                .param("carrier", kind.name())
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(claimed)
                .list();
    }

    void setAddresses(long orgId, List<Long> ids, List<String> addresses) {
        jdbc.sql(SET_ADDRESSES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    List<NoticeMoved> refuse(long orgId, Channel channel, Instant now, int limit) {
        return jdbc.sql(REFUSE)
                .param("org_id", orgId)
                .param("channel", channel.name())
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(MOVED)
                .list();
    }

    List<NoticeMoved> expire(Channel channel, Instant now, int limit) {
        return jdbc.sql(EXPIRE)
                .param("channel", channel.name())
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(MOVED)
                .list();
    }

    /** @param before claimed earlier than this and not under way here: nobody is at work on it */
    List<NoticeMoved> recover(Channel channel, Instant now, Instant before, Collection<Long> underWay, int limit) {
        return jdbc.sql(RECOVER)
                .param("channel", channel.name())
                .param("now", Sql.at(now))
                .param("before", Sql.at(before))
                .param("under_way", underWay.toArray(Long[]::new))
                .param("limit", limit)
                .query(MOVED)
                .list();
    }

    List<NoticeMoved> record(Claimed order, Entry entry, Instant now) {
        return jdbc.sql(RECORD)
                .param("org_id", order.orgId())
                .param("id", order.id())
                .param("attempt", order.attempt())
                .param("state", entry.state().name())
                .param("reason", entry.reason() == null ? null : entry.reason().name())
                .param("reference", entry.reference())
                .param("answer", entry.answer())
                .param("units", entry.units())
                .param("cost_fen", entry.costFen())
                .param("sent_at", Sql.atOrNull(entry.sentAt()))
                .param("due_at", Sql.atOrNull(entry.dueAt()))
                .param("now", Sql.at(now))
                .query(MOVED)
                .list();
    }

    long countQueued(Channel channel) {
        return jdbc.sql(COUNT_QUEUED)
                .param("channel", channel.name())
                .query(Long.class)
                .single();
    }

    /** @return how many were emptied */
    int empty(Instant before, int limit) {
        return jdbc.sql(EMPTY)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }
}
