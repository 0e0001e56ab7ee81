package org.qiao.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;

/**
 * An invitation as its maker and the administrators see it.
 *
 * @param path what a newcomer opens on this server
 * @param departmentName null for the root, also when the department is gone
 */
record InvitationView(
        long id,
        String path,
        @Nullable Long departmentId,
        @Nullable String departmentName,
        boolean approval,
        Instant expiresAt,
        @Nullable Integer maxUses,
        int uses,
        @Nullable Card createdBy,
        Instant createdAt) {}
