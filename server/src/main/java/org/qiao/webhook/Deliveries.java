package org.qiao.webhook;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was sent, for administrators: looking, trying, repeating. */
@Service
class Deliveries {

    private final Endpoints endpoints;
    private final Webhooks webhooks;
    private final DeliveryStore store;
    private final WebhookClock sending;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(
            Endpoints endpoints,
            Webhooks webhooks,
            DeliveryStore store,
            WebhookClock sending,
            JsonMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.webhooks = webhooks;
        this.store = store;
        this.sending = sending;
        this.json = json;
        this.clock = clock;
    }

    Page<WebhookDelivery> list(
            Actor actor,
            long endpointId,
            WebhookDelivery.@Nullable State state,
            @Nullable String after,
            @Nullable Integer limit) {
        Endpoint endpoint = endpoints.require(actor, endpointId);
        int size = Limits.page(limit);
        return Page.cut(
                store.list(endpoint, state, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                delivery -> Long.toString(delivery.id()));
    }

    /** Sends something that means nothing. */
    @Transactional
    WebhookDelivery test(Actor actor, long endpointId) {
        Endpoint endpoint = endpoints.require(actor, endpointId);
        if (!endpoint.enabled()) {
            throw WebhookProblem.SWITCHED_OFF.problem();
        }
        Instant now = clock.instant();
        String key = "test-" + SecureTokens.create();
        Long id = webhooks.put(endpoint, new WebhookEvent("webhook.test", key, now, json.createObjectNode()));
        if (id == null) {
            throw new IllegalStateException("A random key was there already");
        }
        return store.find(actor.orgId(), id).orElseThrow();
    }

    /** Once more under the same number, whether it had arrived or not. */
    @Transactional
    WebhookDelivery repeat(Actor actor, long id) {
        Endpoints.requireAdmin(actor);
        WebhookDelivery delivery = store.find(actor.orgId(), id).orElseThrow(WebhookProblem.NOT_FOUND::problem);
        Instant now = clock.instant();
        if (!store.repeat(actor.orgId(), id, new DeliveryStore.Span(now, now.plus(Webhooks.PATIENCE)))) {
            throw (delivery.repeatable() ? WebhookProblem.NOT_ENDED : WebhookProblem.CONTENT_GONE).problem();
        }
        AfterCommit.run(sending::wake);
        return store.find(actor.orgId(), id).orElseThrow();
    }
}
