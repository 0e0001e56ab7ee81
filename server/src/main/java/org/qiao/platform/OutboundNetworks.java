package org.qiao.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the server may connect to when a company's settings name the place: to any machine on the internet, and to those networks
 * of its own that the operator lists. Never by accident to itself or to the addresses at which clouds keep their secrets.
 */
@Component
public final class OutboundNetworks {

    private static final String PRIVATE = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,fc00::/7";

    /** Where clouds tell their machines secrets: no wide network includes them, only a list that names them. */
    private static final Set<InetAddress> CLOUD = Stream.of(
                    "169.254.169.254",
                    "100.100.100.200",
                    "192.0.0.192",
                    "168.63.129.16",
                    "fd00:ec2::254",
                    "fd20:ce::254")
            .map(InetAddress::ofLiteral)
            .collect(Collectors.toUnmodifiableSet());

    private final List<Network> networks;

    /** @param networks as 10.0.0.0/8 or single addresses */
    OutboundNetworks(@Value("${qiao.outbound.networks:" + PRIVATE + "}") List<String> networks) {
        this.networks = networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Network::of)
                .toList();
    }

    public static OutboundNetworks of(String... networks) {
        return new OutboundNetworks(List.of(networks));
    }

    /** The place is one that settings may not name. */
    public static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        Refused() {
            super("an address that qiao.outbound.networks does not allow");
        }
    }

    private record Network(InetAddress first, int bits) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int most = first.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("qiao.outbound.networks has no such network: " + text);
            }
            return new Network(first, bits);
        }

        boolean isOneMachine() {
            return bits == first.getAddress().length * Byte.SIZE;
        }

        boolean has(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    public boolean allows(InetAddress address) {
        return isPublic(address) || isListed(address);
    }

    private boolean isListed(InetAddress address) {
        boolean cloud = CLOUD.contains(plain(address));
        return networks.stream().anyMatch(network -> (!cloud || network.isOneMachine()) && network.has(address));
    }

    /** Whether it is plain without asking the name system that nobody may be connected to this. */
    public boolean refuses(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.equalsIgnoreCase("localhost") || name.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
            return !allows(InetAddress.getLoopbackAddress());
        }
        try {
            return !allows(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    /** What the name means now; use the answer itself, since the next one may be another. */
    public InetAddress find(String host) throws IOException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (allows(address)) {
                return address;
            }
        }
        throw new Refused();
    }

    /**
     * For libraries that look names up themselves, and gather answers of any length: connects nowhere else.
     *
     * @param most bytes it reads
     */
    public Socket socket(long most) {
        return new Guarded(most);
    }

    private final class Guarded extends Socket {

        private final long most;
        private long read;

        Guarded(long most) {
            this.most = most;
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int millis) throws IOException {
            InetAddress address = to instanceof InetSocketAddress place ? place.getAddress() : null;
            if (address == null) {
                throw new UnknownHostException();
            }
            if (!allows(address)) {
                throw new Refused();
            }
            super.connect(to, millis);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int count = super.read(into, from, length);
                    read += Math.max(count, 0);
                    if (read > most) {
                        throw new IOException("The other side says too much");
                    }
                    return count;
                }
            };
        }
    }

    /** Encrypted to anybody on the internet, and to the listed networks only when the settings say that it is meant. */
    public boolean allows(URI address, boolean intranet) throws UnknownHostException {
        List<InetAddress> hosts = List.of(InetAddress.getAllByName(address.getHost()));
        boolean outside = hosts.stream().allMatch(OutboundNetworks::isPublic);
        boolean inside = hosts.stream().allMatch(this::isListed);
        return (outside && "https".equals(address.getScheme())) || (inside && intranet);
    }

    /** Given out to a machine on the internet. */
    public static boolean isPublic(InetAddress host) {
        byte[] bytes = host.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (CLOUD.contains(plain(host))) {
            return false;
        }
        if (host instanceof Inet6Address) {
            // Only 2000::/3 is given out to machines; 2002::/16 wraps an IPv4 address, which may be any.
            return (first & 0xE0) == 0x20 && !(first == 0x20 && second == 0x02);
        }
        boolean benchmarks = first == 198 && (second & 0xFE) == 18;
        boolean shared = first == 100 && (second & 0xC0) == 64;
        boolean here = host.isLoopbackAddress() || host.isSiteLocalAddress() || host.isLinkLocalAddress();
        return first != 0 && first < 240 && !benchmarks && !shared && !here && !host.isMulticastAddress();
    }

    /** Without the name it was found by and without a scope. */
    private static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has four or sixteen bytes", e);
        }
    }
}
