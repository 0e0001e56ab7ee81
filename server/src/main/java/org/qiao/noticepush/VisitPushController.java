package org.qiao.noticepush;

import jakarta.validation.Valid;
import org.qiao.account.Guest;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers on a customer's device while no page of his is open. */
@RestController
@RequestMapping("/api/visit/push")
class VisitPushController {

    private final Subscriptions subscriptions;
    private final VapidKeys keys;
    private final Notices notices;

    VisitPushController(Subscriptions subscriptions, VapidKeys keys, Notices notices) {
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.notices = notices;
    }

    /**
     * @param key the server's public key, base64url, as a browser wants it for subscribing
     * @param ready false: the company has switched pushes off, so the page does not ask
     */
    record VisitPush(String key, boolean ready) {}

    @GetMapping
    VisitPush get(Guest guest) {
        return new VisitPush(keys.publicKey(), notices.isReady(guest.orgId(), Channel.PUSH));
    }

    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    SubscriptionView subscribe(Guest guest, @Valid @RequestBody SubscriptionRequest body) {
        return new SubscriptionView(subscriptions.add(guest.actor(), guest.sessionId(), body));
    }

    @DeleteMapping("/subscriptions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(Guest guest, @PathVariable long id) {
        subscriptions.remove(guest.actor(), id);
    }
}
