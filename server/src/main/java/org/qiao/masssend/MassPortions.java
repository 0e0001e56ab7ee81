package org.qiao.masssend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qiao.masssend.Listeners.Door;
import org.qiao.masssend.Listeners.Known;
import org.qiao.masssend.MassMessages.Kept;
import org.qiao.masssend.QuotaStore.Cap;
import org.qiao.masssend.RecipientStore.Decision;
import org.qiao.masssend.RecipientStore.Outcome;
import org.qiao.masssend.RecipientStore.Quota;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.masssend.ShareStore.Share;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a portion out of what is due and writes down what came of it: two short transactions, between which it is said. Who is taken is
 * counted against his caps in the same transaction, once; a portion that nobody brought back is taken again after a while.
 */
@Component
class MassPortions {

    /** Nobody needs so long for a portion. */
    static final Duration LOST = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Kept kept;
    private final MassRules rules;
    private final Listeners listeners;
    private final Clock clock;

    MassPortions(Kept kept, MassRules rules, Listeners listeners, Clock clock) {
        this.kept = kept;
        this.rules = rules;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * What is to be said now.
     *
     * @param listeners recipients with where they are reached
     */
    record Portion(Mass mass, Share share, Map<Recipient, Door> listeners) {}

    /**
     * @param most recipients
     * @param messages that may be said to them together
     * @return empty: nothing is due
     */
    @Transactional
    public Optional<Portion> take(int most, int messages) {
        Instant now = clock.instant();
        Optional<Share> due = kept.shares().next(now);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Share share = due.get();
        Mass mass = kept.masses().find(share.orgId(), share.massId()).orElseThrow();
        int size = Math.clamp(messages / mass.content().messages(), 1, most);
        List<Recipient> taken = kept.recipients().take(share, now.minus(LOST), size);
        if (taken.isEmpty()) {
            boolean done = !kept.recipients().underWay(share);
            kept.shares()
                    .turn(share, done ? ShareState.DONE : ShareState.CONFIRMED, done ? now : now.plus(LOOK_AGAIN), 0);
            return Optional.of(new Portion(mass, share, Map.of()));
        }
        return Optional.of(decide(mass, share, taken));
    }

    private Portion decide(Mass mass, Share share, List<Recipient> taken) {
        Known known = listeners.of(mass, share, taken);
        Map<Recipient, Door> doors = new LinkedHashMap<>();
        Map<Recipient, MassResult> fates = new LinkedHashMap<>();
        List<Long> again = new ArrayList<>();
        Set<Long> reached = new HashSet<>();
        for (Recipient recipient : taken) {
            Door door = known.door(recipient);
            if (recipient.result() == MassResult.SENDING && door != null) { // perhaps it was said, so it is said again
                again.add(recipient.id());
                doors.put(recipient, door);
            } else {
                MassResult fate = known.fate(recipient);
                if (fate != MassResult.SENDING || door == null || reached.add(known.id(recipient))) {
                    fates.put(recipient, fate);
                } // else two contacts became one meanwhile: the next portion counts him again
            }
        }
        if (!again.isEmpty()) {
            kept.recipients().claimAgain(share.orgId(), again, clock.instant());
        }
        write(mass, share, new Fates(fates, known), doors);
        return new Portion(mass, share, doors);
    }

    private record Fates(Map<Recipient, MassResult> fates, Known known) {}

    private void write(Mass mass, Share share, Fates decided, Map<Recipient, Door> doors) {
        Instant now = clock.instant();
        Cap cap = new Cap(
                share.orgId(),
                mass.kind(),
                mass.toGroups(),
                mass.kind().period(rules.today(share.orgId())),
                rules.settings(share.orgId()).most(mass.kind()));
        List<Long> wanted = decided.fates().entrySet().stream()
                .filter(entry -> entry.getValue() == MassResult.SENDING)
                .map(entry -> decided.known().id(entry.getKey()))
                .toList();
        Set<Long> allowed = wanted.isEmpty() ? Set.of() : kept.quotas().take(cap, wanted);
        List<Decision> decisions = new ArrayList<>();
        int leftOut = 0;
        for (Map.Entry<Recipient, MassResult> entry : decided.fates().entrySet()) {
            Recipient recipient = entry.getKey();
            Decision decision = decision(decided, recipient, entry.getValue(), allowed);
            decisions.add(decision);
            if (decision.result() == MassResult.SENDING) {
                doors.put(
                        recipient.named(decision.name(), new Quota(decision.quotaId(), cap.period())),
                        Objects.requireNonNull(decided.known().door(recipient)));
            } else {
                leftOut++;
            }
        }
        if (!decisions.isEmpty()) {
            kept.recipients().decide(share.orgId(), decisions, cap.period(), now);
        }
        kept.shares().turn(share, ShareState.CONFIRMED, now, leftOut);
    }

    private static Decision decision(Fates decided, Recipient recipient, MassResult fate, Set<Long> allowed) {
        if (fate != MassResult.SENDING) {
            return new Decision(recipient.id(), fate, "", 0);
        }
        long id = decided.known().id(recipient);
        return allowed.contains(id)
                ? new Decision(
                        recipient.id(), MassResult.SENDING, decided.known().name(recipient), id)
                : new Decision(recipient.id(), MassResult.CAPPED, "", 0);
    }

    /** Whoever could not be reached gets his count back. */
    @Transactional
    public void finish(Portion portion, List<Outcome> outcomes) {
        Set<Long> fresh = kept.recipients().finish(portion.share().orgId(), outcomes, clock.instant());
        List<Quota> back = new ArrayList<>();
        Map<Boolean, Integer> counts = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (fresh.contains(outcome.recipient().id())) {
                boolean sent = outcome.result() == MassResult.SENT;
                counts.merge(sent, 1, Integer::sum);
                Quota quota = outcome.recipient().quota();
                if (!sent && quota != null) {
                    back.add(quota);
                }
            }
        }
        if (!back.isEmpty()) {
            kept.quotas().giveBack(portion.mass(), back);
        }
        if (!counts.isEmpty()) {
            kept.shares().count(portion.share(), counts.getOrDefault(true, 0), counts.getOrDefault(false, 0));
        }
    }
}
