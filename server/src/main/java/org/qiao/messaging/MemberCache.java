package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who is in a conversation now, sorted by id. Changes drop the line after their commit and within the conversation's turn, so
 * whoever holds the turn sees the truth; others may be a moment behind.
 */
@Component
class MemberCache {

    private static final long[] NOBODY = {};

    private final Function<Set<Long>, Map<Long, long[]>> question;
    /** Keeps a line from when it is asked for: one that is dropped before its answer comes is not kept then. */
    private final Cache<Long, long[]> cache;

    @Autowired
    MemberCache(SeatStore store, MessagingSettings settings) {
        this(store::principals, settings.memberCache());
    }

    /**
     * @param question answers the members of each conversation, on the thread that asks
     * @param most principal ids that are kept
     */
    MemberCache(Function<Set<Long>, Map<Long, long[]>> question, int most) {
        this.question = question;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Long id, long[] members) -> members.length + 8)
                .executor(Runnable::run)
                .<Long, long[]>buildAsync()
                .synchronous();
    }

    /** One query for all that are not known; conversations without members are left out. */
    Map<Long, long[]> of(Set<Long> conversations) {
        return cache.getAll(conversations, missing -> question.apply(Set.copyOf(missing)));
    }

    long[] of(long conversationId) {
        long[] members =
                cache.get(conversationId, id -> question.apply(Set.of(id)).getOrDefault(id, NOBODY));
        return Objects.requireNonNullElse(members, NOBODY); // null: a look at many that was under way left it out
    }

    void drop(long conversationId) {
        cache.invalidate(conversationId);
    }
}
