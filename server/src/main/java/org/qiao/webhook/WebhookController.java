package org.qiao.webhook;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.webhook.WebhookView.WebhookCreated;
import org.qiao.webhook.WebhookView.WebhookName;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The addresses that are told, for full administrators. */
@RestController
@RequestMapping("/api/admin")
class WebhookController {

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    WebhookController(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @GetMapping("/webhooks")
    List<WebhookView> webhooks(Actor actor) {
        return endpoints.list(actor);
    }

    @GetMapping("/webhook-names")
    List<WebhookName> webhookNames(Actor actor) {
        return endpoints.names(actor);
    }

    @PostMapping("/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    WebhookCreated createWebhook(Actor actor, @Valid @RequestBody WebhookRequest body) {
        return endpoints.create(actor, body);
    }

    @PutMapping("/webhooks/{id}")
    WebhookView changeWebhook(Actor actor, @PathVariable long id, @Valid @RequestBody WebhookRequest body) {
        return endpoints.change(actor, id, body);
    }

    @DeleteMapping("/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteWebhook(Actor actor, @PathVariable long id) {
        endpoints.delete(actor, id);
    }

    @PostMapping("/webhooks/{id}/secret")
    WebhookCreated renewSecret(Actor actor, @PathVariable long id) {
        return endpoints.renewSecret(actor, id);
    }

    @PostMapping("/webhooks/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookDelivery testWebhook(Actor actor, @PathVariable long id) {
        return deliveries.test(actor, id);
    }

    @GetMapping("/webhooks/{id}/deliveries")
    Page<WebhookDelivery> deliveries(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) WebhookDelivery.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return deliveries.list(actor, id, state, after, limit);
    }

    @PostMapping("/webhook-deliveries/{id}/repeat")
    WebhookDelivery repeatDelivery(Actor actor, @PathVariable long id) {
        return deliveries.repeat(actor, id);
    }
}
