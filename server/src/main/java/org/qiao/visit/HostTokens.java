package org.qiao.visit;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Hmac;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a host site signed: a JWT with HS256 and nothing else. Pure.
 */
final class HostTokens {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int PARTS = 3;

    private final JsonMapper json;

    HostTokens(JsonMapper json) {
        this.json = json;
    }

    /**
     * Who the host site says its user is.
     *
     * @param subject the site's own id of the person
     */
    record HostUser(
            String subject,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {

        @Override
        public String toString() {
            return "HostUser";
        }
    }

    static String audience(long orgId) {
        return "qiao:" + orgId;
    }

    /** Empty when it was not signed by one of the secrets, is for somebody else, over, or lives too long. */
    Optional<HostUser> read(String token, Collection<String> secrets, String audience, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Optional<JsonNode> header = json(parts[0]);
        Optional<JsonNode> claims = json(parts[1]);
        byte[] signature = bytes(parts[2]);
        if (header.isEmpty() || claims.isEmpty() || signature.length == 0) {
            return Optional.empty();
        }
        String open = parts[0] + "." + parts[1];
        boolean signed = "HS256".equals(header.get().path("alg").asString(""))
                && secrets.stream().anyMatch(secret -> MessageDigest.isEqual(Hmac.sha256(secret, open), signature));
        return signed ? user(claims.get(), audience, now) : Optional.empty();
    }

    private static Optional<HostUser> user(JsonNode claims, String audience, Instant now) {
        String subject = claims.path("sub").asString("");
        long end = claims.path("exp").asLong(0);
        boolean inTime = end > now.minus(SKEW).getEpochSecond()
                && end <= now.plus(LONGEST).plus(SKEW).getEpochSecond();
        if (!inTime || !audience.equals(claims.path("aud").asString("")) || subject.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new HostUser(subject, text(claims, "name"), text(claims, "email"), text(claims, "phone")));
    }

    private static @Nullable String text(JsonNode claims, String name) {
        String text = claims.path(name).asString("");
        return text.isBlank() ? null : text;
    }

    private Optional<JsonNode> json(String part) {
        try {
            JsonNode node = json.readTree(bytes(part));
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
