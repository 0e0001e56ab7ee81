package org.qiao.ding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.DingAudit;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a sender does with a DING afterwards: reminds, recalls. */
@Service
class SentDings {

    static final Duration REMIND_PAUSE = Duration.ofMinutes(5);

    private final DingStore store;
    private final RecipientStore recipients;
    private final Steps steps;
    private final Quiet quiet;
    private final DingAudit audit;
    private final Tellings tellings;
    private final Clock clock;

    SentDings(
            DingStore store,
            RecipientStore recipients,
            Steps steps,
            Quiet quiet,
            DingAudit audit,
            Tellings tellings,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.steps = steps;
        this.quiet = quiet;
        this.audit = audit;
        this.tellings = tellings;
        this.clock = clock;
    }

    /** When the unconfirmed may be reminded; null when there is no more to remind of. */
    static @Nullable Instant remindableAt(Ding ding) {
        if (ding.isRecalled()) {
            return null;
        }
        Instant last = ding.remindedAt() == null ? ding.sendAt() : ding.remindedAt();
        return last.plus(REMIND_PAUSE);
    }

    /** At once, beside the ladder, which goes on as it would have. @param ways null: those of the ladder's first step */
    @Transactional
    public void remind(Actor actor, long id, @Nullable Set<Way> ways) {
        Ding ding = store.lock(actor, id).orElseThrow(DingProblem.NOT_FOUND::problem);
        Instant now = clock.instant();
        if (ding.isRecalled()) {
            throw DingProblem.RECALLED.problem();
        }
        Instant from = remindableAt(ding);
        if (from != null && from.isAfter(now)) {
            throw DingProblem.TOO_SOON.problem(
                    Problem.RETRY_AFTER, Duration.between(now, from).toSeconds() + 1);
        }
        List<Recipient> waiting = recipients.lockWaiting(ding);
        if (waiting.isEmpty() || !now.isBefore(ding.expiresAt())) {
            throw DingProblem.NOBODY_WAITS.problem();
        }
        Map<Long, Instant> quietUntil = quiet.until(waiting, Map.of(id, ding), now);
        List<Plan> plans = new ArrayList<>();
        for (Recipient recipient : waiting) {
            Instant notBefore = quietUntil.getOrDefault(recipient.id(), now);
            Set<Way> wanted = new HashSet<>(
                    ways == null || ways.isEmpty()
                            ? ding.ladderOf(recipient).steps().getFirst().ways()
                            : ways);
            wanted.retainAll(recipient.ways());
            wanted.stream()
                    .sorted()
                    .map(way ->
                            new Plan(ding, recipient, ding.rounds() + 1, 0, way, Target.PERSON, null, notBefore, null))
                    .forEach(plans::add);
        }
        store.remind(ding.orgId(), id, now);
        steps.take(plans);
        audit.record(actor, DingAudit.Kind.REMINDED, id, Map.of("recipients", waiting.size()));
    }

    /** What has not left will not; who has it sees that it was recalled. */
    @Transactional
    public void recall(Actor actor, long id) {
        Ding ding = store.lock(actor, id).orElseThrow(DingProblem.NOT_FOUND::problem);
        if (ding.isRecalled()) {
            return;
        }
        store.recall(ding.orgId(), id, clock.instant());
        List<Long> waiting =
                recipients.lockWaiting(ding).stream().map(Recipient::id).toList();
        recipients.recall(ding);
        steps.cancel(ding.orgId(), waiting);
        audit.record(actor, DingAudit.Kind.RECALLED, id, Map.of("waiting", waiting.size()));
        Set<Long> people = new HashSet<>(recipients.people(ding));
        people.addAll(steps.standIns(ding.orgId(), waiting));
        tellings.tell(people, id, Tellings.Kind.RECALLED);
        tellings.board(ding);
    }
}
