package org.qiao.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something another system may want to know.
 *
 * @param topic "approval.agreed"
 * @param key natural and the same for every repeat: an endpoint gets each key once
 * @param data what everybody who listens may know
 * @param values more of it, only for endpoints that ask for what forms say; becomes {@code data.values}
 */
public record WebhookEvent(
        String topic,
        String key,
        Instant at,
        ObjectNode data,
        @Nullable ObjectNode values) {

    public WebhookEvent(String topic, String key, Instant at, ObjectNode data) {
        this(topic, key, at, data, null);
    }
}
