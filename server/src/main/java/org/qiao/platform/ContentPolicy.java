package org.qiao.platform;

import java.util.Collection;

/**
 * What the browser may load for our pages, and who may frame them. No inline script; styles are inline because the component
 * library makes them at run time; the socket listens on another port, hence ws and wss.
 */
public final class ContentPolicy {

    private static final String LOADS = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'");

    /** For everything that nobody may frame. */
    public static final String UNFRAMED = LOADS + "; frame-ancestors 'none'";

    private ContentPolicy() {}

    /**
     * For a page that other sites may show in a frame.
     *
     * @param sites checked origins, as "https://shop.example.com"; none: nobody
     */
    public static String framedBy(Collection<String> sites) {
        return sites.isEmpty() ? UNFRAMED : LOADS + "; frame-ancestors " + String.join(" ", sites);
    }
}
