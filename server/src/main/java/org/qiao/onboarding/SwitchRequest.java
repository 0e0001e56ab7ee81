package org.qiao.onboarding;

import jakarta.validation.constraints.NotNull;

/** Body of PUT /api/session/company. */
record SwitchRequest(@NotNull Long orgId) {}
