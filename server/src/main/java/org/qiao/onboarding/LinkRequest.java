package org.qiao.onboarding;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/links/{token}.
 *
 * @param password RESET: the new one; JOIN: the one the account has; LOGIN: none
 */
record LinkRequest(@Nullable @Size(max = 256) String password) {

    @Override
    public String toString() {
        return "LinkRequest[]";
    }
}
