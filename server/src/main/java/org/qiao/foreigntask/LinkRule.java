package org.qiao.foreigntask;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.OutboundNetworks;
import org.springframework.stereotype.Component;

/**
 * Where a task may lead: by https anywhere, since the person's browser goes there and not this server; without encryption only into
 * the operator's own networks. Names are looked up, so ask before a transaction.
 */
@Component
class LinkRule {

    private final OutboundNetworks networks;

    LinkRule(OutboundNetworks networks) {
        this.networks = networks;
    }

    /** One call's links; a host is looked up once. */
    Check check() {
        return new Check();
    }

    final class Check {

        private final Map<String, Boolean> hosts = new HashMap<>();

        boolean allows(@Nullable String link) {
            if (link == null) {
                return true;
            }
            URI uri;
            try {
                uri = new URI(link);
            } catch (URISyntaxException e) {
                return false;
            }
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getScheme() == null) {
                return false;
            }
            return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "https" -> true;
                case "http" -> hosts.computeIfAbsent(uri.getHost(), host -> inside(uri));
                default -> false;
            };
        }

        private boolean inside(URI uri) {
            try {
                return networks.allows(uri, true);
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
