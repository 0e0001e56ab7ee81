package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;

class LaneTest {

    private static final MessagingSettings SETTINGS = new MessagingSettings(
            1,
            1,
            10,
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            10,
            10,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            10);

    @Test
    void aBatchThatFailsDoesNotEndTheLane() throws InterruptedException {
        CountDownLatch batches = new CountDownLatch(2);
        Lane lane = new Lane(SETTINGS, new ReentrantLock(), batch -> {
            batches.countDown();
            throw new IllegalStateException("somebody else's code");
        });
        Thread thread = Thread.ofPlatform().daemon().start(lane);

        lane.offer(pending("a"));
        lane.offer(pending("b"));

        assertThat(batches.await(10, TimeUnit.SECONDS)).isTrue();
        lane.close();
        thread.join();
    }

    private static Pending pending(String key) {
        Actor actor = new Actor(1, 1, Set.of(), Locale.ROOT, ZoneOffset.UTC);
        return new Pending(actor, 1, BodyRule.check(Draft.text(1, key, "hello")), 0, new SendCallback() {
            @Override
            public void stored(Ack ack) {}

            @Override
            public void refused(Problem problem) {}
        });
    }
}
