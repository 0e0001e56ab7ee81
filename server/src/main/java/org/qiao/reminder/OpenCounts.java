package org.qiao.reminder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Keeps a company from filling the table. Counting a hundred thousand rows for each reminder would cost more than setting it, so the
 * count is remembered for a moment and what was set since is added; only what would be refused is counted again.
 */
@Component
class OpenCounts {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final ReminderStore store;
    private final Cache<Long, AtomicInteger> counts =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(KEPT).build();

    OpenCounts(ReminderStore store) {
        this.store = store;
    }

    void add(long orgId, int more) {
        if (count(orgId).addAndGet(more) <= Reminders.OPEN_MAX) {
            return;
        }
        counts.invalidate(orgId);
        if (count(orgId).addAndGet(more) > Reminders.OPEN_MAX) {
            counts.invalidate(orgId);
            throw ReminderProblem.TOO_MANY.problem("max", Reminders.OPEN_MAX);
        }
    }

    private AtomicInteger count(long orgId) {
        return counts.get(orgId, org -> new AtomicInteger(store.count(org)));
    }
}
