package org.qiao.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.qiao.platform.Actor;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.SecureTokens;
import org.qiao.webhook.WebhookView.WebhookCreated;
import org.qiao.webhook.WebhookView.WebhookName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of a company, in the hands of full administrators. */
@Service
class Endpoints {

    static final int MOST = 20;

    private final EndpointStore store;
    private final WebhookSeal seal;
    private final OutboundNetworks networks;
    private final Clock clock;

    Endpoints(EndpointStore store, WebhookSeal seal, OutboundNetworks networks, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.networks = networks;
        this.clock = clock;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw WebhookProblem.NOT_ALLOWED.problem();
        }
    }

    List<WebhookView> list(Actor actor) {
        requireAdmin(actor);
        return store.list(actor.orgId()).stream().map(WebhookView::of).toList();
    }

    /** Without addresses, for everybody in the administration; nobody else sees any. */
    List<WebhookName> names(Actor actor) {
        return !actor.mayAdminister()
                ? List.of()
                : store.list(actor.orgId()).stream()
                        .map(endpoint -> new WebhookName(endpoint.id(), endpoint.name(), endpoint.enabled()))
                        .toList();
    }

    Endpoint require(Actor actor, long id) {
        requireAdmin(actor);
        return store.find(actor.orgId(), id).orElseThrow(WebhookProblem.NOT_FOUND::problem);
    }

    @Transactional
    WebhookCreated create(Actor actor, WebhookRequest request) {
        requireAdmin(actor);
        requireAddress(request);
        store.lock(actor.orgId());
        if (store.list(actor.orgId()).size() >= MOST) {
            throw WebhookProblem.TOO_MANY.problem("max", MOST);
        }
        String secret = SecureTokens.create();
        byte[] sealed = seal.close(actor.orgId(), WebhookSeal.SECRET, secret);
        Instant now = clock.instant();
        long id = store.insert(actor, request, sealed, now).orElseThrow(WebhookProblem.NAME_TAKEN::problem);
        return new WebhookCreated(WebhookView.of(require(actor, id)), secret);
    }

    @Transactional
    WebhookView change(Actor actor, long id, WebhookRequest request) {
        require(actor, id);
        requireAddress(request);
        store.lock(actor.orgId());
        if (!store.update(actor, id, request, clock.instant())) {
            require(actor, id);
            throw WebhookProblem.NAME_TAKEN.problem();
        }
        return WebhookView.of(require(actor, id));
    }

    /** The secret before works no more. */
    @Transactional
    WebhookCreated renewSecret(Actor actor, long id) {
        require(actor, id);
        String secret = SecureTokens.create();
        store.setSecret(actor, id, seal.close(actor.orgId(), WebhookSeal.SECRET, secret), clock.instant());
        return new WebhookCreated(WebhookView.of(require(actor, id)), secret);
    }

    @Transactional
    void delete(Actor actor, long id) {
        require(actor, id);
        store.delete(actor, id);
    }

    /** What a name means is asked when something is sent, since it may mean something else by then. */
    private void requireAddress(WebhookRequest request) {
        URI uri;
        try {
            uri = new URI(request.url().strip());
        } catch (URISyntaxException e) {
            throw WebhookProblem.BAD_ADDRESS.problem();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("https") || scheme.equals("http");
        if (!known || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw WebhookProblem.BAD_ADDRESS.problem();
        }
        if (networks.refuses(uri.getHost().replaceAll("[\\[\\]]", ""))
                || (scheme.equals("http") && !request.intranet())) {
            throw WebhookProblem.ADDRESS_REFUSED.problem();
        }
    }
}
