package org.qiao.contactway;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a code gives the next customer. In this order:
 *
 * <ol>
 *   <li>of an exclusive code the one who has had him before, whatever his hours and his cap;
 *   <li>of those on duty who are below their cap the one with the fewest today; of equals whoever waited longest;
 *   <li>of the backups the one with the fewest today, beyond every cap;
 *   <li>nobody: the customer waits and is given away at the next chance.
 * </ol>
 *
 * Who has left, may have no customers or has as many as he may is never chosen.
 */
final class ChoiceRule {

    private static final Comparator<Candidate> FEWEST_THEN_LONGEST_AGO =
            Comparator.comparingInt(Candidate::taken).thenComparingInt(Candidate::lastTurn);

    private ChoiceRule() {}

    /**
     * Somebody who may be chosen.
     *
     * @param taken today, by this code
     * @param lastTurn the number of the arrival that he got last; 0 for none today
     */
    record Candidate(long memberId, @Nullable Integer cap, int taken, int lastTurn) {

        boolean hasRoom() {
            return cap == null || taken < cap;
        }
    }

    /**
     * What the rule looks at.
     *
     * @param onDuty in the order of the code, which decides between equals
     * @param able who can take a customer at all
     * @param loyal who has had the customer before, when the code is exclusive
     */
    record Field(
            List<Candidate> onDuty,
            List<Candidate> backups,
            Set<Long> able,
            @Nullable Candidate loyal) {}

    /** @param beyond as a backup, or beyond the cap */
    record Choice(long memberId, boolean beyond) {}

    static Optional<Choice> choose(Field field) {
        Candidate loyal = field.loyal();
        if (loyal != null && field.able().contains(loyal.memberId())) {
            return Optional.of(new Choice(loyal.memberId(), !loyal.hasRoom()));
        }
        return fewest(field.onDuty().stream().filter(Candidate::hasRoom).toList(), field.able())
                .map(found -> new Choice(found, false))
                .or(() -> fewest(field.backups(), field.able()).map(found -> new Choice(found, true)));
    }

    /** The sort is stable: of equals the first. */
    private static Optional<Long> fewest(List<Candidate> candidates, Set<Long> able) {
        return candidates.stream()
                .filter(candidate -> able.contains(candidate.memberId()))
                .sorted(FEWEST_THEN_LONGEST_AGO)
                .map(Candidate::memberId)
                .findFirst();
    }
}
