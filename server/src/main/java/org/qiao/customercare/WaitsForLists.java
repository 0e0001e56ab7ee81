package org.qiao.customercare;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.Waits;
import org.springframework.stereotype.Component;

/** Tells the lists of customers who waits, so that they and the page of waits never differ. */
@Component
class WaitsForLists implements Waits {

    private final CareWaitStore store;

    WaitsForLists(CareWaitStore store) {
        this.store = store;
    }

    @Override
    public Set<Long> relations(long orgId, @Nullable Collection<Long> members, Instant since) {
        return members != null && members.isEmpty() ? Set.of() : store.relations(orgId, members, since);
    }

    @Override
    public Map<Long, Instant> since(long orgId, Collection<Long> conversations) {
        return conversations.isEmpty() ? Map.of() : store.since(orgId, conversations);
    }
}
