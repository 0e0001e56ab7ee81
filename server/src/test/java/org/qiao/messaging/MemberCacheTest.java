package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.springframework.dao.TransientDataAccessResourceException;

class MemberCacheTest {

    private static final int ROOM = 1_000;

    private final Map<Long, long[]> database = new HashMap<>(Map.of(5L, new long[] {1, 2}, 6L, new long[] {3}));
    private final AtomicInteger questions = new AtomicInteger();

    /** Whoever looks without the conversation's turn may have asked before a change and get his answer after it. */
    @Test
    void anAnswerFromBeforeAChangeIsNotKeptAfterIt() {
        MemberCache[] cache = new MemberCache[1];
        cache[0] = new MemberCache(
                asked -> {
                    Map<Long, long[]> old = answer(asked);
                    if (questions.get() == 1) { // in this moment somebody leaves, and who told it has looked again
                        database.put(5L, new long[] {1});
                        cache[0].drop(5);
                        assertThat(cache[0].of(Set.of(5L)).get(5L)).containsExactly(1);
                    }
                    return old;
                },
                ROOM);

        cache[0].of(Set.of(5L, 6L));

        assertThat(cache[0].of(5)).containsExactly(1);
        assertThat(cache[0].of(Set.of(5L, 6L)).get(5L)).containsExactly(1);
        assertThat(questions).hasValue(2);
    }

    @Test
    void whatIsKnownIsNotAskedAgainAndAFailureIsNotKept() {
        AtomicInteger failures = new AtomicInteger(1);
        MemberCache cache = new MemberCache(
                asked -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new TransientDataAccessResourceException("away");
                    }
                    return answer(asked);
                },
                ROOM);

        assertThatThrownBy(() -> cache.of(Set.of(5L, 7L))).isInstanceOf(TransientDataAccessResourceException.class);
        assertThat(cache.of(Set.of(5L, 7L))).containsOnlyKeys(5L);
        assertThat(cache.of(5)).containsExactly(1, 2);
        assertThat(cache.of(Set.of(5L))).containsOnlyKeys(5L);
        assertThat(questions).hasValue(1);
        assertThat(cache.of(7)).isEmpty();
    }

    @Test
    void whoWaitsForALookAtManyThatLeavesItOutHearsOfNobody() throws Exception {
        MemberCache[] cache = new MemberCache[1];
        List<long[]> heard = new ArrayList<>();
        List<Thread> others = new ArrayList<>();
        cache[0] = new MemberCache(
                asked -> {
                    Thread other = Thread.ofPlatform().start(() -> heard.add(cache[0].of(7)));
                    others.add(other);
                    Await.until(() -> other.getState() == Thread.State.WAITING);
                    return answer(asked);
                },
                ROOM);

        assertThat(cache[0].of(Set.of(5L, 7L))).containsOnlyKeys(5L);
        others.getFirst().join();

        assertThat(heard).hasSize(1).first().isEqualTo(new long[0]);
    }

    private Map<Long, long[]> answer(Set<Long> asked) {
        questions.incrementAndGet();
        Map<Long, long[]> found = new HashMap<>(database);
        found.keySet().retainAll(asked);
        return found;
    }
}
