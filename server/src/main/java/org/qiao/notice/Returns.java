package org.qiao.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes back from the networks: receipts, replies, pressed keys. For carriers only. Everything here may come twice, late, or
 * for nothing we know; the first word about an order counts.
 */
@Service("noticeReturns")
public class Returns implements Inbound {

    private static final Duration REPLY_WINDOW = Duration.ofHours(72);
    static final int ANSWER_MAX = 500;
    private static final int REFERENCE_MAX = 200;

    /** A receipt can be faster than the provider's own acknowledgement; it waits here for the order's reference. */
    private static final Duration EARLY_LIFE = Duration.ofMinutes(10);

    private static final int EARLY_MAX = 20_000;

    private final Cache<Name, Receipt> early = Caffeine.newBuilder()
            .maximumSize(EARLY_MAX)
            .expireAfterWrite(EARLY_LIFE)
            .build();
    private final ReturnStore store;
    private final NoticeMetrics metrics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(ReturnStore store, NoticeMetrics metrics, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.metrics = metrics;
        this.events = events;
        this.clock = clock;
    }

    private record Name(long orgId, CarrierKind kind, String reference) {}

    private record Receipt(@Nullable FailReason reason) {}

    /** The recipient has it. @return whether the reference is one of ours */
    @Transactional
    public boolean delivered(long orgId, CarrierKind kind, String reference) {
        return receipt(new Name(orgId, kind, reference(reference)), new Receipt(null));
    }

    /** The recipient will not have it. @return whether the reference is one of ours */
    @Transactional
    public boolean failed(long orgId, CarrierKind kind, String reference, FailReason reason) {
        return receipt(new Name(orgId, kind, reference(reference)), new Receipt(reason));
    }

    /**
     * Many receipts at once, each as if it had come alone.
     *
     * @param told by reference: why the recipient will not have it, or null when he has it
     */
    @Transactional
    public void receipts(long orgId, CarrierKind kind, Map<String, @Nullable FailReason> told) {
        told.forEach((reference, reason) -> early.put(new Name(orgId, kind, reference), new Receipt(reason)));
        Map<Long, @Nullable FailReason> reasons = new LinkedHashMap<>();
        store.lockReferences(orgId, kind, told.keySet()).forEach((reference, order) -> {
            early.invalidate(new Name(orgId, kind, reference));
            reasons.put(order.id(), told.get(reference));
        });
        tell(store.arrived(orgId, reasons, clock.instant()));
    }

    /**
     * Somebody wrote back: the newest text to this number that asks is answered, unless it is older than three days.
     *
     * @param number in any form that people write
     * @return false when nothing was asked
     */
    @Transactional
    public boolean replied(long orgId, String number, String text) {
        Optional<String> normal = Telephone.normal(number);
        if (normal.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Optional<ReturnStore.Found> found = store.lockAsking(orgId, normal.get(), now.minus(REPLY_WINDOW));
        return found.isPresent() && answer(orgId, found.get(), text, now);
    }

    @Override
    @Transactional
    public void receipt(
            long orgId, CarrierKind kind, String reference, boolean delivered, @Nullable FailReason reason) {
        FailReason why = reason == null ? FailReason.NOT_DELIVERED : reason;
        receipt(new Name(orgId, kind, reference(reference)), new Receipt(delivered ? null : why));
    }

    @Override
    @Transactional
    public void reply(long orgId, CarrierKind kind, String from, String text) {
        replied(orgId, from, text);
    }

    /** A key was pressed in the call of this order, for a carrier that learns of it only after the call. */
    @Transactional
    public boolean pressed(long orgId, long orderId, String key) {
        Optional<ReturnStore.Found> found = store.lock(orgId, orderId);
        return found.isPresent() && answer(orgId, found.get(), key, clock.instant());
    }

    /** The callee's telephone rings: should the server die now, the call is not made a second time. */
    @Transactional
    public void rang(long orgId, long orderId) {
        store.rang(orgId, orderId, clock.instant());
    }

    /** The receipt of an order that has just got its reference is here already. */
    boolean isEarly(long orgId, CarrierKind kind, String reference) {
        return early.getIfPresent(new Name(orgId, kind, reference(reference))) != null;
    }

    /** Gives the order the receipt that was here before its reference. */
    @Transactional
    void catchUp(long orgId, CarrierKind kind, String reference) {
        Name name = new Name(orgId, kind, reference(reference));
        Receipt receipt = early.getIfPresent(name);
        if (receipt != null) {
            receipt(name, receipt);
        }
    }

    /** Remembered first and looked up second: whichever of order and receipt comes later finds the other. */
    private boolean receipt(Name name, Receipt receipt) {
        early.put(name, receipt);
        Optional<ReturnStore.Found> found = store.lockReference(name.orgId(), name.kind(), name.reference());
        if (found.isEmpty()) {
            return false;
        }
        early.invalidate(name);
        if (receipt.reason() == null) {
            arrived(name.orgId(), found.get(), NoticeState.DELIVERED, null, clock.instant());
        } else {
            arrived(name.orgId(), found.get(), NoticeState.FAILED, receipt.reason(), clock.instant());
        }
        return true;
    }

    /** Who answers has got it. */
    private boolean answer(long orgId, ReturnStore.Found order, String text, Instant now) {
        String answer = ReplyText.clean(text, ANSWER_MAX);
        if (answer.isEmpty()) {
            return false;
        }
        Optional<ReturnStore.Asked> asked = store.answered(orgId, order.id(), answer);
        if (asked.isEmpty()) {
            return false;
        }
        arrived(orgId, order, NoticeState.DELIVERED, null, now);
        events.publishEvent(
                new NoticeAnswered(orgId, asked.get().key(), asked.get().channel(), answer, now));
        return true;
    }

    private void arrived(
            long orgId, ReturnStore.Found order, NoticeState state, @Nullable FailReason reason, Instant now) {
        tell(store.arrived(orgId, order.id(), state, reason, now));
    }

    private void tell(List<NoticeMoved> moves) {
        for (NoticeMoved move : moves) {
            metrics.returned(move);
            events.publishEvent(move);
        }
    }

    static String reference(String reference) {
        String plain = reference.replace("\0", "");
        return plain.length() <= REFERENCE_MAX ? plain : plain.substring(0, REFERENCE_MAX);
    }
}
