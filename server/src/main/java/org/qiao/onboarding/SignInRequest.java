package org.qiao.onboarding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/session.
 *
 * @param device what a program calls itself in the list of devices
 * @param bearer true for a program: the answer carries the token and no cookie is set
 */
record SignInRequest(
        @NotNull @Size(max = 254) String login,
        @NotNull @Size(max = 256) String password,
        @Nullable @Size(max = 200) String device,
        @Nullable Boolean bearer) {

    boolean isProgram() {
        return Boolean.TRUE.equals(bearer);
    }

    @Override
    public String toString() {
        return "SignInRequest[]";
    }
}
