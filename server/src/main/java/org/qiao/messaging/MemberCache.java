package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is in a conversation now, sorted by id. Changes drop the line after their commit and within the conversation's turn, so
 * whoever holds the turn sees the truth; others may be a moment behind.
 */
@Component
class MemberCache {

    private final SeatStore store;
    private final Cache<Long, long[]> cache;

    MemberCache(SeatStore store, MessagingSettings settings) {
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.memberCache())
                .weigher((Long id, long[] members) -> members.length + 8)
                .build();
    }

    /** One query for all that are not known; conversations without members are left out. */
    Map<Long, long[]> of(Set<Long> conversations) {
        return cache.getAll(conversations, missing -> store.principals(toSet(missing)));
    }

    long[] of(long conversationId) {
        return Objects.requireNonNull(
                cache.get(conversationId, id -> store.principals(Set.of(id)).getOrDefault(id, new long[0])));
    }

    void drop(long conversationId) {
        cache.invalidate(conversationId);
    }

    private static Collection<Long> toSet(Set<? extends Long> ids) {
        return Set.copyOf(ids);
    }
}
