package org.qiao.noticepush;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qiao.account.PrincipalDisabled;
import org.qiao.account.SessionEnded;
import org.qiao.account.SessionSwitched;
import org.qiao.account.Sessions;
import org.qiao.account.SignedIn;
import org.qiao.notice.NoticeProblem;
import org.qiao.platform.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which browsers of a member or a customer may be reached by push. A device that is signed out, or whose owner is locked out, hears
 * nothing more.
 */
@Service
class Subscriptions {

    /** The one used least makes room. */
    static final int MOST = 10;

    private static final int AUTH_BYTES = 16;
    private static final Duration TOUCH_AFTER = Duration.ofDays(1);

    private final SubscriptionStore store;
    private final PushAddresses addresses;
    private final Sessions sessions;
    private final Clock clock;

    Subscriptions(SubscriptionStore store, PushAddresses addresses, Sessions sessions, Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The same browser again replaces its keys and keeps its id.
     *
     * @param sessionId the device's
     * @return the id
     */
    @Transactional
    public long add(Actor actor, long sessionId, SubscriptionRequest input) {
        if (!addresses.looksRight(input.endpoint())) {
            throw bad("endpoint");
        }
        Subscription subscription = new Subscription(0, input.endpoint(), point(input.p256dh()), secret(input.auth()));
        store.takeFromOthers(actor, subscription.endpoint());
        long id = store.put(actor, sessionId, subscription, clock.instant());
        store.trim(actor, MOST);
        return id;
    }

    private static byte[] point(String text) {
        try {
            byte[] point = Base64.getUrlDecoder().decode(text);
            return P256.point(P256.publicKey(point));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw bad("p256dh");
        }
    }

    private static byte[] secret(String text) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(text);
            if (secret.length == AUTH_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw bad("auth");
        }
        throw bad("auth");
    }

    private static RuntimeException bad(String field) {
        return NoticeProblem.BAD_SUBSCRIPTION.problem("field", field);
    }

    @Transactional
    public void remove(Actor actor, long id) {
        if (!store.deleteOwn(actor, id)) {
            throw NoticeProblem.NOT_FOUND.problem();
        }
    }

    /** All of a member. */
    List<Subscription> of(long orgId, long principalId) {
        return store.list(orgId, principalId, MOST);
    }

    Set<Long> reachable(long orgId, Collection<Long> members) {
        return store.reachable(orgId, members);
    }

    Set<Long> populated(Collection<Long> orgIds) {
        return store.populated(orgIds);
    }

    /** Their push services know them no more. */
    @Transactional
    public void gone(long orgId, Collection<Long> ids) {
        store.delete(orgId, ids);
    }

    /** Their push services took a message; written down once a day. */
    @Transactional
    public void worked(long orgId, Collection<Long> ids) {
        Instant now = clock.instant();
        store.touch(orgId, ids, now, now.minus(TOUCH_AFTER));
    }

    @ApplicationModuleListener
    void on(SessionEnded event) {
        store.deleteOfSession(event.sessionId());
    }

    /** Two contacts turned out to be one customer: his devices go on as the one that stays. A member's device belongs to its account. */
    @ApplicationModuleListener
    void on(SessionSwitched event) {
        sessions.findAll(List.of(event.sessionId())).stream()
                .filter(SignedIn::guest)
                .flatMap(session -> session.person().stream())
                .forEach(customer -> {
                    store.move(customer, event.sessionId());
                    store.trim(customer, MOST);
                });
    }

    @ApplicationModuleListener
    void on(PrincipalDisabled event) {
        store.deleteOfPrincipal(event.principalId());
    }
}
