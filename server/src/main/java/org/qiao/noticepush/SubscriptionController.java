package org.qiao.noticepush;

import jakarta.validation.Valid;
import org.qiao.account.SignedIn;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notifications on the member's own devices. */
@RestController
@RequestMapping("/api/notice")
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final VapidKeys keys;

    SubscriptionController(Subscriptions subscriptions, VapidKeys keys) {
        this.subscriptions = subscriptions;
        this.keys = keys;
    }

    @GetMapping("/push-key")
    PushKeyView pushKey(Actor actor) {
        return new PushKeyView(keys.publicKey());
    }

    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    SubscriptionView subscribe(Actor actor, SignedIn device, @Valid @RequestBody SubscriptionRequest body) {
        return new SubscriptionView(subscriptions.add(actor, device.sessionId(), body));
    }

    @DeleteMapping("/subscriptions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(Actor actor, @PathVariable long id) {
        subscriptions.remove(actor, id);
    }

    /** @param key the server's public key, base64url, as a browser wants it for subscribing */
    record PushKeyView(String key) {}
}
