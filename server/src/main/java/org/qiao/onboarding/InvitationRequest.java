package org.qiao.onboarding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/invitations.
 *
 * @param departmentId where newcomers go; null: the root
 * @param expiresInHours at most thirty days
 * @param approval an administrator decides about everybody who comes
 * @param maxUses null: as many as come
 */
record InvitationRequest(
        @Nullable Long departmentId,
        @NotNull @Min(1) @Max(720) Integer expiresInHours,
        @NotNull Boolean approval,
        @Nullable @Min(1) @Max(100_000) Integer maxUses) {}
