package org.qiao.ding;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.Recipient.Confirmed;
import org.qiao.ding.Recipient.ConfirmedWay;
import org.qiao.ding.Recipient.State;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.directory.MemberDisabled;
import org.qiao.directory.MemberLeft;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.FaultPoints;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a ladder, whatever the way: a confirmation, or that the person is gone. Only the first confirmation counts; every later one is answered with the same. */
@Service
class Confirmations {

    private final DingStore dings;
    private final RecipientStore recipients;
    private final StepStore stepStore;
    private final Steps steps;
    private final Names names;
    private final Tellings tellings;
    private final Clock clock;

    Confirmations(
            DingStore dings,
            RecipientStore recipients,
            StepStore stepStore,
            Steps steps,
            Names names,
            Tellings tellings,
            Clock clock) {
        this.dings = dings;
        this.recipients = recipients;
        this.stepStore = stepStore;
        this.steps = steps;
        this.names = names;
        this.tellings = tellings;
        this.clock = clock;
    }

    /** In the app, for oneself. */
    @Transactional
    public void own(Actor actor, long dingId) {
        Recipient mine = recipients
                .findOf(actor.orgId(), dingId, actor.principalId())
                .filter(recipient -> recipient.state() != State.REFUSED)
                .orElseThrow(DingProblem.NOT_FOUND::problem);
        Ding ding = started(actor.orgId(), dingId);
        require(confirm(ding, mine.id(), ConfirmedWay.APP, actor.principalId()));
    }

    /** In the app, for somebody whom the actor stands in for. */
    @Transactional
    public void standingIn(Actor actor, long dingId, long recipientId) {
        if (!stepStore.standsIn(actor.orgId(), dingId, actor.principalId()).contains(recipientId)) {
            throw DingProblem.NOT_FOUND.problem();
        }
        Ding ding = started(actor.orgId(), dingId);
        require(confirm(ding, recipientId, ConfirmedWay.STAND_IN, actor.principalId()));
    }

    /** What a reply, a key or a link says; harmless when it comes again, or too late. */
    @Transactional
    public Recipient answered(StepStore.Row step, ConfirmedWay way) {
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow();
        return confirmBy(ding, step, way);
    }

    /** The person has seen it, in the app or behind a link. */
    @Transactional
    public void opened(Ding ding, Recipient recipient) {
        if (recipients.open(recipient, clock.instant())) {
            tellings.board(ding);
        }
    }

    /** The person left or was locked out: nobody is asked any more, neither the person nor who stands in. */
    @ApplicationModuleListener
    void on(MemberLeft event) {
        close(event.orgId(), event.principalId(), "LEFT");
    }

    @ApplicationModuleListener
    void on(MemberDisabled event) {
        close(event.orgId(), event.principalId(), "DISABLED");
    }

    /** By what is so now: who is back already is still asked. */
    private void close(long orgId, long personId, String reason) {
        if (names.present(orgId, Set.of(personId)).contains(personId)) {
            return;
        }
        Map<Long, Long> waiting = recipients.close(orgId, personId, reason);
        steps.cancel(orgId, waiting.keySet());
        for (Ding ding : dings.find(orgId, Set.copyOf(waiting.values()))) {
            List<Long> here = waiting.entrySet().stream()
                    .filter(closed -> closed.getValue() == ding.id())
                    .map(Map.Entry::getKey)
                    .toList();
            tellings.tell(stepStore.standIns(orgId, here), ding.id(), Tellings.Kind.CONFIRMED);
            tellings.board(ding);
        }
    }

    private Recipient confirmBy(Ding ding, StepStore.Row step, ConfirmedWay way) {
        boolean own = step.target() == Target.PERSON;
        Long by = own ? recipient(step).principalId() : step.targetId();
        return confirm(ding, step.recipientId(), own ? way : ConfirmedWay.STAND_IN, by);
    }

    private Recipient confirm(Ding ding, long recipientId, ConfirmedWay way, @Nullable Long by) {
        Instant now = clock.instant();
        Recipient recipient = recipients.lock(ding.orgId(), recipientId).orElseThrow(DingProblem.NOT_FOUND::problem);
        if (!recipient.waits() || !now.isBefore(ding.expiresAt())) {
            return recipient;
        }
        AfterCommit.run(() -> FaultPoints.reached("ding.confirmed"));
        recipients.confirm(recipient, new Confirmed(now, way, by));
        steps.cancel(ding.orgId(), List.of(recipientId));
        Set<Long> told = new HashSet<>(stepStore.standIns(ding.orgId(), List.of(recipientId)));
        if (recipient.principalId() != null) {
            told.add(recipient.principalId());
        }
        tellings.tell(told, ding.id(), Tellings.Kind.CONFIRMED);
        tellings.board(ding);
        return recipients.find(ding.orgId(), List.of(recipientId)).getFirst();
    }

    private static void require(Recipient recipient) {
        switch (recipient.state()) {
            case CONFIRMED -> {}
            case RECALLED -> throw DingProblem.RECALLED.problem();
            case WAITING, GAVE_UP, CLOSED -> throw DingProblem.EXPIRED.problem();
            case REFUSED -> throw DingProblem.NOT_FOUND.problem();
        }
    }

    private Ding started(long orgId, long id) {
        return dings.find(orgId, id)
                .filter(ding -> !ding.sendAt().isAfter(clock.instant()))
                .orElseThrow(DingProblem.NOT_FOUND::problem);
    }

    private Recipient recipient(StepStore.Row step) {
        return recipients.find(step.orgId(), List.of(step.recipientId())).getFirst();
    }
}
