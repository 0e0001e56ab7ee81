package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.testing.Await;

class WriterTest {

    private static final int MOST = 3;

    private final List<ReentrantLock> turns = List.of(new ReentrantLock(true), new ReentrantLock(true));
    private final List<Lane> lanes =
            turns.stream().map(turn -> new Lane(10, turn)).toList();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        lanes.forEach(Lane::close);
        writers.forEach(Writer::close);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(lanes).allMatch(lane -> lane.waiting() == 0 && lane.isFree());
    }

    @Test
    void aBatchThatFailsDoesNotEndTheWriter() throws InterruptedException {
        CountDownLatch failures = new CountDownLatch(2);
        start(new Writer(lanes, 1, 0, batch -> {
            failures.countDown();
            throw new IllegalStateException("somebody else's code");
        }));

        offer(0, "a");
        offer(0, "b");

        assertThat(failures.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneBatchTakesFromAllLanesAndTheNextBeginsBehindWhereItWasFull() {
        for (String key : List.of("a1", "a2", "a3", "a4")) {
            offer(0, key);
        }
        offer(1, "b1");
        start(recording());

        Await.until(() -> batches.size() == 2);
        assertThat(batches).containsExactly(List.of("a1", "a2", "a3"), List.of("b1", "a4"));
    }

    @Test
    void aLaneWhoseTurnIsTakenWaitsAndTheOthersDoNot() {
        turns.getFirst().lock();
        Writer writer = recording();
        try {
            start(writer);
            offer(0, "a");
            offer(1, "b");
            Await.until(() -> batches.size() == 1);
            assertThat(batches).containsExactly(List.of("b"));
        } finally {
            turns.getFirst().unlock();
            writer.wake();
        }

        Await.until(() -> batches.size() == 2);
        assertThat(batches.getLast()).containsExactly("a");
    }

    @Test
    void aRepeatedKeyEndsWhatItsLaneGivesToTheBatch() {
        for (String key : List.of("a", "a", "b")) {
            offer(0, key);
        }
        start(recording());

        Await.until(() -> batches.size() == 2);
        assertThat(batches).containsExactly(List.of("a"), List.of("a", "b"));
    }

    @Test
    void whatWaitsIsAppendedBeforeTheEndAndNothingMoreIsTaken() throws InterruptedException {
        offer(0, "a");
        offer(1, "b");
        Writer writer = recording();
        lanes.forEach(Lane::close);
        writer.close();
        Thread thread = Thread.ofPlatform().start(writer);
        thread.join();

        assertThat(batches).containsExactly(List.of("a", "b"));
        assertThat(lanes.getFirst().offer(pending(0, "c"))).isFalse();
    }

    private Writer recording() {
        return new Writer(
                lanes,
                MOST,
                TimeUnit.MILLISECONDS.toNanos(1),
                batch -> batches.add(
                        batch.stream().map(pending -> pending.draft().key()).toList()));
    }

    private void start(Writer writer) {
        writers.add(writer);
        threads.add(Thread.ofPlatform().daemon().start(writer));
    }

    private void offer(int lane, String key) {
        assertThat(lanes.get(lane).offer(pending(lane, key))).isTrue();
        writers.forEach(Writer::wake);
    }

    private static Pending pending(long conversation, String key) {
        Actor actor = new Actor(1, 1, Set.of(), Locale.ROOT, ZoneOffset.UTC);
        return new Pending(
                actor,
                conversation,
                BodyRule.check(Draft.text(conversation, key, "hello")),
                0,
                false,
                new SendCallback() {
                    @Override
                    public void stored(Ack ack) {}

                    @Override
                    public void refused(Problem problem) {}
                });
    }
}
