package org.qiao.noticevoice;

import static org.qiao.notice.SettingsJson.require;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.voice.Trunk;

/**
 * How a company's telephone line is spoken to. The program that speaks is the operator's setting and stands not here: whoever may
 * name a program may do everything on the server.
 *
 * @param port null for 5060
 * @param transport null for UDP
 * @param domain behind the @ of both numbers; null for the host
 * @param callerId the number the callee sees; null for the username
 * @param outboundProxy host or host:port that everything is sent to instead
 * @param stripPrefix what of +8613800138000 is not dialled, like "+86"
 * @param dialPrefix what is dialled before the rest, like "0"
 * @param localAddress what the provider is told as our address; null to find out
 * @param rtpPorts for audio, two for each call
 */
record SipSettings(
        @Nullable String host,
        @Nullable Integer port,
        Trunk.@Nullable Transport transport,
        @Nullable String domain,
        @Nullable String username,
        @Nullable String password,
        @Nullable String callerId,
        @Nullable String outboundProxy,
        @Nullable String stripPrefix,
        @Nullable String dialPrefix,
        @Nullable Integer ringSeconds,
        @Nullable Integer maxCalls,
        @Nullable String voiceZh,
        @Nullable String voiceEn,
        @Nullable String localAddress,
        Trunk.@Nullable Ports rtpPorts) {

    static final int RING_MAX = 120;

    private static final int RING_MIN = 5;
    private static final int USUAL_RING = 45;
    private static final int CALLS_MAX = 20;
    private static final int USUAL_CALLS = 5;
    private static final int USUAL_PORT = 5_060;
    private static final int PORT_MAX = 65_535;
    private static final int PORT_FREE = 1_024;
    private static final int SECRET_MAX = 200;
    private static final Trunk.Ports USUAL_RTP = new Trunk.Ports(20_000, 20_199);

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,39}");
    private static final Pattern PROXY =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::([0-9]{1,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    /** The part before an @ that needs no escaping. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9+._*-]{1,64}");

    private static final Pattern PREFIX = Pattern.compile("\\+?[0-9*]{0,15}");
    private static final Pattern VOICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+_./-]{0,59}");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]*");

    /** The same with what was left open filled in; refuses what cannot work. */
    SipSettings checked() {
        String user = blankToNull(username);
        String caller = blankToNull(callerId) == null ? user : blankToNull(callerId);
        SipSettings full = new SipSettings(
                blankToNull(host),
                port == null ? USUAL_PORT : port,
                transport == null ? Trunk.Transport.UDP : transport,
                blankToNull(domain) == null ? blankToNull(host) : blankToNull(domain),
                user,
                password == null || password.isEmpty() ? null : password,
                caller,
                blankToNull(outboundProxy),
                blankToNull(stripPrefix),
                blankToNull(dialPrefix),
                ringSeconds == null ? USUAL_RING : ringSeconds,
                maxCalls == null ? USUAL_CALLS : maxCalls,
                blankToNull(voiceZh) == null ? "cmn" : blankToNull(voiceZh),
                blankToNull(voiceEn) == null ? "en" : blankToNull(voiceEn),
                blankToNull(localAddress),
                rtpPorts == null ? USUAL_RTP : rtpPorts);
        full.requireLine();
        full.requireCalls();
        return full;
    }

    private void requireLine() {
        require(matches(HOST, host), "host");
        require(isBetween(port, 1, PORT_MAX), "port");
        require(matches(HOST, domain), "domain");
        require(username == null || (username.length() <= SECRET_MAX && matches(ONE_LINE, username)), "username");
        require((username == null) == (password == null), username == null ? "username" : "password");
        require(password == null || (password.length() <= SECRET_MAX && matches(ONE_LINE, password)), "password");
        require(matches(USER, callerId), "callerId");
        require(outboundProxy == null || isProxy(outboundProxy), "outboundProxy");
        require(localAddress == null || matches(ADDRESS, localAddress), "localAddress");
    }

    private void requireCalls() {
        require(stripPrefix == null || matches(PREFIX, stripPrefix), "stripPrefix");
        require(dialPrefix == null || matches(PREFIX, dialPrefix), "dialPrefix");
        require(isBetween(ringSeconds, RING_MIN, RING_MAX), "ringSeconds");
        require(isBetween(maxCalls, 1, CALLS_MAX), "maxCalls");
        require(matches(VOICE, voiceZh), "voiceZh");
        require(matches(VOICE, voiceEn), "voiceEn");
        Trunk.Ports ports = Objects.requireNonNull(rtpPorts);
        boolean room = ports.to() - ports.from() >= 2 * Objects.requireNonNull(maxCalls);
        require(ports.from() >= PORT_FREE && ports.to() <= PORT_MAX && room, "rtpPorts");
    }

    private static boolean isProxy(String text) {
        java.util.regex.Matcher parts = PROXY.matcher(text);
        return parts.matches() && (parts.group(2) == null || isBetween(Integer.valueOf(parts.group(2)), 1, PORT_MAX));
    }

    private static boolean isBetween(@Nullable Integer number, int least, int most) {
        return number != null && number >= least && number <= most;
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Of checked settings. */
    Trunk trunk() {
        return new Trunk(
                new Trunk.Endpoint(Objects.requireNonNull(host), Objects.requireNonNull(port)),
                Objects.requireNonNull(transport),
                Objects.requireNonNull(domain),
                username == null ? "" : username,
                password == null ? "" : password,
                Objects.requireNonNull(callerId),
                proxy(),
                localAddress,
                Objects.requireNonNull(rtpPorts),
                Objects.requireNonNull(maxCalls),
                Duration.ofSeconds(Objects.requireNonNull(ringSeconds)));
    }

    private Trunk.@Nullable Endpoint proxy() {
        if (outboundProxy == null) {
            return null;
        }
        int colon = outboundProxy.indexOf(':');
        return colon < 0
                ? new Trunk.Endpoint(outboundProxy, USUAL_PORT)
                : new Trunk.Endpoint(
                        outboundProxy.substring(0, colon), Integer.parseInt(outboundProxy.substring(colon + 1)));
    }

    /** +8613800138000 as this line wants it dialled. */
    String dialled(String number) {
        String rest =
                stripPrefix != null && number.startsWith(stripPrefix) ? number.substring(stripPrefix.length()) : number;
        return dialPrefix == null ? rest : dialPrefix + rest;
    }

    String voice(boolean chinese) {
        return Objects.requireNonNull(chinese ? voiceZh : voiceEn);
    }

    @Override
    public String toString() {
        return "SipSettings[" + host + "]"; // never the password
    }
}
