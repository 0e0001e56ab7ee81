package org.qiao.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
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
    private final Clock clock;

    HandOverAudit(HandOverAuditStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
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
        SETTINGS
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
     */
    record HandOverAuditView(
            long id,
            HandOverAudit.AuditKind kind,
            @Nullable Card actor,
            boolean byCustomer,
            @Nullable Card member,
            @Nullable Long transferId,
            Map<String, Object> detail,
            Instant at) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<HandOverAuditView> list(Actor actor, @Nullable String before, @Nullable Integer limit) {
        HandOverRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<HandOverAuditStore.Row> page = Page.cut(
                store.list(actor.orgId(), Limits.key(before, Long.MAX_VALUE), size + 1),
                size,
                row -> Long.toString(row.id()));
        List<Long> people = page.items().stream()
                .flatMap(row -> Stream.of(row.actorId(), row.memberId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Card> cards = members.cardsById(actor, people);
        return page.map(row -> view(row, cards));
    }

    private static HandOverAuditView view(HandOverAuditStore.Row row, Map<Long, Card> cards) {
        AuditKind kind = AuditKind.valueOf(row.kind());
        boolean byCustomer =
                kind == AuditKind.REFUSED || kind == AuditKind.HISTORY_GIVEN || kind == AuditKind.HISTORY_REFUSED;
        return new HandOverAuditView(
                row.id(),
                kind,
                byCustomer ? null : card(cards, row.actorId()),
                byCustomer,
                card(cards, row.memberId()),
                row.transferId(),
                row.detail(),
                row.at());
    }

    private static @Nullable Card card(Map<Long, Card> cards, @Nullable Long id) {
        return id == null ? null : cards.get(id);
    }
}
