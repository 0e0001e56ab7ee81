package org.qiao.notice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a company's settings may make this server call: encrypted to anybody on the internet, and to machines of its own network
 * only when the settings say so. Never to addresses that mean this link only, where clouds keep their secrets.
 */
final class OutboundAddress {

    private OutboundAddress() {}

    static boolean isAllowed(URI address, boolean intranet) throws UnknownHostException {
        List<InetAddress> hosts = Arrays.asList(InetAddress.getAllByName(address.getHost()));
        boolean inside = hosts.stream().allMatch(OutboundAddress::isInside);
        boolean outside = hosts.stream().noneMatch(host -> isInside(host) || isNowhere(host));
        return (outside && "https".equals(address.getScheme())) || (inside && intranet);
    }

    private static boolean isInside(InetAddress host) {
        byte[] bytes = host.getAddress();
        boolean unique = host instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return host.isLoopbackAddress() || host.isSiteLocalAddress() || unique || shared;
    }

    private static boolean isNowhere(InetAddress host) {
        boolean none = host.getAddress()[0] == 0 && host.getAddress().length == 4;
        return host.isAnyLocalAddress() || host.isLinkLocalAddress() || host.isMulticastAddress() || none;
    }
}
