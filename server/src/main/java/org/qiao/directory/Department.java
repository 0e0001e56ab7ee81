package org.qiao.directory;

import org.jspecify.annotations.Nullable;

/** A department as it is stored. */
record Department(
        long id,
        @Nullable Long parentId,
        String name,
        int position,
        @Nullable Long headId) {}
