package org.qiao.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.naming.NameIndex;
import org.springframework.stereotype.Service;

/** Ends and resumes a member's work, everywhere the directory knows of. In the caller's transaction. */
@Service
class Departures {

    private final MemberStore members;
    private final PostStore posts;
    private final DepartmentStore departments;
    private final RightsStore rights;
    private final NameIndex index;
    private final Identities identities;
    private final Clock clock;

    Departures(
            MemberStore members,
            PostStore posts,
            DepartmentStore departments,
            RightsStore rights,
            NameIndex index,
            Identities identities,
            Clock clock) {
        this.members = members;
        this.posts = posts;
        this.departments = departments;
        this.rights = rights;
        this.index = index;
        this.identities = identities;
        this.clock = clock;
    }

    /** Who leads him now; to be asked before he is let go. */
    Optional<Long> lead(long orgId, long id) {
        Long main = departments.mains(orgId, List.of(id)).get(id);
        return main == null
                ? Optional.empty()
                : departments.tree(orgId).managerOf(id, main, departments.leaders(orgId));
    }

    /** The row with number, phone and name stays; the partial unique indexes set number and phone free. */
    void letGo(long orgId, long id) {
        members.setState(orgId, id, MemberState.LEFT, clock.instant());
        posts.clear(orgId, id);
        departments.clearHead(orgId, id);
        rights.clear(orgId, id);
        index.setHidden(orgId, id, true);
        identities.setGrants(orgId, id, Set.of());
        identities.setEnabled(orgId, id, false);
    }

    /** Departments and rights stay: it may be a matter of days. */
    void lockOut(long orgId, long id) {
        members.setState(orgId, id, MemberState.DISABLED, null);
        index.setHidden(orgId, id, true);
        identities.setEnabled(orgId, id, false);
    }

    void allowIn(long orgId, long id) {
        members.setState(orgId, id, MemberState.ACTIVE, null);
        index.setHidden(orgId, id, false);
        identities.setEnabled(orgId, id, true);
    }
}
