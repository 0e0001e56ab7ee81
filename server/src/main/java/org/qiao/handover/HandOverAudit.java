package org.qiao.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.handover.HandOverAuditStore.Row;
import org.qiao.handover.RunStore.RunState;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who decided what about hand-overs. Nothing is ever taken out; remarks and messages are not in it. */
@Service
class HandOverAudit {

    private final HandOverAuditStore store;
    private final Members members;
    private final Customers customers;
    private final Clock clock;

    HandOverAudit(HandOverAuditStore store, Members members, Customers customers, Clock clock) {
        this.store = store;
        this.members = members;
        this.customers = customers;
        this.clock = clock;
    }

    enum AuditKind {
        OFFERED,
        DONE,
        REFUSED,
        TAKER_FULL,
        CANCELLED,
        UNDONE,
        HISTORY_GIVEN,
        HISTORY_REFUSED,
        LEAVER,
        RETURNED,
        WAYS,
        GROUPS,
        RUN_STARTED,
        RUN_ENDED,
        SETTINGS;

        boolean byCustomer() {
            return this == REFUSED || this == HISTORY_GIVEN || this == HISTORY_REFUSED;
        }
    }

    /**
     * A line of the book.
     *
     * @param actorId a member or the customer; null: time, or a rule
     * @param memberId the leaver
     */
    record Entry(
            long orgId,
            @Nullable Long actorId,
            AuditKind kind,
            @Nullable Long transferId,
            @Nullable Long memberId,
            Map<String, Object> detail) {

        static Entry of(HandOver transfer, AuditKind kind, @Nullable Long actorId) {
            return new Entry(
                    transfer.orgId(),
                    actorId,
                    kind,
                    transfer.id(),
                    transfer.fromId(),
                    Map.of("customer", transfer.customerId(), "to", transfer.toId()));
        }

        static Entry about(long orgId, long memberId, AuditKind kind, @Nullable Long actorId) {
            return new Entry(orgId, actorId, kind, null, memberId, Map.of());
        }

        Entry with(Map<String, Object> more) {
            return new Entry(orgId, actorId, kind, transferId, memberId, more);
        }
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        store.insert(entry, clock.instant());
    }

    /**
     * A line of the book for administrators.
     *
     * @param byCustomer a customer did it; then there is no actor
     * @param member whose customers, codes or groups it is about
     * @param takers who got them, or was to
     * @param way of the hand-over it is about
     * @param count how many customers, codes or groups; null where it is about one
     * @param end how a run ended
     * @param reason why it was cancelled
     * @param before the settings as they were; null where that was not written down
     * @param settings the settings as they became
     */
    record HandOverAuditView(
            long id,
            AuditKind kind,
            @Nullable Card actor,
            boolean byCustomer,
            @Nullable Card member,
            List<Card> takers,
            @Nullable CustomerCard customer,
            @Nullable Long transferId,
            @Nullable HandOverKind way,
            @Nullable Integer count,
            @Nullable RunState end,
            @Nullable CancelReason reason,
            @Nullable HandOverSettings before,
            @Nullable HandOverSettings settings,
            Instant at) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<HandOverAuditView> list(Actor actor, @Nullable String before, @Nullable Integer limit) {
        HandOverRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<Row> page = Page.cut(
                store.list(actor.orgId(), Limits.key(before, Long.MAX_VALUE), size + 1),
                size,
                row -> Long.toString(row.id()));
        Map<Long, Card> people = members.cardsById(actor, each(page, Row::people));
        Map<Long, CustomerCard> names = customers.cardsById(actor.orgId(), each(page, row -> row.ids("customer")));
        return page.map(row -> view(row, people, names));
    }

    private static List<Long> each(Page<Row> page, Function<Row, List<Long>> ids) {
        return page.items().stream().map(ids).flatMap(List::stream).distinct().toList();
    }

    private HandOverAuditView view(Row row, Map<Long, Card> people, Map<Long, CustomerCard> names) {
        AuditKind kind = row.kind();
        String way = row.way();
        String reason = kind == AuditKind.CANCELLED ? row.reason() : null;
        return new HandOverAuditView(
                row.id(),
                kind,
                kind.byCustomer() ? null : found(people, row.actorId()),
                kind.byCustomer(),
                found(people, row.memberId()),
                row.takerIds().stream()
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .toList(),
                row.ids("customer").stream().findFirst().map(names::get).orElse(null),
                row.transferId(),
                way == null ? null : HandOverKind.valueOf(way),
                row.count(),
                kind == AuditKind.RUN_ENDED ? RunState.valueOf(row.text("state")) : null,
                reason == null ? null : CancelReason.valueOf(reason),
                store.settings(row, "before"),
                store.settings(row, "settings"),
                row.at());
    }

    private static @Nullable Card found(Map<Long, Card> people, @Nullable Long id) {
        return id == null ? null : people.get(id);
    }
}
