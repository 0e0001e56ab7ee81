package org.qiao.voice;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the requests of one call: who, to whom, by which way, and the numbers that hold them together. */
final class CallRequests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 12;
    private static final int DEFAULT_PORT = 5060;
    private static final String BRANCH_COOKIE = "z9hG4bK";
    private static final List<String> CREDENTIALS = List.of("Authorization", "Proxy-Authorization");

    private final Trunk trunk;
    private final String local;
    private final String callId = token();
    private final String tag = token();
    private final String target;
    private final String from;
    private int sequence;

    /** @param local our address as the other side is told */
    CallRequests(Trunk trunk, String number, InetSocketAddress local) {
        this.trunk = trunk;
        this.local = hostAndPort(local);
        this.target = "sip:" + number + "@" + trunk.domain();
        this.from = "<sip:" + trunk.callerId() + "@" + trunk.domain() + ">;tag=" + tag;
    }

    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String callId() {
        return callId;
    }

    String tag() {
        return tag;
    }

    String target() {
        return target;
    }

    SipRequest invite(byte[] offer, @Nullable DigestAnswer answer) {
        sequence++;
        List<SipHeaders.Header> headers = headers("INVITE", "<" + target + ">", sequence);
        if (trunk.outboundProxy() != null) {
            headers.add(header("Route", "<sip:" + hostAndPort(trunk.outboundProxy()) + ";lr>"));
        }
        if (answer != null) {
            headers.add(header(answer.headerName(), answer.headerValue("INVITE", target, 1)));
        }
        headers.add(header("Contact", contact()));
        headers.add(header("Allow", "INVITE, ACK, CANCEL, BYE, INFO, OPTIONS"));
        headers.add(header("User-Agent", "Qiao"));
        headers.add(header("Content-Type", "application/sdp"));
        return new SipRequest("INVITE", target, new SipHeaders(headers), offer);
    }

    /** Belongs to the INVITE's own transaction and takes its way. */
    SipRequest ackOfFailure(SipRequest invite, SipResponse response) {
        List<SipHeaders.Header> headers =
                sameWay(invite, "ACK", response.headers().get("To"));
        return new SipRequest("ACK", invite.uri(), new SipHeaders(headers), SipRequest.NO_BODY);
    }

    SipRequest cancel(SipRequest invite) {
        List<SipHeaders.Header> headers =
                sameWay(invite, "CANCEL", invite.headers().get("To"));
        return new SipRequest("CANCEL", invite.uri(), new SipHeaders(headers), SipRequest.NO_BODY);
    }

    SipRequest ackOfSuccess(SipRequest invite, Dialog dialog) {
        List<SipHeaders.Header> headers = inDialog("ACK", dialog, invite.sequence());
        for (String name : CREDENTIALS) {
            invite.headers().first(name).ifPresent(value -> headers.add(header(name, value)));
        }
        return new SipRequest("ACK", uri(dialog), new SipHeaders(headers), SipRequest.NO_BODY);
    }

    /** @param use how often the answer's nonce has been used, this time included */
    SipRequest bye(Dialog dialog, @Nullable DigestAnswer answer, int use) {
        sequence++;
        List<SipHeaders.Header> headers = inDialog("BYE", dialog, sequence);
        if (answer != null) {
            headers.add(header(answer.headerName(), answer.headerValue("BYE", uri(dialog), use)));
        }
        return new SipRequest("BYE", uri(dialog), new SipHeaders(headers), SipRequest.NO_BODY);
    }

    private List<SipHeaders.Header> sameWay(SipRequest invite, String method, String to) {
        List<SipHeaders.Header> headers = new ArrayList<>();
        headers.add(header("Via", invite.headers().get("Via")));
        headers.add(header("Max-Forwards", "70"));
        headers.add(header("From", from));
        headers.add(header("To", to));
        headers.add(header("Call-ID", callId));
        headers.add(header("CSeq", invite.sequence() + " " + method));
        invite.headers().lines("Route").forEach(route -> headers.add(header("Route", route)));
        return headers;
    }

    private List<SipHeaders.Header> inDialog(String method, Dialog dialog, long number) {
        List<SipHeaders.Header> headers = headers(method, dialog.remote(), number);
        dialog.routes().forEach(route -> headers.add(header("Route", route)));
        return headers;
    }

    private List<SipHeaders.Header> headers(String method, String to, long number) {
        List<SipHeaders.Header> headers = new ArrayList<>();
        String branch = BRANCH_COOKIE + token();
        headers.add(header("Via", "SIP/2.0/" + trunk.transport() + " " + local + ";branch=" + branch + ";rport"));
        headers.add(header("Max-Forwards", "70"));
        headers.add(header("From", from));
        headers.add(header("To", to));
        headers.add(header("Call-ID", callId));
        headers.add(header("CSeq", number + " " + method));
        return headers;
    }

    private String contact() {
        String transport = trunk.transport() == Trunk.Transport.TCP ? ";transport=tcp" : "";
        return "<sip:" + trunk.callerId() + "@" + local + transport + ">";
    }

    private String uri(Dialog dialog) {
        return dialog.target().isEmpty() ? target : dialog.target();
    }

    private static SipHeaders.Header header(String name, String value) {
        return new SipHeaders.Header(name, value);
    }

    private static String hostAndPort(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String hostAndPort(Trunk.Endpoint endpoint) {
        String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
        return endpoint.port() == DEFAULT_PORT ? host : host + ":" + endpoint.port();
    }
}
