package org.qiao.groupguard;

import java.util.List;

/**
 * A rule of a company.
 *
 * @param groups none: all of the company
 */
record GuardRule(
        long id,
        long orgId,
        long ownerId,
        String name,
        List<Long> groups,
        SpamRule content,
        boolean active,
        int version) {

    GuardRule {
        groups = List.copyOf(groups);
    }

    boolean holdsFor(long groupId) {
        return active && (groups.isEmpty() || groups.contains(groupId));
    }
}
