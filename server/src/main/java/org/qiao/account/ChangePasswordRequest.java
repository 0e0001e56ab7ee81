package org.qiao.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of PUT /api/account/password.
 *
 * @param current required once the account has a password
 */
record ChangePasswordRequest(
        @Nullable @Size(max = 256) String current,
        @NotNull @Size(max = 256) String next) {}
