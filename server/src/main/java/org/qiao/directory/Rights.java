package org.qiao.directory;

import java.util.List;
import java.util.Set;
import org.qiao.directory.Authorities.Authority;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes members administrators. Only full administrators may, so nobody gives more than he has. */
@Service
public class Rights {

    private final MemberStore members;
    private final RightsStore store;
    private final DepartmentStore departments;
    private final Identities identities;

    Rights(MemberStore members, RightsStore store, DepartmentStore departments, Identities identities) {
        this.members = members;
        this.store = store;
        this.departments = departments;
        this.identities = identities;
    }

    /** What a member may administer. */
    record View(MemberRequest.Level grant, boolean owner, List<Long> departmentIds) {}

    View get(Actor actor, long id) {
        Authority.requireAdmin(actor);
        if (members.find(actor, id).isEmpty()) {
            throw DirectoryProblem.NOT_FOUND.problem();
        }
        return view(actor, id);
    }

    @Transactional
    public void makeAdmin(Actor actor, long id) {
        set(actor, id, new MemberRequest.Rights(MemberRequest.Level.ADMIN, null));
    }

    @Transactional
    public void makeSubAdmin(Actor actor, long id, List<Long> departmentIds) {
        set(actor, id, new MemberRequest.Rights(MemberRequest.Level.SUB_ADMIN, departmentIds));
    }

    @Transactional
    View set(Actor actor, long id, MemberRequest.Rights input) {
        Authority.requireAdmin(actor);
        MemberRow member = members.lock(actor, id).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
        if (!member.state().isPresent()) {
            throw DirectoryProblem.MEMBER_LEFT.problem();
        }
        if (identities.grants(actor.orgId(), id).contains(Grant.OWNER)) {
            throw DirectoryProblem.OWNER_MUST_TRANSFER.problem();
        }
        List<Long> scope = input.grant() == MemberRequest.Level.SUB_ADMIN ? scope(actor, input) : List.of();
        identities.setGrants(actor.orgId(), id, input.grant().grants());
        store.replaceScope(actor.orgId(), id, scope);
        return view(actor, id);
    }

    private List<Long> scope(Actor actor, MemberRequest.Rights input) {
        if (input.departments().isEmpty()) {
            throw DirectoryProblem.SCOPE_MISSING.problem();
        }
        if (!departments.tree(actor.orgId()).containsAll(input.departments())) {
            throw DirectoryProblem.UNKNOWN_DEPARTMENT.problem();
        }
        return input.departments();
    }

    private View view(Actor actor, long id) {
        Set<Grant> grants = identities.grants(actor.orgId(), id);
        MemberRequest.Level level = grants.contains(Grant.SUB_ADMIN)
                ? MemberRequest.Level.SUB_ADMIN
                : grants.isEmpty() ? MemberRequest.Level.NONE : MemberRequest.Level.ADMIN;
        return new View(level, grants.contains(Grant.OWNER), store.scope(actor.orgId(), id));
    }
}
