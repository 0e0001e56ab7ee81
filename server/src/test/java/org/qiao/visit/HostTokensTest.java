package org.qiao.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Hmac;
import org.qiao.visit.HostTokens.HostUser;
import tools.jackson.databind.json.JsonMapper;

class HostTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HostTokens tokens = new HostTokens(JSON);

    static String sign(String secret, Map<String, Object> header, Map<String, Object> claims) {
        String open = part(header) + "." + part(claims);
        byte[] mac = Hmac.sha256(secret.getBytes(UTF_8), open);
        return open + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    static String sign(String secret, long orgId, String subject, Instant now) {
        return sign(
                secret,
                Map.of("alg", "HS256", "typ", "JWT"),
                Map.of(
                        "sub",
                        subject,
                        "aud",
                        "qiao:" + orgId,
                        "exp",
                        now.plusSeconds(300).getEpochSecond()));
    }

    private static String part(Map<String, Object> content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(content).getBytes(UTF_8));
    }

    private boolean isGood(String token) {
        return tokens.read(token, List.of("new", "old"), "qiao:7", NOW).isPresent();
    }

    @Test
    void whatTheHostSignedIsRead() {
        String token = sign(
                "old",
                Map.of("alg", "HS256"),
                Map.of(
                        "sub",
                        "u-1",
                        "aud",
                        "qiao:7",
                        "exp",
                        NOW.plusSeconds(60).getEpochSecond(),
                        "name",
                        "李女士",
                        "email",
                        "li@example.com"));

        assertThat(tokens.read(token, List.of("new", "old"), "qiao:7", NOW))
                .contains(new HostUser("u-1", "李女士", "li@example.com", null));
    }

    @Test
    void everythingElseIsRefused() {
        assertThat(isGood(sign("new", 7, "u", NOW))).isTrue();
        assertThat(isGood(sign("foreign", 7, "u", NOW))).isFalse();
        assertThat(isGood(sign("new", 8, "u", NOW))).isFalse();
        assertThat(isGood(sign("new", 7, " ", NOW))).isFalse();
        assertThat(isGood(sign("new", 7, "u", NOW.minus(Duration.ofMinutes(7)))))
                .isFalse();
        assertThat(isGood(sign("new", 7, "u", NOW.plus(Duration.ofHours(1))))).isFalse();
        Map<String, Object> claims =
                Map.of("sub", "u", "aud", "qiao:7", "exp", NOW.plusSeconds(60).getEpochSecond());
        assertThat(isGood(sign("new", Map.of("alg", "none"), claims))).isFalse();
        assertThat(isGood(part(Map.of("alg", "none")) + "." + part(claims) + "."))
                .isFalse();
        assertThat(isGood("a.b")).isFalse();
        assertThat(isGood("!.!.!")).isFalse();
    }
}
