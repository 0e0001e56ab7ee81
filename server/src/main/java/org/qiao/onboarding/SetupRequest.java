package org.qiao.onboarding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of POST /api/setup/company: the first company and its owner. */
record SetupRequest(
        @NotBlank @Size(max = 64) String companyName,
        @NotBlank @Size(max = 80) String name,
        @NotNull @Size(max = 254) String login,
        @NotNull @Size(max = 256) String password,
        @Nullable @Size(max = 40) String code,

        @NotNull @Size(max = 35) @Pattern(regexp = SetupRequest.LOCALE)
        String locale) {

    static final String LOCALE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    @Override
    public String toString() {
        return "SetupRequest[]";
    }
}
