package org.qiao.directory;

import java.util.Collection;
import java.util.Set;
import org.qiao.platform.Actor;

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
