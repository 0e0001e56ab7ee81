package org.qiao.ding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.RecipientStore.Id;
import org.qiao.ding.RecipientStore.Move;
import org.qiao.dingrule.Ladder;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.FaultPoints;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the steps that are due. One transaction holds the recipients' rows, the steps, the orders and when the next step is due:
 * a crash leaves all of it or nothing, and two clocks never hold the same recipient.
 */
@Component
class Climb {

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final RecipientStore recipients;
    private final DingStore dings;
    private final Steps steps;
    private final StandIns standIns;
    private final Quiet quiet;
    private final Clock clock;

    Climb(RecipientStore recipients, DingStore dings, Steps steps, StandIns standIns, Quiet quiet, Clock clock) {
        this.recipients = recipients;
        this.dings = dings;
        this.steps = steps;
        this.standIns = standIns;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** @return how many recipients were served; fewer than {@code limit}: nobody else is due */
    @Transactional
    public int once(int limit) {
        Instant now = clock.instant();
        return serve(recipients.claim(now, limit), now);
    }

    List<Id> due(int limit) {
        return recipients.dueIds(clock.instant(), limit);
    }

    /** One alone, for when a batch failed. */
    @Transactional
    public int one(Id id) {
        Instant now = clock.instant();
        return serve(recipients.claim(id, now), now);
    }

    /** It cannot be served: others get their turn, and it another try. */
    @Transactional
    public void putOff(Id id) {
        recipients.postpone(id, clock.instant().plus(AFTER_A_FAULT));
    }

    private int serve(List<Recipient> due, Instant now) {
        if (due.isEmpty()) {
            return 0;
        }
        Map<Long, Ding> byId = dings.ofClaimed(due);
        Map<Long, Instant> quietUntil = quiet.until(due, byId, now);
        List<Plan> plans = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (Recipient recipient : due) {
            Ding ding = Objects.requireNonNull(byId.get(recipient.dingId()));
            serve(ding, recipient, quietUntil.get(recipient.id()), new Harvest(now, plans, moves));
        }
        steps.take(standIns.resolve(plans, now));
        recipients.move(moves, now);
        FaultPoints.reached("ding.step-uncommitted");
        AfterCommit.run(() -> FaultPoints.reached("ding.step-committed"));
        return due.size();
    }

    private record Harvest(Instant now, List<Plan> plans, List<Move> moves) {}

    private static void serve(Ding ding, Recipient recipient, @Nullable Instant quietUntil, Harvest harvest) {
        Ladder ladder = ding.ladderOf(recipient);
        Instant now = harvest.now();
        int index = recipient.step();
        if (!ladder.has(index) || !now.isBefore(ding.expiresAt())) {
            harvest.moves().add(new Move(recipient, index, recipient.baseAt(), null, false));
            return;
        }
        Ladder.Step step = ladder.steps().get(index);
        if (quietUntil != null && step.target() == Target.PERSON) {
            Duration postponed = Duration.between(Objects.requireNonNull(recipient.dueAt()), quietUntil);
            harvest.moves().add(new Move(recipient, index, recipient.baseAt().plus(postponed), quietUntil, false));
            return;
        }
        harvest.plans().addAll(plans(ding, recipient, step, now));
        Instant next = ladder.has(index + 1) ? ladder.due(index + 1, recipient.baseAt()) : ding.expiresAt();
        Instant nextDue = next.isAfter(ding.expiresAt()) ? ding.expiresAt() : next;
        harvest.moves()
                .add(new Move(recipient, index + 1, recipient.baseAt(), nextDue, step.target() == Target.PERSON));
    }

    private static List<Plan> plans(Ding ding, Recipient recipient, Ladder.Step step, Instant now) {
        Set<Way> allowed = step.target() == Target.PERSON ? recipient.ways() : Set.of(Way.values());
        return step.ways().stream()
                .filter(allowed::contains)
                .sorted()
                .map(way -> new Plan(ding, recipient, 0, recipient.step(), way, step.target(), null, now, null))
                .toList();
    }
}
