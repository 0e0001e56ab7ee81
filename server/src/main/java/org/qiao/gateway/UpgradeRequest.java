package org.qiao.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.account.AccountProblem;
import org.qiao.account.Guests;
import org.qiao.account.Sessions;
import org.qiao.platform.PlatformProblem;

/**
 * What a client says before the socket opens.
 *
 * @param token of the bearer header, of the subprotocols or of the cookie; never logged
 * @param resume the session it wants to continue
 * @param received how many numbered events of that session it has
 */
record UpgradeRequest(String token, Optional<SessionKey> resume, long received) {

    static final String PATH = "/socket";

    /** What a customer's page names beside its token: a browser sends no header of ours, and customers have no cookie. */
    static final String GUEST_PROTOCOL = "qiao.visit";

    private static final String BEARER = "Bearer ";
    private static final String BEARER_PROTOCOL = "bearer.";
    private static final String VERSION = "13";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
    private static final int PARAMETERS_MAX = 8;

    boolean isGuest() {
        return Guests.isGuestToken(token);
    }

    @Override
    public String toString() {
        return "UpgradeRequest[]"; // a token in a log is a token lost
    }

    /** Refuses everything that is no proper upgrade on our path, and cookies that a foreign page sends along. */
    static UpgradeRequest read(HttpRequest request, List<String> origins) {
        QueryStringDecoder query = query(request);
        if (!query.path().equals(PATH)) {
            throw PlatformProblem.NOT_FOUND.problem();
        }
        if (!isUpgrade(request)) {
            throw GatewayProblem.NOT_A_SOCKET.problem();
        }
        String token = token(request.headers(), origins);
        return new UpgradeRequest(
                token, parameter(query, "resume").flatMap(SessionKey::read), received(parameter(query, "received")));
    }

    private static QueryStringDecoder query(HttpRequest request) {
        try {
            QueryStringDecoder query =
                    QueryStringDecoder.builder().maxParams(PARAMETERS_MAX).build(request.uri());
            Map<String, List<String>> decoded = query.parameters(); // decodes now, so that it fails here
            return decoded == null ? new QueryStringDecoder("") : query;
        } catch (IllegalArgumentException e) {
            throw GatewayProblem.NOT_A_SOCKET.problem();
        }
    }

    private static boolean isUpgrade(HttpRequest request) {
        HttpHeaders headers = request.headers();
        String key = headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        return request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && VERSION.equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))
                && key != null
                && KEY.matcher(key).matches();
    }

    private static String token(HttpHeaders headers, List<String> origins) {
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length());
        }
        String named = named(headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
        if (named != null) {
            return named;
        }
        String cookie = cookie(headers.get(HttpHeaderNames.COOKIE));
        if (cookie == null) {
            throw AccountProblem.NOT_SIGNED_IN.problem();
        }
        if (!isOwnOrigin(headers.get(HttpHeaderNames.ORIGIN), headers.get(HttpHeaderNames.HOST), origins)) {
            throw AccountProblem.FOREIGN_ORIGIN.problem();
        }
        return cookie;
    }

    /** The token among the subprotocols. Nothing sends it by itself, so the origin does not matter. */
    private static @Nullable String named(@Nullable String protocols) {
        if (protocols == null) {
            return null;
        }
        List<String> names =
                Arrays.stream(protocols.split(",")).map(String::strip).toList();
        return names.contains(GUEST_PROTOCOL)
                ? names.stream()
                        .filter(name -> name.startsWith(BEARER_PROTOCOL))
                        .map(name -> name.substring(BEARER_PROTOCOL.length()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable String cookie(@Nullable String header) {
        if (header == null) {
            return null;
        }
        return ServerCookieDecoder.LAX.decode(header).stream()
                .filter(cookie -> cookie.name().equals(Sessions.COOKIE))
                .map(Cookie::value)
                .findFirst()
                .orElse(null);
    }

    /** The page comes from another port of the same host, so ports are not compared. A browser always names its origin. */
    static boolean isOwnOrigin(@Nullable String origin, @Nullable String host, List<String> origins) {
        if (origin == null || host == null) {
            return false;
        }
        if (origins.contains(origin)) {
            return true;
        }
        Optional<String> from = host(origin);
        return from.isPresent() && from.equals(host("http://" + host));
    }

    private static Optional<String> host(String url) {
        try {
            URI uri = new URI(url);
            return uri.getUserInfo() != null || uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> parameter(QueryStringDecoder query, String name) {
        List<String> values = query.parameters().getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** What is no number of ours resumes nothing: -1 is never reached. */
    private static long received(Optional<String> text) {
        return text.filter(count -> COUNT.matcher(count).matches())
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
