package org.qiao.onboarding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Body of POST /api/companies.
 *
 * @param name of the company
 * @param memberName what the founder is called in it
 */
record FoundRequest(
        @NotBlank @Size(max = 64) String name,
        @NotBlank @Size(max = 80) String memberName) {}
