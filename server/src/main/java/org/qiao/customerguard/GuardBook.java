package org.qiao.customerguard;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The rules of all companies, compiled and in memory. Renewed at once by the server on which they are changed, within a second by
 * others: a number in the database says which companies' rules are new.
 */
@Component
class GuardBook implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GuardBook.class);

    private final RuleStore store;
    private final Map<Long, Edition> editions = new ConcurrentHashMap<>();
    private volatile boolean running;

    GuardBook(RuleStore store) {
        this.store = store;
    }

    /** @param snapshot null: no rule is in force */
    private record Edition(long version, @Nullable GuardSnapshot snapshot) {}

    @Nullable
    GuardSnapshot of(long orgId) {
        Edition edition = editions.get(orgId);
        return edition == null ? null : edition.snapshot();
    }

    /** Reads what is new. The version is read before the rules, so rules are never older than their number. */
    void renew() {
        store.versions()
                .forEach((orgId, version) -> editions.compute(orgId, (id, known) -> {
                    boolean fresh = known != null && known.version() >= version;
                    return fresh ? known : edition(id, version);
                }));
    }

    private Edition edition(long orgId, long version) {
        List<GuardRule> rules =
                store.list(orgId).stream().filter(GuardRule::enabled).toList();
        return new Edition(version, rules.isEmpty() ? null : new GuardSnapshot(rules));
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        try {
            renew();
        } catch (DataAccessException e) { // an edge: what was known stays in force, a second later is another try
            LOG.warn("The rules for what is said to customers were not renewed", e);
        }
    }

    @Override
    public void start() {
        renew();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before messages are accepted. */
    @Override
    public int getPhase() {
        return -1;
    }
}
