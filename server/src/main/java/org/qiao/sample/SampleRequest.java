package org.qiao.sample;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/setup/sample.
 *
 * @param code the setup code, for who is not on the server's own machine
 */
record SampleRequest(
        @Nullable @Size(max = 40) String code,

        @NotNull @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String locale) {

    @Override
    public String toString() {
        return "SampleRequest[]";
    }
}
