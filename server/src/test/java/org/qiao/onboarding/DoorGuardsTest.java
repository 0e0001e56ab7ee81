package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What stands before every controller: origins, sizes, headers, nonsense. */
@QiaoTest
class DoorGuardsTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @LocalServerPort
    int port;

    private TestUser li;
    private TestBrowser browser;

    @BeforeEach
    void somebodySignedIn() {
        li = given.org().owner();
        browser = new TestBrowser(http).signedIn(li);
    }

    @Test
    void aForeignPageChangesNothing() {
        for (String origin : new String[] {"https://evil.example", "null", "http://localhost:1", "garbage"}) {
            Reply refused = browser.send(
                    HttpMethod.PUT, "/api/account", Map.of("theme", "DARK"), headers -> headers.set("Origin", origin));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("account.foreign_origin");
        }
        assertThat(browser.get("/api/session").json().at("/account/theme").asString())
                .isEqualTo("SYSTEM");
    }

    @Test
    void theOwnPageMay() {
        Reply changed = browser.send(
                HttpMethod.PUT,
                "/api/account",
                Map.of("theme", "DARK"),
                headers -> headers.set("Origin", "http://localhost:" + port));

        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepABrowserSafe() {
        for (String path : new String[] {"/api/session", "/api/nothing", "/"}) {
            Reply answer = browser.get(path);
            assertThat(answer.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.headers().getFirst("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.headers().getFirst("Content-Security-Policy"))
                    .contains(
                            "default-src 'self'",
                            "script-src 'self'",
                            "frame-ancestors 'none'",
                            "connect-src 'self' ws: wss:")
                    .doesNotContain("unsafe-eval");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherOrNotItSaysSo() throws Exception {
        String body = "{\"login\":\"" + "x".repeat(300_000) + "\",\"password\":\"x\"}";
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", browser.address())
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();

        Reply declared = browser.post("/api/session", body);
        HttpResponse<String> undeclared;
        try (HttpClient client = HttpClient.newHttpClient()) {
            undeclared = client.send(chunked, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.code()).isEqualTo("platform.too_large");
        assertThat(undeclared.statusCode()).isEqualTo(413);
        assertThat(undeclared.body()).contains("platform.too_large");
    }

    static Stream<String> nonsense() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String longText = "长".repeat(60_000);
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{}",
                deep,
                "{\"login\":" + deep + "}",
                "\ufeff{}x",
                "{} {}",
                "{\"a\":NaN}",
                "{\"login\":null,\"password\":null}",
                "{\"login\":1,\"password\":{}}",
                "{\"login\":[\"a\"],\"password\":[]}",
                "{\"login\":\"a\\u0000b\",\"password\":\"x\\u0000\"}",
                "{\"login\":\"\\ud800\",\"password\":\"\\udfff\"}",
                "{\"name\":\"a\\u0000\",\"memberName\":\"b\\u0000\"}",
                "{\"name\":\"\\ud800\",\"memberName\":\"\\udc00\"}",
                "{\"name\":\"" + longText + "\",\"memberName\":\"x\"}",
                "{\"name\":\"\\u202e\\u200b\",\"memberName\":\"\\u0301\\u0301\"}",
                "{\"login\":\"" + longText + "\",\"password\":\"" + longText + "\"}",
                "{\"orgId\":1e999}",
                "{\"orgId\":9223372036854775808}",
                "{\"orgId\":-1}",
                "{\"orgId\":\"x\"}",
                "{\"orgId\":1.5}",
                "{\"locale\":\"../../etc\",\"theme\":\"PINK\"}",
                "{\"locale\":\"\\u0000\"}",
                "{\"theme\":7}",
                "{\"email\":\"a@b\\u0000\",\"password\":\"x\"}",
                "{\"phone\":\"\\u0000\",\"password\":\"x\"}",
                "{\"current\":\"\\u0000\",\"next\":\"\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\"}",
                "{\"expiresInHours\":0,\"approval\":true}",
                "{\"expiresInHours\":1e9,\"approval\":true}",
                "{\"expiresInHours\":1,\"approval\":\"maybe\"}",
                "{\"expiresInHours\":1,\"approval\":false,\"maxUses\":0}",
                "{\"expiresInHours\":1,\"approval\":false,\"departmentId\":-5}",
                "{\"companyName\":\"\\u0000\",\"name\":\"x\",\"login\":\"x\",\"password\":\"x\",\"locale\":\"xx-\"}");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedAndNeverAFault(String body) {
        String[] posts = {
            "/api/session",
            "/api/companies",
            "/api/invitations",
            "/api/links/x",
            "/api/join/x",
            "/api/setup/company",
            "/api/join-requests/1/decision"
        };
        for (String path : posts) {
            assertThat(browser.post(path, body).status()).as("POST " + path).isBetween(400, 499);
        }
        for (String path : new String[] {"/api/session/company", "/api/account/password"}) {
            assertThat(browser.put(path, body).status()).as("PUT " + path).isBetween(400, 499);
        }
        assertThat(browser.put("/api/account", body).status())
                .as("PUT /api/account")
                .isBetween(200, 499);
    }

    @Test
    void strangeIdsTokensAndCursorsAreRefusedAndNeverAFault() {
        for (String id :
                new String[] {"0", "-1", "9223372036854775808", "x", "1.5", "%2e%2e", "1;x=1", "%F0%9F%90%8E"}) {
            assertThat(browser.delete("/api/devices/" + id).status()).as(id).isBetween(400, 499);
            assertThat(browser.delete("/api/invitations/" + id).status()).as(id).isBetween(400, 499);
            assertThat(browser.get("/api/links/" + id).status()).as(id).isBetween(400, 499);
            assertThat(browser.get("/api/join/" + id).status()).as(id).isBetween(400, 499);
        }
        for (String query : new String[] {
            "limit=0", "limit=-1", "limit=1000000000", "limit=x", "after=x", "after=9223372036854775808"
        }) {
            assertThat(browser.get("/api/devices?" + query).status()).as(query).isEqualTo(400);
            assertThat(browser.get("/api/invitations?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        Reply nul = browser.get("/api/devices?after=\u0000");
        assertThat(nul.status()).isEqualTo(400);
        assertThat(nul.code()).isEqualTo("platform.invalid");
        for (String token : new String[] {"", "x", "null", li.token() + "x", "x".repeat(4_000), "' or 1=1 --"}) {
            Reply answer = new TestBrowser(http)
                    .send(HttpMethod.GET, "/api/session", null, headers -> headers.setBearerAuth(token));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("account.not_signed_in");
        }
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        assertThat(browser.send(HttpMethod.PATCH, "/api/session", "{}", headers -> {})
                        .status())
                .isEqualTo(405);
        assertThat(browser.send(
                                HttpMethod.POST,
                                "/api/session",
                                "x=1",
                                headers -> headers.set("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void metricsAreForThisMachineOnly() {
        assertThat(browser.get("/actuator/prometheus").status()).isIn(401, 403);
        assertThat(browser.get("/actuator/health").status()).isEqualTo(200);
    }
}
