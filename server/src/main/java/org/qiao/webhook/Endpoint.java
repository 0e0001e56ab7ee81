package org.qiao.webhook;

import java.time.Instant;
import java.util.List;

/**
 * An address of another system.
 *
 * @param topics what it hears; {@link #ALL} for everything
 * @param withValues it also gets what forms say, as far as no node hides it
 * @param intranet the address is meant to be one of the operator's own networks
 * @param secret sealed
 */
record Endpoint(
        long id,
        long orgId,
        String name,
        String url,
        List<String> topics,
        boolean withValues,
        boolean intranet,
        boolean enabled,
        byte[] secret,
        Instant createdAt,
        Instant changedAt) {

    static final String ALL = "*";

    Endpoint {
        topics = List.copyOf(topics);
    }

    boolean hears(String topic) {
        return topics.contains(ALL) || topics.contains(topic);
    }

    @Override
    public String toString() {
        return "Endpoint " + id;
    }
}
