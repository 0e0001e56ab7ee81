package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Customers who may not write in a group for a time; for whoever has checked who asks. */
@Service
public class GroupMutes {

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final GroupGates gates;
    private final GroupNews news;
    private final Clock clock;

    GroupMutes(CustomerGroupStore store, GroupMemberStore members, GroupGates gates, GroupNews news, Clock clock) {
        this.store = store;
        this.members = members;
        this.gates = gates;
        this.news = news;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param minutes 0: he may write again
     * @return false when he is, and was, no customer there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mute(long orgId, long groupId, long customerId, int minutes) {
        CustomerGroup group = store.find(orgId, groupId).orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
        @Nullable Instant until = minutes == 0 ? null : clock.instant().plus(Duration.ofMinutes(minutes));
        boolean found = members.mute(group, customerId, until);
        AfterCommit.run(() -> gates.changed(group));
        news.members(group);
        news.guest(group, customerId);
        return found;
    }
}
