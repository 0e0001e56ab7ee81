package org.qiao.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;

/** Answers what the acting person may administer; refuses ordinary members before anything is looked up. */
@Service
class Authorities {

    private final RightsStore rights;
    private final DepartmentStore departments;

    Authorities(RightsStore rights, DepartmentStore departments) {
        this.rights = rights;
        this.departments = departments;
    }

    Authority of(Actor actor) {
        if (actor.isAdmin()) {
            return Authority.FULL;
        }
        if (!actor.grants().contains(Grant.SUB_ADMIN)) {
            throw DirectoryProblem.NOT_ALLOWED.problem();
        }
        Set<Long> roots = new HashSet<>(rights.scope(actor.orgId(), actor.principalId()));
        return new Authority(false, roots, departments.tree(actor.orgId()).subtrees(roots));
    }

    /**
     * What an administrator may touch.
     *
     * @param full owner and administrators: everything
     * @param roots departments given to a sub-administrator
     * @param departments the roots and everything below them
     */
    record Authority(boolean full, Set<Long> roots, Set<Long> departments) {

        static final Authority FULL = new Authority(true, Set.of(), Set.of());

        Authority {
            roots = Set.copyOf(roots);
            departments = Set.copyOf(departments);
        }

        static void requireAdmin(Actor actor) {
            if (!actor.isAdmin()) {
                throw DirectoryProblem.NOT_ALLOWED.problem();
            }
        }

        /** For members: all their departments must be inside. Somebody without a department belongs to no sub-administrator. */
        boolean covers(Collection<Long> departmentIds) {
            return full || (!departmentIds.isEmpty() && departments.containsAll(departmentIds));
        }

        /** A department may be changed when it lies below a given one; the given one itself is the business of who gave it. */
        boolean mayChange(long departmentId) {
            return full || (departments.contains(departmentId) && !roots.contains(departmentId));
        }

        void requireCovers(Collection<Long> departmentIds) {
            if (!covers(departmentIds)) {
                throw DirectoryProblem.OUTSIDE_YOUR_DEPARTMENTS.problem();
            }
        }

        void requireMayChange(long departmentId) {
            if (!mayChange(departmentId)) {
                throw DirectoryProblem.OUTSIDE_YOUR_DEPARTMENTS.problem();
            }
        }
    }
}
