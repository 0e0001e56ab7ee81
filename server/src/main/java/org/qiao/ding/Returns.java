package org.qiao.ding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.ding.Recipient.ConfirmedWay;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;
import org.qiao.notice.Channel;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeAnswered;
import org.qiao.notice.NoticeMoved;
import org.qiao.notice.NoticeState;
import org.qiao.platform.FaultPoints;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what became of the orders. Everything here is harmless when it is told again. */
@Component("dingReturns")
class Returns {

    private static final String OURS = "ding:";
    private static final Set<FailReason> NOBODY_ON_THE_LINE = Set.of(FailReason.NO_ANSWER, FailReason.BUSY);

    private final Steps steps;
    private final RecipientStore recipients;
    private final DingStore dings;
    private final Confirmations confirmations;
    private final Comments comments;
    private final Tellings tellings;
    private final Clock clock;

    Returns(
            Steps steps,
            RecipientStore recipients,
            DingStore dings,
            Confirmations confirmations,
            Comments comments,
            Tellings tellings,
            Clock clock) {
        this.steps = steps;
        this.recipients = recipients;
        this.dings = dings;
        this.confirmations = confirmations;
        this.comments = comments;
        this.tellings = tellings;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = "#moved.key().startsWith('" + OURS + "')")
    void on(NoticeMoved moved) {
        FaultPoints.reached("ding.told");
        boolean unheard = moved.state() == NoticeState.FAILED
                && moved.reason() != null
                && NOBODY_ON_THE_LINE.contains(moved.reason());
        Optional<Recipient> called = unheard ? lockCalled(moved) : Optional.empty();
        steps.move(moved).ifPresent(step -> {
            Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow();
            called.ifPresent(recipient -> writeInstead(ding, step, recipient));
            tellings.board(ding);
        });
    }

    /** Before the step, as whoever confirms does: the other way round the two would wait for each other. */
    private Optional<Recipient> lockCalled(NoticeMoved moved) {
        return steps.find(moved.orgId(), moved.key())
                .filter(step -> step.way() == Way.VOICE)
                .flatMap(step -> recipients.lock(step.orgId(), step.recipientId()));
    }

    /** The call's own place in the ladder makes this SMS the only one, however often its failure is told. */
    private void writeInstead(Ding ding, StepStore.Row call, Recipient recipient) {
        Instant now = clock.instant();
        boolean allowed = call.target() != Target.PERSON || recipient.ways().contains(Way.SMS);
        if (recipient.waits() && allowed && now.isBefore(ding.expiresAt())) {
            steps.take(List.of(new Plan(
                    ding, recipient, call.round(), call.step(), Way.SMS, call.target(), call.targetId(), now, null)));
        }
    }

    @ApplicationModuleListener
    void on(NoticeAnswered answered) {
        if (!answered.key().startsWith(OURS)) {
            return;
        }
        steps.find(answered.orgId(), answered.key()).ifPresent(step -> {
            if (AnswerRule.confirms(answered.channel(), answered.answer())) {
                confirmations.answered(
                        step, answered.channel() == Channel.VOICE ? ConfirmedWay.VOICE : ConfirmedWay.SMS);
            } else if (answered.channel() == Channel.SMS) {
                comments.wroteBack(step, answered);
            }
        });
    }
}
