package org.qiao.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.handover.HandOverRule.Fate;
import org.qiao.handover.HandOverRule.Taker;
import org.qiao.handover.HandOverRule.Wish;

/** What may happen to a customer. */
class HandOverRuleTest {

    private static final HandOverSettings RULES = HandOverSettings.STANDARD;
    private static final Taker ABLE = new Taker(2, true, 10, 5_000, false);
    private static final Instant ENDED = Instant.parse("2026-11-20T08:00:00Z");

    private static Wish onJob(Taker taker, boolean open, boolean waiting, int recent) {
        return new Wish(HandOverKind.ON_JOB, 1, taker, open, waiting, recent, null);
    }

    private static Wish left(Taker taker, boolean open, @Nullable Duration gone) {
        return new Wish(HandOverKind.LEFT, 1, taker, open, false, 9, gone);
    }

    static Stream<Arguments> wishes() {
        Taker himself = new Taker(1, true, 10, 5_000, true);
        Taker gone = new Taker(2, false, 0, 5_000, false);
        Taker full = new Taker(2, true, 5_000, 5_000, false);
        Taker last = new Taker(2, true, 4_999, 5_000, false);
        Taker serves = new Taker(2, true, 5_000, 5_000, true);
        return Stream.of(
                of("on the job", onJob(ABLE, true, false, 0), null),
                of("a second time within 90 days", onJob(ABLE, true, false, 1), null),
                of("a third time", onJob(ABLE, true, false, 2), HandoverProblem.TOO_OFTEN),
                of("while one is in process", onJob(ABLE, true, true, 1), HandoverProblem.IN_PROCESS),
                of("to the same", onJob(himself, true, false, 0), HandoverProblem.SAME_PERSON),
                of("to one who serves him", onJob(serves, true, false, 0), HandoverProblem.ALREADY_THEIRS),
                of("to one who is not there", onJob(gone, true, false, 0), HandoverProblem.TAKER_NOT_ABLE),
                of("to one without room", onJob(full, true, false, 0), HandoverProblem.TAKER_FULL),
                of("to one with a last place", onJob(last, true, false, 0), null),
                of("what is closed", onJob(ABLE, false, false, 0), HandoverProblem.CLOSED),
                of("after leaving, however often", left(ABLE, true, Duration.ofDays(1)), null),
                of("on the last day of the year", left(ABLE, true, Duration.ofDays(365)), null),
                of(
                        "a year after leaving",
                        left(ABLE, true, Duration.ofDays(365).plusSeconds(1)),
                        HandoverProblem.TOO_LATE),
                of("of one who is here", left(ABLE, true, null), HandoverProblem.NOT_FOUND),
                of("to one who serves him already", left(serves, true, Duration.ZERO), null),
                of("to nobody there", left(gone, true, Duration.ZERO), HandoverProblem.TAKER_NOT_ABLE),
                of("given away meanwhile", left(ABLE, false, Duration.ZERO), HandoverProblem.CLOSED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wishes")
    void aWishIsRefusedForTheFirstReason(String name, Wish wish, @Nullable HandoverProblem refusal) {
        assertThat(HandOverRule.refusal(wish, RULES)).isEqualTo(Optional.ofNullable(refusal));
    }

    static Stream<Arguments> fates() {
        return Stream.of(
                of(true, ABLE, Fate.HAPPENS),
                of(false, ABLE, Fate.RELATION_CLOSED),
                of(true, new Taker(2, false, 0, 5, false), Fate.TAKER_GONE),
                of(true, new Taker(2, true, 5, 5, false), Fate.TAKER_FULL),
                of(true, new Taker(2, true, 5, 5, true), Fate.HAPPENS));
    }

    @ParameterizedTest
    @MethodSource("fates")
    void whenTheTimeHasComeWhatIsSoThenCounts(boolean open, Taker taker, Fate fate) {
        assertThat(HandOverRule.fate(open, taker)).isEqualTo(fate);
    }

    static Stream<Arguments> undoings() {
        Instant lastMoment = ENDED.plus(Duration.ofDays(7));
        return Stream.of(
                of(HandOverState.DONE, true, ENDED, null),
                of(HandOverState.DONE, true, lastMoment, null),
                of(HandOverState.DONE, true, lastMoment.plusMillis(1), HandoverProblem.UNDO_OVER),
                of(HandOverState.DONE, false, ENDED, HandoverProblem.NOT_UNDOABLE),
                of(HandOverState.UNDONE, true, ENDED, HandoverProblem.NOT_UNDOABLE),
                of(HandOverState.REFUSED, true, ENDED, HandoverProblem.NOT_UNDOABLE));
    }

    @ParameterizedTest
    @MethodSource("undoings")
    void undoingEndsAfterSevenDays(HandOverState state, boolean still, Instant now, @Nullable HandoverProblem refusal) {
        HandOver done = new HandOver(
                1,
                1,
                HandOverKind.LEFT,
                state,
                null,
                1,
                1,
                2L,
                false,
                1,
                2,
                "",
                HistoryAnswer.ASKED,
                true,
                3,
                ENDED,
                null,
                ENDED);

        assertThat(HandOverRule.undoRefusal(done, still, now, RULES)).isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void whoHasTheFewestTakesTheNextAndWhoIsFullTakesNone() {
        assertThat(HandOverRule.lightest(List.of(1L, 2L, 3L), Map.of(1L, 4, 2L, 2, 3L, 2), 5))
                .contains(2L);
        assertThat(HandOverRule.lightest(List.of(1L, 2L), Map.of(1L, 4), 5)).contains(2L);
        assertThat(HandOverRule.lightest(List.of(1L, 2L), Map.of(1L, 4, 2L, 5), 5))
                .contains(1L);
        assertThat(HandOverRule.lightest(List.of(1L, 2L), Map.of(1L, 5, 2L, 6), 5))
                .isEmpty();
        assertThat(HandOverRule.lightest(List.of(), Map.of(), 5)).isEmpty();
    }
}
