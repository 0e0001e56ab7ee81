package org.qiao.onboarding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/join/{token}. Somebody who is signed in gives the name only.
 *
 * @param login phone or e-mail of a newcomer
 */
record JoinRequest(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 254) String login,
        @Nullable @Size(max = 256) String password,

        @Nullable @Size(max = 35) @Pattern(regexp = SetupRequest.LOCALE)
        String locale) {

    @Override
    public String toString() {
        return "JoinRequest[]";
    }
}
