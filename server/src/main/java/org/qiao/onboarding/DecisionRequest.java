package org.qiao.onboarding;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/join-requests/{id}/decision.
 *
 * @param departmentId where the newcomer goes; null: where the invitation says
 */
record DecisionRequest(@NotNull Boolean accept, @Nullable Long departmentId) {}
