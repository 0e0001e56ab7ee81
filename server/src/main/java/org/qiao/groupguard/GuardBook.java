package org.qiao.groupguard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Component;

/** The active rules of each company, in memory; whoever changes one says so after the commit. */
@Component
class GuardBook {

    private static final int COMPANIES_MAX = 5_000;

    private final GuardRuleStore store;
    private final Cache<Long, List<Ready>> rules =
            Caffeine.newBuilder().maximumSize(COMPANIES_MAX).build();

    GuardBook(GuardRuleStore store) {
        this.store = store;
    }

    record Ready(GuardRule rule, SpamJudge judge) {}

    /** A look-up by key at most. */
    List<Ready> of(long orgId, long groupId) {
        List<Ready> all = rules.get(orgId, this::active);
        return all.isEmpty()
                ? all
                : all.stream().filter(ready -> ready.rule().holdsFor(groupId)).toList();
    }

    private List<Ready> active(long orgId) {
        return store.active(orgId).stream()
                .map(rule -> new Ready(rule, new SpamJudge(rule.content())))
                .toList();
    }

    void changed(long orgId) {
        rules.invalidate(orgId);
    }
}
