package org.qiao.notice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where somebody's settings may make this server call: encrypted to anybody on the internet, and to machines of the company's own
 * network only when the settings say so. Never to addresses that mean this link only, where clouds keep their secrets.
 */
public final class OutboundAddress {

    private OutboundAddress() {}

    public static boolean isAllowed(URI address, boolean intranet) throws UnknownHostException {
        List<InetAddress> hosts = Arrays.asList(InetAddress.getAllByName(address.getHost()));
        boolean inside = hosts.stream().allMatch(OutboundAddress::isInside);
        boolean outside = hosts.stream().allMatch(OutboundAddress::isPublic);
        return (outside && "https".equals(address.getScheme())) || (inside && intranet);
    }

    /** Given out to a machine on the internet. */
    public static boolean isPublic(InetAddress host) {
        byte[] bytes = host.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (host instanceof Inet6Address) {
            // Only 2000::/3 is given out to machines; 2002::/16 wraps an IPv4 address, which may be any.
            return (first & 0xE0) == 0x20 && !(first == 0x20 && second == 0x02);
        }
        boolean benchmarks = first == 198 && (second & 0xFE) == 18;
        return first != 0 && first < 240 && !benchmarks && !isInside(host) && !isNowhere(host);
    }

    private static boolean isInside(InetAddress host) {
        byte[] bytes = host.getAddress();
        boolean unique = host instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        return host.isLoopbackAddress() || host.isSiteLocalAddress() || unique || shared;
    }

    private static boolean isNowhere(InetAddress host) {
        return host.isAnyLocalAddress() || host.isLinkLocalAddress() || host.isMulticastAddress();
    }
}
