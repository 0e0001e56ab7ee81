package org.qiao.directory;

import org.jspecify.annotations.Nullable;

/**
 * A department of the tree.
 *
 * @param parentId null for the root
 * @param memberCount invited and active members of it and of everything below, each counted once
 */
public record DepartmentView(
        long id,
        @Nullable Long parentId,
        String name,
        int position,
        @Nullable Card head,
        int memberCount) {}
