package org.qiao.customerprofile;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which customers wait for an answer, by the one rule that there is. Implemented by the module that reminds employees of them. */
public interface Waits {

    /**
     * Relations whose customers have waited at least since then.
     *
     * @param members who serves them; null: everybody
     */
    Set<Long> relations(long orgId, @Nullable Collection<Long> members, Instant since);

    /** Since when the customers in these threads wait, by relation; who does not wait is left out. */
    Map<Long, Instant> since(long orgId, Collection<Long> conversations);
}
