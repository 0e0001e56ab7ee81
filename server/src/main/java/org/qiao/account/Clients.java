package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where a request comes from: its address, its device, whether it was made on this machine or over https. */
@Component
public class Clients {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> FORWARDING =
            List.of(FORWARDED_FOR, "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via");
    private static final int IPV6_NETWORK_BYTES = 8;

    private final HttpSettings settings;
    private final Set<String> proxies;

    Clients(HttpSettings settings) {
        this.settings = settings;
        this.proxies = settings.proxies().stream()
                .map(text -> literal(text)
                        .orElseThrow(() -> new IllegalArgumentException("qiao.proxies: not an address: " + text)))
                .map(InetAddress::getHostAddress)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address to count by: the peer, or behind trusted proxies the last address that is not one of them. A home gets a whole
     * IPv6 network of 64 bits, so only that counts.
     */
    public String address(HttpServletRequest request) {
        return literal(addressText(request)).map(Clients::network).orElse("unknown");
    }

    /** Made on this machine itself, not through a proxy on it. */
    public boolean isLocal(HttpServletRequest request) {
        boolean loopback = literal(request.getRemoteAddr())
                .map(InetAddress::isLoopbackAddress)
                .orElse(false);
        return loopback && FORWARDING.stream().allMatch(name -> request.getHeader(name) == null);
    }

    /** The numbers of the machine: for a collector on it, or one that knows the token. */
    boolean mayReadMetrics(HttpServletRequest request) {
        String token = settings.metrics().token();
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean known = !token.isEmpty()
                && header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
        return known || isLocal(request);
    }

    /** Whether the browser came over https, so that the cookie may be marked Secure. */
    public boolean isSecure(HttpServletRequest request) {
        return settings.secureCookies()
                || request.isSecure()
                || (isProxy(request.getRemoteAddr()) && "https".equals(request.getHeader("X-Forwarded-Proto")));
    }

    /** The same where there is no request: as it is configured, without a slash at the end; empty when it is not. */
    public String base() {
        String address = settings.address();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** The address of this server as people reach it, without a slash at the end. */
    public String base(HttpServletRequest request) {
        String address = base();
        if (!address.isEmpty()) {
            return address;
        }
        String host = Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse("localhost");
        return (isSecure(request) ? "https://" : "http://") + host;
    }

    /** A short name for the list of devices: "Chrome · Windows"; for other programs what they call themselves. */
    public static String device(HttpServletRequest request, @Nullable String named) {
        if (named != null && !named.isBlank()) {
            return named.strip();
        }
        String agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        String browser = first(agent, "Edg/", "Edge", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");
        String system = first(
                agent, "Windows", "Windows", "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Mac OS",
                "macOS", "Linux", "Linux");
        if (!browser.isEmpty()) {
            return system.isEmpty() ? browser : browser + " · " + system;
        }
        String program = agent.strip().split("[\\s(]", 2)[0];
        return program.isEmpty() ? "unknown" : printable(program);
    }

    private String addressText(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String forwarded = request.getHeader(FORWARDED_FOR);
        if (forwarded == null || !isProxy(peer)) {
            return peer;
        }
        List<String> hops = Arrays.asList(forwarded.split(","));
        for (int i = hops.size() - 1; i >= 0; i--) {
            String hop = hops.get(i).strip();
            if (!isProxy(hop)) {
                return hop;
            }
        }
        return peer;
    }

    private boolean isProxy(String address) {
        return literal(address)
                .map(known -> proxies.contains(known.getHostAddress()))
                .orElse(false);
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < IPV6_NETWORK_BYTES; i += 2) {
            int group = (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff);
            text.append(Integer.toHexString(group)).append(':');
        }
        return text.append(":/64").toString();
    }

    /** Only literals: a name would make us ask a name server. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String first(String agent, String... marksAndNames) {
        for (int i = 0; i < marksAndNames.length; i += 2) {
            if (agent.toLowerCase(Locale.ROOT).contains(marksAndNames[i].toLowerCase(Locale.ROOT))) {
                return marksAndNames[i + 1];
            }
        }
        return "";
    }

    private static String printable(String text) {
        String plain = text.replaceAll("[^\\x21-\\x7e]", "");
        return plain.substring(0, Math.min(plain.length(), 60));
    }
}
