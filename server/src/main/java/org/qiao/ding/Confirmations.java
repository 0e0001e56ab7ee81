package org.qiao.ding;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.PublicDingController.DoorView;
import org.qiao.ding.Recipient.Confirmed;
import org.qiao.ding.Recipient.ConfirmedWay;
import org.qiao.ding.Recipient.State;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.platform.Actor;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a ladder, whatever the way. Only the first confirmation counts; every later one is answered with the same. */
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

    /** What a reply or a key says; harmless when it comes again, or too late. */
    @Transactional
    public void answered(StepStore.Row step, ConfirmedWay way) {
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow();
        confirmBy(ding, step, way);
    }

    /** Shows what the link leads to. That it was opened is noted, no more: programs open links, too. */
    @Transactional
    public DoorView open(String token) {
        StepStore.Row step = find(token);
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow(DingProblem.NOT_FOUND::problem);
        Recipient recipient = recipient(step);
        if (step.target() == Target.PERSON && recipients.open(recipient, clock.instant())) {
            tellings.board(ding);
        }
        return view(ding, step, recipient);
    }

    /** A deliberate tap. */
    @Transactional
    public DoorView confirm(String token) {
        StepStore.Row step = find(token);
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow(DingProblem.NOT_FOUND::problem);
        Recipient after = confirmBy(ding, step, ConfirmedWay.LINK);
        if (after.state() == State.RECALLED) {
            throw DingProblem.RECALLED.problem();
        }
        return view(ding, step, after);
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
            case WAITING, GAVE_UP -> throw DingProblem.EXPIRED.problem();
            case REFUSED -> throw DingProblem.NOT_FOUND.problem();
        }
    }

    private Ding started(long orgId, long id) {
        return dings.find(orgId, id)
                .filter(ding -> !ding.sendAt().isAfter(clock.instant()))
                .orElseThrow(DingProblem.NOT_FOUND::problem);
    }

    private StepStore.Row find(String token) {
        StepStore.Row step = stepStore.findToken(SecureTokens.hash(token)).orElseThrow(DingProblem.NOT_FOUND::problem);
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow(DingProblem.NOT_FOUND::problem);
        if (!clock.instant().isBefore(ding.expiresAt())) {
            throw DingProblem.EXPIRED.problem();
        }
        return step;
    }

    private Recipient recipient(StepStore.Row step) {
        return recipients.find(step.orgId(), List.of(step.recipientId())).getFirst();
    }

    private DoorView view(Ding ding, StepStore.Row step, Recipient recipient) {
        Set<Long> ids = new HashSet<>(Set.of(ding.senderId()));
        Long person = recipient.principalId();
        if (person != null) {
            ids.add(person);
        }
        var called = names.of(ding.orgId(), ids);
        return new DoorView(
                names.org(ding.orgId()).name(),
                Objects.requireNonNullElse(called.get(ding.senderId()), ""),
                ding.isRecalled() ? "" : ding.text(),
                ding.sendAt(),
                recipient.state(),
                person == null ? recipient.name() : Objects.requireNonNullElse(called.get(person), ""),
                step.target() != Target.PERSON,
                ding.recordingId() != null && !ding.isRecalled());
    }
}
