package org.qiao.groupguard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/** How often customers wrote in the last minutes. Kept in memory: a restart forgives. */
@Component
class Floods {

    private static final int WRITERS_MAX = 100_000;
    private static final int KEPT = 101;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<Writer, Recent> recent = Caffeine.newBuilder()
            .maximumSize(WRITERS_MAX)
            .expireAfterAccess(LONGEST)
            .build();

    private record Writer(long conversationId, long customerId) {}

    /** What one customer wrote in one group. */
    static final class Recent {

        private final Deque<Instant> moments = new ArrayDeque<>();
        private String lastKey = "";

        /** A repeat of the same message is not one more. */
        synchronized void add(String key, Instant at) {
            if (key.equals(lastKey)) {
                return;
            }
            lastKey = key;
            moments.addLast(at);
            if (moments.size() > KEPT) {
                moments.removeFirst();
            }
        }

        synchronized boolean isTooMuch(SpamRule.Flood flood, Instant now) {
            Instant from = now.minusSeconds(flood.seconds());
            return moments.stream().filter(at -> at.isAfter(from)).count() > flood.messages();
        }
    }

    Recent add(long conversationId, long customerId, String key, Instant at) {
        Recent writer = recent.get(new Writer(conversationId, customerId), fresh -> new Recent());
        writer.add(key, at);
        return writer;
    }
}
