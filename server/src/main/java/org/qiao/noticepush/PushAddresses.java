package org.qiao.noticepush;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.qiao.platform.OutboundNetworks;

/**
 * Where a push may go. Members name the address, and the server calls it: without this they could make it call the company's own
 * machines. Names are looked up right before a call; what a name means in the moment between cannot be used either, because the
 * machine that answers must show a certificate for that name.
 */
final class PushAddresses {

    private static final int LONGEST = 1_000;
    private static final Pattern NUMBERS = Pattern.compile("\\[.*]|[0-9.]+|0[xX].*");

    private final boolean ownNetwork;

    /** @param ownNetwork also addresses of this machine and its network, and http: for tests */
    PushAddresses(boolean ownNetwork) {
        this.ownNetwork = ownNetwork;
    }

    /** By its looks alone, so that a name system out of order keeps nobody from subscribing. */
    boolean looksRight(String endpoint) {
        URI uri;
        try {
            uri = URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String host = uri.getHost();
        boolean web = "https".equals(uri.getScheme()) || (ownNetwork && "http".equals(uri.getScheme()));
        if (endpoint.length() > LONGEST
                || !web
                || host == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null) {
            return false;
        }
        return ownNetwork || (isPublicName(host.toLowerCase(Locale.ROOT)));
    }

    /** Push services have names with dots; a bare number is nobody's. */
    private static boolean isPublicName(String host) {
        return host.contains(".")
                && !NUMBERS.matcher(host).matches()
                && !host.endsWith(".localhost")
                && !host.endsWith(".local")
                && !host.endsWith(".internal")
                && !host.endsWith(".");
    }

    /** By what the name means now. */
    boolean mayCall(URI endpoint) throws UnknownHostException {
        if (ownNetwork) {
            return true;
        }
        for (InetAddress address : InetAddress.getAllByName(endpoint.getHost())) {
            if (!OutboundNetworks.isPublic(address)) {
                return false;
            }
        }
        return true;
    }
}
