package org.qiao.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What other modules tell the systems of a company. Everything is written in the caller's transaction: it is sent if and only if
 * that is committed.
 */
@Service
public class Webhooks {

    static final Duration PATIENCE = Duration.ofHours(24);

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final WebhookSeal seal;
    private final WebhookClock sending;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            WebhookSeal seal,
            WebhookClock sending,
            JsonMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.seal = seal;
        this.sending = sending;
        this.json = json;
        this.clock = clock;
    }

    /** Who listens to a company: ask before putting together what nobody wants to know. */
    public record Listening(Set<String> topics, boolean withValues) {

        public boolean to(String topic) {
            return topics.contains(topic) || topics.contains(Endpoint.ALL);
        }
    }

    public Listening listening(long orgId) {
        Set<String> topics = new TreeSet<>();
        boolean values = false;
        for (Endpoint endpoint : endpoints.listEnabled(orgId)) {
            topics.addAll(endpoint.topics());
            values |= endpoint.withValues();
        }
        return new Listening(topics, values);
    }

    /** To every endpoint of the company that listens to the topic. */
    @Transactional
    public void emit(long orgId, WebhookEvent event) {
        endpoints.listEnabled(orgId).stream()
                .filter(endpoint -> endpoint.hears(event.topic()))
                .forEach(endpoint -> put(endpoint, event));
    }

    /** To one endpoint, whatever it listens to. False: there is none of that name or number, or it is switched off. */
    @Transactional
    public boolean call(long orgId, String endpoint, WebhookEvent event) {
        Optional<Endpoint> found = named(endpoints.listEnabled(orgId), endpoint);
        found.ifPresent(one -> put(one, event));
        return found.isPresent();
    }

    /** Those of the names or numbers that belong to no endpoint of the company, switched off or not. */
    public Set<String> unknown(long orgId, Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        if (!unknown.isEmpty()) {
            List<Endpoint> all = endpoints.list(orgId);
            unknown.removeIf(name -> named(all, name).isPresent());
        }
        return unknown;
    }

    private static Optional<Endpoint> named(List<Endpoint> all, String text) {
        String wanted = text.strip();
        return all.stream()
                .filter(endpoint -> endpoint.name().equals(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(endpoint -> Long.toString(endpoint.id()).equals(wanted))
                        .findFirst());
    }

    /** The number of the delivery; null when the endpoint has this event already. */
    @Nullable
    Long put(Endpoint endpoint, WebhookEvent event) {
        Instant now = clock.instant();
        ObjectNode body = json.createObjectNode();
        body.put("id", event.key());
        body.put("topic", event.topic());
        body.put("company", endpoint.orgId());
        body.put("at", event.at().toString());
        ObjectNode data = event.data().deepCopy();
        if (endpoint.withValues() && event.values() != null) {
            data.set("values", event.values());
        }
        body.set("data", data);
        byte[] content = seal.close(endpoint.orgId(), WebhookSeal.CONTENT, json.writeValueAsString(body));
        Long id = deliveries
                .insert(endpoint, event.topic(), event.key(), content, new DeliveryStore.Span(now, now.plus(PATIENCE)))
                .orElse(null);
        AfterCommit.run(sending::wake);
        return id;
    }
}
