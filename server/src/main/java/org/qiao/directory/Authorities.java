package org.qiao.directory;

import java.util.HashSet;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;

/** Answers what the acting person may administer; refuses ordinary members before anything is looked up. */
@Service
class Authorities {

    private final ScopeStore scopes;
    private final DepartmentStore departments;

    Authorities(ScopeStore scopes, DepartmentStore departments) {
        this.scopes = scopes;
        this.departments = departments;
    }

    Authority of(Actor actor) {
        if (actor.isAdmin()) {
            return Authority.FULL;
        }
        if (!actor.grants().contains(Grant.SUB_ADMIN)) {
            throw DirectoryProblem.NOT_ALLOWED.problem();
        }
        Set<Long> roots = new HashSet<>(scopes.departments(actor.orgId(), actor.principalId()));
        return new Authority(false, roots, departments.tree(actor.orgId()).subtrees(roots));
    }
}
