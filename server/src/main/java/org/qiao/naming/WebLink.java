package org.qiao.naming;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of pages elsewhere, as people write them down. */
public final class WebLink {

    private WebLink() {}

    /** Whether it is an absolute address of the web: https or http, with a host, without a user, in one piece. */
    public static boolean isOne(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
