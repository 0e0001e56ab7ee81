package org.qiao.account;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of PUT /api/account. What is missing stays as it is; an empty phone or e-mail removes it, as long as the other one remains.
 *
 * @param password the current one, required to change phone or e-mail
 */
record ChangeAccountRequest(
        @Nullable @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String locale,

        Account.@Nullable Theme theme,
        @Nullable @Size(max = Login.MAX_LENGTH) String phone,
        @Nullable @Size(max = Login.MAX_LENGTH) String email,
        @Nullable @Size(max = 256) String password) {

    boolean changesLogin() {
        return phone != null || email != null;
    }
}
