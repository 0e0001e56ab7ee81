package org.qiao.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Login;
import org.qiao.directory.Members;
import org.qiao.directory.Members.Contact;
import org.qiao.notice.Carriers.Line;
import org.qiao.notice.ClaimStore.Claimed;
import org.qiao.notice.ClaimStore.Entry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is due into the dispatcher's hands and out of them again, each in one short transaction that also tells it. */
@Service
class Claims {

    static final int BATCH = 500;

    private final ClaimStore store;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final NoticeMetrics metrics;
    private final Clock clock;

    Claims(ClaimStore store, Members members, ApplicationEventPublisher events, NoticeMetrics metrics, Clock clock) {
        this.store = store;
        this.members = members;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** An order that is to be carried now, and where to. */
    record Job(Claimed order, String to) {}

    /**
     * What was taken.
     *
     * @param claimed how many orders left the queue; those without a usable address have failed already
     */
    record Taken(int claimed, List<Job> jobs) {}

    List<Long> companies(Channel channel) {
        return store.companies(channel, clock.instant());
    }

    /** Marks what is due as under way and looks the addresses up, so that a changed number counts at once. */
    @Transactional
    Taken take(long orgId, Channel channel, CarrierKind kind, int limit) {
        Instant now = clock.instant();
        List<Claimed> orders = store.claim(orgId, channel, kind, now, limit);
        Map<Long, Contact> known = members.contacts(orgId, recipients(channel, orders));
        List<Job> jobs = new ArrayList<>(orders.size());
        for (Claimed order : orders) {
            String raw = rawAddress(channel, order, known);
            Optional<String> to = raw == null ? Optional.empty() : normal(channel, raw);
            to.ifPresentOrElse(
                    address -> jobs.add(new Job(order, address)),
                    () -> fail(order, raw == null ? FailReason.NO_ADDRESS : FailReason.INVALID_ADDRESS, now));
        }
        store.setAddresses(
                orgId,
                jobs.stream().map(job -> job.order().id()).toList(),
                jobs.stream().map(Job::to).toList());
        return new Taken(orders.size(), jobs);
    }

    private static List<Long> recipients(Channel channel, List<Claimed> orders) {
        return channel == Channel.PUSH
                ? List.of()
                : orders.stream()
                        .map(Claimed::principalId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    /** A push goes to a member; which devices have asked for it is the carrier's knowledge. */
    private static @Nullable String rawAddress(Channel channel, Claimed order, Map<Long, Contact> known) {
        Long memberId = order.principalId();
        if (memberId == null) {
            return order.address();
        }
        Contact contact = known.get(memberId);
        return switch (channel) {
            case PUSH -> Long.toString(memberId);
            case EMAIL -> contact == null ? null : contact.email();
            case SMS, VOICE -> contact == null ? null : contact.phone();
        };
    }

    /** A number or address in the one form that carriers know. */
    private static Optional<String> normal(Channel channel, String address) {
        return switch (channel) {
            case PUSH -> Optional.of(address);
            case EMAIL -> Login.email(address);
            case SMS, VOICE -> Telephone.normal(address);
        };
    }

    private void fail(Claimed order, FailReason reason, Instant now) {
        tell(store.record(order, new Entry(NoticeState.FAILED, reason, null, null, 0, 0, null, null), now));
    }

    /** Nobody carries for this company on this channel: what is due fails. @return how many */
    @Transactional
    int refuse(long orgId, Channel channel) {
        return tell(store.refuse(orgId, channel, clock.instant(), BATCH));
    }

    /** Fails what was not sent in time. */
    @Transactional
    int expire(Channel channel) {
        return tell(store.expire(channel, clock.instant(), BATCH));
    }

    /**
     * Takes up what a crash left in the middle.
     *
     * @param lease how long an attempt can take at most
     * @param underWay orders that somebody is at work on, however long it takes
     */
    @Transactional
    int recover(Channel channel, Duration lease, Collection<Long> underWay) {
        Instant now = clock.instant();
        return tell(store.recover(channel, now, now.minus(lease), underWay, BATCH));
    }

    /** Writes down what became of an attempt. Nothing happens when the order has been taken up by somebody else since. */
    @Transactional
    void record(Line line, Claimed order, Carrier.Outcome outcome) {
        Instant now = clock.instant();
        List<NoticeMoved> moves = store.record(order, entry(line, order, outcome, now), now);
        tell(moves);
        if (outcome instanceof Carrier.Outcome.Answered answered) {
            for (NoticeMoved move : moves) {
                events.publishEvent(new NoticeAnswered(
                        move.orgId(),
                        move.key(),
                        move.channel(),
                        ReplyText.clean(answered.answer(), Returns.ANSWER_MAX),
                        move.at()));
            }
        }
    }

    private static Entry entry(Line line, Claimed order, Carrier.Outcome outcome, Instant now) {
        return switch (outcome) {
            case Carrier.Outcome.Sent(String reference, int units) ->
                new Entry(
                        NoticeState.SENT,
                        null,
                        reference == null ? null : Returns.reference(reference),
                        null,
                        units,
                        line.cost(units),
                        now,
                        null);
            case Carrier.Outcome.Delivered(int units) ->
                new Entry(NoticeState.DELIVERED, null, null, null, units, line.cost(units), now, null);
            case Carrier.Outcome.Answered(String answer, int units) ->
                new Entry(
                        NoticeState.DELIVERED,
                        null,
                        null,
                        ReplyText.clean(answer, Returns.ANSWER_MAX),
                        units,
                        line.cost(units),
                        now,
                        null);
            case Carrier.Outcome.Failed(FailReason reason, int units) ->
                new Entry(
                        NoticeState.FAILED, reason, null, null, units, line.cost(units), units > 0 ? now : null, null);
            case Carrier.Outcome.Later later -> later(order, later.pause(), now);
        };
    }

    private static Entry later(Claimed order, @Nullable Duration pause, Instant now) {
        Instant next = now.plus(Waits.after(order.attempt(), pause, Math::random));
        return next.isAfter(order.notAfter())
                ? new Entry(NoticeState.FAILED, FailReason.GAVE_UP, null, null, 0, 0, null, null)
                : new Entry(NoticeState.QUEUED, null, null, null, 0, 0, null, next);
    }

    /** Waiting again is nobody's business; sent, arrived and failed are. */
    private int tell(List<NoticeMoved> moves) {
        for (NoticeMoved move : moves) {
            metrics.moved(move);
            if (move.state() != NoticeState.QUEUED) {
                events.publishEvent(move);
            }
        }
        return moves.size();
    }
}
