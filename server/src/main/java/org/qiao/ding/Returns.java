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

    @ApplicationModuleListener
    void on(NoticeMoved moved) {
        if (!moved.key().startsWith(OURS)) {
            return;
        }
        FaultPoints.reached("ding.told");
        steps.move(moved).ifPresent(step -> {
            Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow();
            if (moved.state() == NoticeState.FAILED
                    && step.way() == Way.VOICE
                    && moved.reason() != null
                    && NOBODY_ON_THE_LINE.contains(moved.reason())) {
                writeInstead(ding, step);
            }
            tellings.board(ding);
        });
    }

    /** The call's own place in the ladder makes this SMS the only one, however often its failure is told. */
    private void writeInstead(Ding ding, StepStore.Row call) {
        Optional<Recipient> waiting =
                recipients.lock(call.orgId(), call.recipientId()).filter(Recipient::waits);
        Instant now = clock.instant();
        waiting.filter(recipient ->
                        call.target() != Target.PERSON || recipient.ways().contains(Way.SMS))
                .filter(recipient -> now.isBefore(ding.expiresAt()))
                .ifPresent(recipient -> steps.take(List.of(new Plan(
                        ding,
                        recipient,
                        call.round(),
                        call.step(),
                        Way.SMS,
                        call.target(),
                        call.targetId(),
                        now,
                        null))));
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
