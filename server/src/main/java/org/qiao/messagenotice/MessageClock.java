package org.qiao.messagenotice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import org.qiao.messagenotice.CallStore.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks twice a second for what was committed and for people whose moment has come. Keeps nothing in memory: what is due stands
 * in the database, so a restart goes on where the last process ended.
 */
@Component
class MessageClock {

    private static final Logger LOG = LoggerFactory.getLogger(MessageClock.class);

    private static final int STRETCHES = 500;
    private static final int CALLS = 2_000;
    private static final int SINGLY = 200;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final Sorting sorting;
    private final Calling calling;
    private final CallStore calls;
    private final Clock clock;
    private final Counter served;
    private final ReentrantLock running = new ReentrantLock();

    MessageClock(Sorting sorting, Calling calling, CallStore calls, Clock clock, MeterRegistry meters) {
        this.sorting = sorting;
        this.calling = calling;
        this.calls = calls;
        this.clock = clock;
        this.served = Counter.builder("qiao.messagenotice.served")
                .description("Addressees whose moment to be told of a message had come, told or not")
                .register(meters);
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is left
        }
        try {
            sort();
            call();
        } catch (RuntimeException e) { // an edge: the database is away; half a second later is another try
            LOG.warn("Addressees are not told of messages: {}", e.getClass().getName());
        } finally {
            running.unlock();
        }
    }

    private void sort() {
        try {
            drain(sorting::once, STRETCHES);
        } catch (RuntimeException e) { // an edge: one conversation keeps no other from its turn
            LOG.warn("Messages were not looked at yet: {}", e.getClass().getName(), e);
            sortSingly();
        }
    }

    /** As far as one batch goes. What fails by itself is left out: it would fail for ever, and hold up every company. */
    private void sortSingly() {
        for (int i = 0; i < STRETCHES; i++) {
            try {
                if (sorting.once(1) == 0) {
                    return;
                }
            } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
                LOG.warn("Messages wait to be looked at: {}", e.getClass().getName());
                return;
            } catch (RuntimeException e) { // an edge, as above
                LOG.error("Nobody is told of what was said in {}", sorting.leaveOut(), e);
            }
        }
    }

    private void call() {
        try {
            served.increment(drain(calling::once, CALLS));
        } catch (RuntimeException e) { // an edge: one addressee keeps no other from his turn
            LOG.warn(
                    "Addressees were not told of messages yet: {}", e.getClass().getName(), e);
            for (Call call : calling.due(SINGLY)) {
                if (!isServed(call)) {
                    calling.putOff(call);
                }
            }
        }
    }

    private boolean isServed(Call call) {
        try {
            served.increment(calling.one(call));
            return true;
        } catch (RuntimeException e) { // an edge, as above
            LOG.warn(
                    "{} cannot be told of {}: {}",
                    call.key().principalId(),
                    call.key().conversationId(),
                    e.getClass().getName());
            return false;
        }
    }

    private static int drain(IntUnaryOperator once, int batch) {
        int sum = 0;
        int count;
        do {
            count = once.applyAsInt(batch);
            sum += count;
        } while (count == batch);
        return sum;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void forget() {
        calls.forget(clock.instant().minus(FORGOTTEN_AFTER));
    }
}
