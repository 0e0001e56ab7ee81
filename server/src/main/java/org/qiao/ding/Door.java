package org.qiao.ding;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.qiao.ding.PublicDingController.DingDoorView;
import org.qiao.ding.Recipient.ConfirmedWay;
import org.qiao.ding.Recipient.State;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.file.Files;
import org.qiao.file.Sound;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a link in an SMS or e-mail opens: one DING for one person, its recording, and nothing else. */
@Service
class Door {

    private final DingStore dings;
    private final RecipientStore recipients;
    private final StepStore steps;
    private final Confirmations confirmations;
    private final Names names;
    private final Files files;
    private final Clock clock;

    Door(
            DingStore dings,
            RecipientStore recipients,
            StepStore steps,
            Confirmations confirmations,
            Names names,
            Files files,
            Clock clock) {
        this.dings = dings;
        this.recipients = recipients;
        this.steps = steps;
        this.confirmations = confirmations;
        this.names = names;
        this.files = files;
        this.clock = clock;
    }

    /** What a token leads to. */
    private record Found(Ding ding, StepStore.Row step, Recipient recipient) {

        Found with(Recipient other) {
            return new Found(ding, step, other);
        }

        /** What was taken back, and what is not for the person any more, is not shown. */
        boolean isShown() {
            return !ding.isRecalled() && recipient.state() != State.CLOSED;
        }
    }

    /** Shows what the link leads to. That it was opened is noted, no more: programs open links, too. */
    @Transactional
    public DingDoorView open(String token) {
        Found found = find(token);
        if (found.step().target() == Target.PERSON) {
            confirmations.opened(found.ding(), found.recipient());
        }
        return view(found);
    }

    /** A deliberate tap. */
    @Transactional
    public DingDoorView confirm(String token) {
        Found found = find(token);
        Recipient after = confirmations.answered(found.step(), ConfirmedWay.LINK);
        if (after.state() == State.RECALLED) {
            throw DingProblem.RECALLED.problem();
        }
        return view(found.with(after));
    }

    /** The token names no file: it is the recording of this DING or none. */
    Sound recording(String token) {
        Found found = find(token);
        Long recording = found.ding().recordingId();
        if (recording == null || !found.isShown()) {
            throw DingProblem.NOT_FOUND.problem();
        }
        return files.sound(found.ding().orgId(), recording);
    }

    private Found find(String token) {
        StepStore.Row step = steps.findToken(SecureTokens.hash(token)).orElseThrow(DingProblem.NOT_FOUND::problem);
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow(DingProblem.NOT_FOUND::problem);
        if (!clock.instant().isBefore(ding.expiresAt())) {
            throw DingProblem.EXPIRED.problem();
        }
        return new Found(
                ding,
                step,
                recipients.find(step.orgId(), List.of(step.recipientId())).getFirst());
    }

    private DingDoorView view(Found found) {
        Ding ding = found.ding();
        Recipient recipient = found.recipient();
        Set<Long> ids = new HashSet<>(Set.of(ding.senderId()));
        Long person = recipient.principalId();
        if (person != null) {
            ids.add(person);
        }
        Map<Long, String> called = names.of(ding.orgId(), ids);
        return new DingDoorView(
                names.org(ding.orgId()).name(),
                Objects.requireNonNullElse(called.get(ding.senderId()), ""),
                found.isShown() ? ding.text() : "",
                ding.sendAt(),
                recipient.state(),
                person == null ? recipient.name() : Objects.requireNonNullElse(called.get(person), ""),
                found.step().target() != Target.PERSON,
                ding.recordingId() != null && found.isShown());
    }
}
