package org.qiao.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a customer, in which order it is refused, and what becomes of it when the time has come. Pure. */
final class HandOverRule {

    private HandOverRule() {}

    /**
     * Whoever shall serve next.
     *
     * @param able there, and in the range of who may have customers
     * @param load his open relations
     * @param most how many he may have
     * @param serves he serves this customer already
     */
    record Taker(long id, boolean able, int load, int most, boolean serves) {

        boolean isFull() {
            return load >= most && !serves;
        }
    }

    /**
     * What is wanted.
     *
     * @param open somebody serves the customer by this relation
     * @param waiting another hand-over of the customer waits for his answer
     * @param recent hand-overs of the customer on the job within the company's span
     * @param sinceLeft how long the one who served has been gone; null: he is here
     */
    record Wish(
            HandOverKind kind,
            long fromId,
            Taker taker,
            boolean open,
            boolean waiting,
            int recent,
            @Nullable Duration sinceLeft) {}

    /** Why it cannot be; empty: it can. */
    static Optional<HandoverProblem> refusal(Wish wish, HandOverSettings settings) {
        if (!wish.open()) {
            return Optional.of(HandoverProblem.CLOSED);
        }
        if (wish.fromId() == wish.taker().id()) {
            return Optional.of(HandoverProblem.SAME_PERSON);
        }
        Optional<HandoverProblem> byKind =
                wish.kind() == HandOverKind.ON_JOB ? onTheJob(wish, settings) : afterLeaving(wish, settings);
        return byKind.or(() -> taker(wish.taker()));
    }

    private static Optional<HandoverProblem> onTheJob(Wish wish, HandOverSettings settings) {
        if (wish.waiting()) {
            return Optional.of(HandoverProblem.IN_PROCESS);
        }
        if (wish.taker().serves()) {
            return Optional.of(HandoverProblem.ALREADY_THEIRS);
        }
        return wish.recent() >= settings.onJobMax() ? Optional.of(HandoverProblem.TOO_OFTEN) : Optional.empty();
    }

    private static Optional<HandoverProblem> afterLeaving(Wish wish, HandOverSettings settings) {
        Duration gone = wish.sinceLeft();
        if (gone == null) {
            return Optional.of(HandoverProblem.NOT_FOUND);
        }
        return gone.compareTo(settings.afterLeaving()) > 0 ? Optional.of(HandoverProblem.TOO_LATE) : Optional.empty();
    }

    private static Optional<HandoverProblem> taker(Taker taker) {
        if (!taker.able()) {
            return Optional.of(HandoverProblem.TAKER_NOT_ABLE);
        }
        return taker.isFull() ? Optional.of(HandoverProblem.TAKER_FULL) : Optional.empty();
    }

    /** What becomes of one that waits when nobody has refused it. */
    enum Fate {
        HAPPENS,
        TAKER_FULL,
        TAKER_GONE,
        RELATION_CLOSED
    }

    static Fate fate(boolean open, Taker taker) {
        if (!open) {
            return Fate.RELATION_CLOSED;
        }
        if (!taker.able()) {
            return Fate.TAKER_GONE;
        }
        return taker.isFull() ? Fate.TAKER_FULL : Fate.HAPPENS;
    }

    /** @param still nothing has happened since: the next one's relation is open and was not handed on */
    static Optional<HandoverProblem> undoRefusal(HandOver done, boolean still, Instant now, HandOverSettings settings) {
        Instant ended = done.endedAt();
        if (!done.isDone() || ended == null || !still) {
            return Optional.of(HandoverProblem.NOT_UNDOABLE);
        }
        return now.isAfter(ended.plus(settings.undo())) ? Optional.of(HandoverProblem.UNDO_OVER) : Optional.empty();
    }

    /** Of those who have room the one with the fewest customers; of equals the first asked for. */
    static Optional<Long> lightest(Collection<Long> takers, Map<Long, Integer> loads, int most) {
        return takers.stream()
                .filter(id -> loads.getOrDefault(id, 0) < most)
                .min(Comparator.comparingInt(id -> loads.getOrDefault(id, 0)));
    }
}
