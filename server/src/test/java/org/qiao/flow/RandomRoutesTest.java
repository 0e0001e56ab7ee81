package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.RandomRun.Move;

/**
 * Random routes, random people, random moves. After every step the invariants hold; from everywhere "agree, or let the time
 * pass" leads to an end; events mean the same after they were stored; the path that was shown is the one that is walked.
 */
@Order(2)
class RandomRoutesTest {

    private static final int RUNS = Integer.getInteger("flow.runs", 20_000);
    private static final long FIRST_SEED = Long.getLong("flow.seed", 1L);

    @Test
    void invariantsHoldNothingStandsStillAndEventsTellTheWholeStory() {
        Map<Status, Integer> ends = new HashMap<>();
        Map<String, Integer> accepted = new TreeMap<>();
        long refused = 0;
        long events = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            RandomRun run = new RandomRun(seed);
            try {
                run.play(new Random(~seed));
            } catch (RuntimeException | StackOverflowError broken) {
                throw new AssertionError(story(seed, run.moves), broken);
            }
            ends.merge(run.state().status(), 1, Integer::sum);
            run.accepted.forEach((kind, count) -> accepted.merge(kind, count, Integer::sum));
            refused += run.refused;
            events += run.events();
        }
        System.out.printf(
                "%d runs, %d events, ends %s, accepted %s, refused %d%n", RUNS, events, ends, accepted, refused);
        assertThat(ends).as("every end is reached").containsKeys(Status.AGREED, Status.REFUSED, Status.REVOKED);
        assertThat(accepted).as("every command was accepted somewhere").hasSize(16);
        assertThat(refused).as("bad moves were among them").isGreaterThan(RUNS / 2);
    }

    /** Seeds that once showed a mistake. */
    @ParameterizedTest
    @ValueSource(longs = {634, 2739})
    void whatOnceBrokeHolds(long seed) {
        new RandomRun(seed).play(new Random(~seed));
    }

    /** The shortest list of moves that still breaks. */
    private static String story(long seed, List<Move> moves) {
        List<Move> shortest = new ArrayList<>(moves);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int i = shortest.size() - 1; i >= 0; i--) {
                List<Move> fewer = new ArrayList<>(shortest);
                fewer.remove(i);
                if (failure(seed, fewer) != null) {
                    shortest = fewer;
                    shorter = true;
                }
            }
        }
        RandomWorld world = new RandomWorld(seed);
        return "seed %d: %s%nroute %s%napplicant %d, amount %d, admins %s, superiors %s, delegates %s%nmoves:%n%s"
                .formatted(
                        seed,
                        failure(seed, shortest),
                        Scene.JSON.writeValueAsString(world.route),
                        world.applicant,
                        world.amount,
                        world.company.admins,
                        world.company.superiors,
                        world.company.delegates,
                        shortest.stream().map(Move::toString).collect(Collectors.joining("\n")));
    }

    private static @Nullable String failure(long seed, List<Move> moves) {
        try {
            new RandomRun(seed).replay(moves);
            return null;
        } catch (RuntimeException | StackOverflowError broken) {
            return broken.toString();
        }
    }
}
