package org.qiao.customergroup;

import org.jspecify.annotations.Nullable;

/**
 * A customer came into a group. Told at least once, after the commit, a moment after it happened.
 *
 * @param codeId by which code, of the module groupcode
 */
public record GroupJoined(
        long orgId, long groupId, long customerId, @Nullable Long codeId) {}
