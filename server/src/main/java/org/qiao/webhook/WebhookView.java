package org.qiao.webhook;

import java.time.Instant;
import java.util.List;

/** An endpoint as administrators see it. */
record WebhookView(
        long id,
        String name,
        String url,
        List<String> topics,
        boolean withValues,
        boolean intranet,
        boolean enabled,
        Instant createdAt,
        Instant changedAt) {

    static WebhookView of(Endpoint endpoint) {
        return new WebhookView(
                endpoint.id(),
                endpoint.name(),
                endpoint.url(),
                endpoint.topics(),
                endpoint.withValues(),
                endpoint.intranet(),
                endpoint.enabled(),
                endpoint.createdAt(),
                endpoint.changedAt());
    }

    /** The secret is told now and never again. */
    record WebhookCreated(WebhookView webhook, String secret) {}

    /** For whoever draws routes. */
    record WebhookName(long id, String name, boolean enabled) {}
}
