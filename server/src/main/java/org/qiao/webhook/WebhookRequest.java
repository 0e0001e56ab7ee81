package org.qiao.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * Body of POST and PUT /api/admin/webhooks.
 *
 * @param topics as "approval.agreed"; "*" is everything
 * @param withValues also what forms say
 * @param intranet the address is meant to be in one of the operator's own networks
 */
record WebhookRequest(
        @NotBlank @Size(max = 40) String name,
        @NotBlank @Size(max = 500) String url,

        @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "\\*|[a-z]{1,40}\\.[a-z_]{1,40}") String> topics,

        boolean withValues,
        boolean intranet,
        boolean enabled) {

    WebhookRequest {
        topics = topics == null
                ? List.of()
                : List.copyOf(
                        topics.stream().filter(Objects::nonNull).distinct().toList());
    }
}
