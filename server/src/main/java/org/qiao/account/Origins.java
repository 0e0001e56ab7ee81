package org.qiao.account;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which pages may act with a person's cookie: the server's own, and those the operator named ({@code qiao.origins}). */
@Component
public class Origins {

    private final Set<String> named;

    Origins(HttpSettings settings) {
        this.named = settings.origins().stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param origin the Origin header; null is no browser's cross-site request
     * @param host the Host header: the page must come from the same host and port
     */
    public boolean allows(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        URI uri = read(origin);
        return isNamed(origin)
                || (uri != null && host != null && authority(uri).equals(withPort(host, uri.getScheme())));
    }

    /** The same for the socket, which listens on another port of the page's host. */
    public boolean allowsOnAnyPort(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        URI uri = read(origin);
        return isNamed(origin)
                || (uri != null
                        && host != null
                        && uri.getHost().equalsIgnoreCase(withoutPort(host.toLowerCase(Locale.ROOT))));
    }

    private boolean isNamed(String origin) {
        return named.contains(origin.toLowerCase(Locale.ROOT));
    }

    private static @Nullable URI read(String origin) {
        try {
            URI uri = URI.create(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String authority(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 ? withPort(host, uri.getScheme()) : host + ":" + uri.getPort();
    }

    private static String withPort(String host, String scheme) {
        String lower = host.toLowerCase(Locale.ROOT);
        return withoutPort(lower).length() == lower.length()
                ? lower + ":" + ("https".equals(scheme) ? 443 : 80)
                : lower;
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
