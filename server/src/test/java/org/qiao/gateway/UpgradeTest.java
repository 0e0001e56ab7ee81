package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QiaoTest
class UpgradeTest {

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    GatewayServer server;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theWelcomeSaysWhoIsConnectedAndHowOftenToSpeak() {
        TestUser user = given.org().user();

        try (TestSocket socket = sockets.open(user)) {
            assertThat(socket.welcome().get("principal").longValue()).isEqualTo(user.id());
            assertThat(socket.welcome().get("heartbeat").intValue()).isEqualTo(30);
            assertThat(socket.welcome().get("era").longValue()).isPositive();
            assertThat(socket.session()).matches("[0-9a-f]{32}");
            assertThat(socket.resumed()).isFalse();
        }
    }

    @Test
    void aPageOfTheSameHostMayUseItsCookieAndAForeignOneMayNot() throws IOException {
        String cookie = "Cookie: theme=dark; qiao_session=" + given.org().user().token();

        assertThat(answer(RawSocket.upgrade(cookie, "Origin: http://localhost:8080")))
                .startsWith("HTTP/1.1 101");
        assertRefused(RawSocket.upgrade(cookie, "Origin: http://evil.example"), 403, "account.foreign_origin");
        assertRefused(RawSocket.upgrade(cookie, "Origin: null"), 403, "account.foreign_origin");
        assertRefused(RawSocket.upgrade(cookie), 403, "account.foreign_origin");
        assertRefused(
                RawSocket.upgrade(cookie, "Origin: http://localhost@evil.example"), 403, "account.foreign_origin");
    }

    @Test
    void withoutAGoodTokenNothingOpens() throws IOException {
        TestUser user = given.org().user();

        assertRefused(RawSocket.upgrade(), 401, "account.not_signed_in");
        assertRefused(RawSocket.upgrade("Authorization: Basic eDp5"), 401, "account.not_signed_in");
        assertRefused(RawSocket.upgrade("Authorization: Bearer "), 401, "account.not_signed_in");
        assertRefused(RawSocket.upgrade("Authorization: Bearer " + user.token() + "x"), 401, "account.not_signed_in");
        assertRefused(
                RawSocket.upgrade("Authorization: Bearer "
                        + user.token().substring(0, user.token().length() - 1)),
                401,
                "account.not_signed_in");
        assertRefused(
                RawSocket.upgrade("Cookie: qiao_session=nonsense", "Origin: http://localhost"),
                401,
                "account.not_signed_in");
    }

    @Test
    void aDisabledMemberIsRefused() throws IOException {
        TestUser user = given.org().user();
        jdbc.sql("update principal set enabled = false where id = :id")
                .param("id", user.id())
                .update();

        assertRefused(RawSocket.upgrade("Authorization: Bearer " + user.token()), 403, "account.member_disabled");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 404, platform.not_found",
        "/api/socket, 404, platform.not_found",
        "/socket/../etc/passwd, 404, platform.not_found",
        "/socket?resume=%zz, 400, gateway.not_a_socket",
        "/socket%00, 404, platform.not_found"
    })
    void onlyTheSocketIsHere(String path, int status, String code) throws IOException {
        assertRefused(RawSocket.upgrade().replace("GET /socket ", "GET " + path + " "), status, code);
    }

    static Stream<Arguments> brokenRequests() {
        String good = RawSocket.upgrade("Authorization: Bearer x");
        return Stream.of(
                Arguments.of("a POST", good.replace("GET", "POST")),
                Arguments.of("HTTP/1.0", good.replace("HTTP/1.1", "HTTP/1.0")),
                Arguments.of("no upgrade header", good.replace("Upgrade: websocket\r\n", "")),
                Arguments.of("another upgrade", good.replace("Upgrade: websocket", "Upgrade: h2c")),
                Arguments.of("no connection header", good.replace("Connection: Upgrade\r\n", "")),
                Arguments.of("an old version", good.replace("Version: 13", "Version: 8")),
                Arguments.of("no key", good.replace("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "")),
                Arguments.of("a short key", good.replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhl")),
                Arguments.of("a body", good.replace("\r\n\r\n", "\r\nContent-Length: 3\r\n\r\nabc")),
                Arguments.of(
                        "a chunked body", good.replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")),
                Arguments.of(
                        "an endless header", good.replace("\r\n\r\n", "\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")),
                Arguments.of("an endless line", good.replace("/socket", "/socket?" + "x".repeat(5_000))),
                Arguments.of("no HTTP at all", "hello\r\n\r\n"),
                Arguments.of("a header name with a space", good.replace("Host:", "Ho st:")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRequests")
    void whatIsNoUpgradeIsRefused(String what, String request) throws IOException {
        assertRefused(request, 400, "gateway.not_a_socket");
    }

    @Test
    void nobodySpeaksBeforeTheAnswer() throws IOException {
        String early =
                RawSocket.upgrade("Authorization: Bearer " + given.org().user().token());

        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(early + early);

            assertThat(raw.readRest()).doesNotContain("welcome");
        }
    }

    @Test
    void whoSaysNothingIsSentAwayAfterFiveSeconds() throws IOException {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET /socket HTTP/1.1\r\nHost: localhost\r\n");

            assertThat(raw.readRest()).isEmpty();
        }
    }

    private String answer(String request) throws IOException {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(request);
            return raw.readHead();
        }
    }

    private void assertRefused(String request, int status, String code) throws IOException {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(request);
            String answer = raw.readRest();
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json")
                    .contains("\"code\":\"" + code + "\"");
        }
    }
}
