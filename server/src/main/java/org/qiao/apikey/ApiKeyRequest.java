package org.qiao.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/admin/api-keys.
 *
 * @param memberId acts for this one only; null: each call names the member
 */
record ApiKeyRequest(
        @NotBlank @Size(max = 40) String name,
        @NotEmpty Set<@NotNull ApiScope> scopes,
        @Nullable Long memberId) {}
