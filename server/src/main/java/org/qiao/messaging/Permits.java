package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Who was found to be allowed to write where, with the number the conversation's head had then. The database compares the number
 * under the head's lock: as long as it is the same, nobody has come, gone or closed anything, and nothing need be looked up again.
 * What is known here decides nothing by itself.
 */
final class Permits {

    private static final int KEPT = 1_000_000; // numbers, 8 bytes each
    private static final int OVERHEAD = 16;

    private final Cache<Long, Known> cache = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Long id, Known known) -> known.senders.length + OVERHEAD)
            .build();

    /** The head's number if all of them were found there under it, else 0. */
    long of(long conversationId, long[] senders, int from, int to) {
        Known known = cache.getIfPresent(conversationId);
        if (known == null) {
            return 0;
        }
        for (int i = from; i < to; i++) {
            if (Arrays.binarySearch(known.senders, senders[i]) < 0) {
                return 0;
            }
        }
        return known.permit;
    }

    /** All of them were allowed to write, in a transaction that is committed. */
    void learn(long conversationId, long permit, long[] senders, int from, int to) {
        LongStream fresh = Arrays.stream(senders, from, to);
        cache.asMap()
                .merge(
                        conversationId,
                        new Known(permit, fresh.sorted().distinct().toArray()),
                        (old, young) -> old.permit == permit ? old.and(young) : old.permit > permit ? old : young);
    }

    private record Known(long permit, long[] senders) {

        Known and(Known more) {
            return new Known(
                    permit,
                    LongStream.concat(Arrays.stream(senders), Arrays.stream(more.senders))
                            .sorted()
                            .distinct()
                            .toArray());
        }
    }
}
