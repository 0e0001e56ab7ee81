package org.qiao.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is behind a token, kept for a moment so that not every request asks the database. Whatever ends or changes a session
 * forgets it here after commit; the short life is for changes that come from outside this process.
 */
@Component
class SessionCache {

    /** A few hundred bytes each. */
    private static final int MAX_ENTRIES = 20_000;

    private static final Duration LIFE = Duration.ofSeconds(20);

    private final Cache<ByteBuffer, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(LIFE)
            .build();

    /** Grows with every forgetting, so that a value read before it is not kept after it. */
    private final AtomicLong forgettings = new AtomicLong();

    /**
     * @param principalId also set when the member is disabled and the actor therefore missing
     */
    record Entry(SignedIn signedIn, @Nullable Long principalId, boolean bearer, Instant lastSeenAt, Instant expiresAt) {

        boolean worksAs(long principal) {
            return principalId != null && principalId == principal;
        }
    }

    Optional<Entry> get(byte[] tokenHash, Supplier<Optional<Entry>> load) {
        ByteBuffer key = ByteBuffer.wrap(tokenHash);
        Entry kept = entries.getIfPresent(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        long before = forgettings.get();
        Optional<Entry> loaded = load.get();
        loaded.ifPresent(entry -> {
            entries.put(key, entry);
            if (forgettings.get() != before) {
                entries.invalidate(key);
            }
        });
        return loaded;
    }

    /** The same for many at once; those that nobody knows are missing in the answer. */
    Map<ByteBuffer, Entry> getAll(
            Collection<byte[]> tokenHashes, Function<Collection<byte[]>, Map<ByteBuffer, Entry>> load) {
        Map<ByteBuffer, Entry> found = new HashMap<>();
        List<byte[]> missing = new ArrayList<>();
        for (byte[] hash : tokenHashes) {
            ByteBuffer key = ByteBuffer.wrap(hash);
            Entry kept = entries.getIfPresent(key);
            if (kept == null) {
                missing.add(hash);
            } else {
                found.put(key, kept);
            }
        }
        if (!missing.isEmpty()) {
            long before = forgettings.get();
            Map<ByteBuffer, Entry> loaded = load.apply(missing);
            entries.putAll(loaded);
            if (forgettings.get() != before) {
                entries.invalidateAll(loaded.keySet());
            }
            found.putAll(loaded);
        }
        return found;
    }

    void forget(byte[] tokenHash) {
        forgettings.incrementAndGet();
        entries.invalidate(ByteBuffer.wrap(tokenHash));
    }

    /** Once the change is visible to everybody; at once when no transaction runs. */
    void forgetAfterCommit(Predicate<Entry> which) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(() -> forget(which)));
        } else {
            forget(which);
        }
    }

    /** One session. */
    void forgetAfterCommit(long sessionId) {
        forgetAfterCommit(entry -> entry.signedIn().sessionId() == sessionId);
    }

    private void forget(Predicate<Entry> which) {
        forgettings.incrementAndGet();
        entries.asMap().values().removeIf(which);
    }

    /** Runs before the listeners of the same commit, so that they already find the new state. */
    private record AfterCommit(Runnable action) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            action.run();
        }
    }
}
