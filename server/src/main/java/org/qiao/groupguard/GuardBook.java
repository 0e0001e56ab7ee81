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
    private final Cache<Long, List<GuardRule>> rules =
            Caffeine.newBuilder().maximumSize(COMPANIES_MAX).build();

    GuardBook(GuardRuleStore store) {
        this.store = store;
    }

    /** A look-up by key at most. */
    List<GuardRule> of(long orgId, long groupId) {
        List<GuardRule> all = rules.get(orgId, store::active);
        return all.isEmpty()
                ? all
                : all.stream().filter(rule -> rule.holdsFor(groupId)).toList();
    }

    void changed(long orgId) {
        rules.invalidate(orgId);
    }
}
