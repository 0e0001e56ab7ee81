package org.qiao.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link or QR code that lets people into a company. */
record Invitation(
        long id,
        long orgId,
        String token,
        @Nullable Long departmentId,
        boolean approval,
        @Nullable Integer maxUses,
        int uses,
        long createdBy,
        Instant createdAt,
        Instant expiresAt,
        boolean revoked) {

    static final String PATH = "/join/";

    boolean works(Instant now) {
        return !revoked && expiresAt.isAfter(now) && (maxUses == null || uses < maxUses);
    }

    String path() {
        return PATH + token;
    }

    @Override
    public String toString() {
        return "Invitation[id=" + id + "]";
    }
}
