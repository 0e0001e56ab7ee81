package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qiao.account.Sessions;
import org.qiao.messaging.SyncLog;
import org.qiao.platform.Latencies;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A gateway of its own with small limits, next to the shared one: what happens at its end, and when it is full. */
@QiaoTest
class GatewayServerTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Autowired
    Given given;

    @Autowired
    Sessions accounts;

    @Autowired
    SyncLog log;

    @Autowired
    LogServices services;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    private SocketSessions sessions;
    private Workers workers;
    private GatewayServer server;

    @AfterEach
    void stop() {
        server.stop();
        workers.destroy();
    }

    @Test
    void stoppingTellsEverybodyWhenToComeBackAndTakesNoMoreThanFiveSeconds() throws IOException {
        start(Map.of());
        TestUser user = given.org().user();
        try (RawSocket polite = RawSocket.open(server.port(), user.token());
                RawSocket deaf = RawSocket.open(server.port(), user.token())) {
            int port = server.port();
            long begin = System.nanoTime();
            Thread stopping = Thread.startVirtualThread(server::stop);

            assertThat(polite.readFrame()).matches("\\{\"t\":\"drain\",\"retryAfterMs\":\\d+}");
            assertThat(polite.closeCode()).isEqualTo(1001);
            polite.write(RawSocket.frame(RawSocket.FINAL | RawSocket.CLOSE, new byte[] {3, (byte) 0xE9}));
            join(stopping);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(7));
            assertThat(deaf.closeCode()).isEqualTo(1001);
            assertThatThrownBy(() -> new RawSocket(port)).isInstanceOf(ConnectException.class);
            assertThat(server.isRunning()).isFalse();
        }
    }

    @Test
    void oneConnectionTooManyIsClosedAtOnceAndALaterOneIsWelcome() throws IOException {
        start(Map.of("qiao.gateway.max-connections", "1"));
        TestUser user = given.org().user();
        try (RawSocket first = RawSocket.open(server.port(), user.token())) {
            try (RawSocket second = new RawSocket(server.port())) {
                assertThat(second.readRest()).isEmpty();
            }
            first.write(RawSocket.text("{\"t\":\"ping\",\"id\":1}"));
            assertThat(first.readFrame()).contains("pong");
        }
    }

    @Test
    void aSilentSocketIsClosedAndItsSessionForgottenWhenNobodyComesBack() throws IOException {
        start(Map.of("qiao.gateway.heartbeat-seconds", "1", "qiao.gateway.resume-seconds", "10"));
        TestUser user = given.org().user();
        try (RawSocket silent = RawSocket.open(server.port(), user.token())) {
            SocketSession session = sessions.of(user.id()).getFirst();
            long now = System.nanoTime();
            sessions.sweep(now + TimeUnit.MILLISECONDS.toNanos(2_000));
            assertThat(session.isConnected()).isTrue();

            sessions.sweep(now + TimeUnit.MILLISECONDS.toNanos(3_000));

            assertThat(silent.closeCode()).isEqualTo(4009);
            sessions.sweep(now + TimeUnit.SECONDS.toNanos(9));
            assertThat(sessions.of(user.id())).hasSize(1);
            sessions.sweep(now + TimeUnit.SECONDS.toNanos(30));
            assertThat(sessions.of(user.id())).isEmpty();
        }
    }

    @Test
    void whenTooManyComeAtOnceTheRestIsSpreadOverHalfAMinute() throws IOException {
        start(Map.of("qiao.gateway.admissions-per-second", "1"));
        String upgrade =
                RawSocket.upgrade("Authorization: Bearer " + given.org().user().token());
        String answer = "";
        for (int i = 0; i < 5 && !answer.startsWith("HTTP/1.1 503"); i++) {
            try (RawSocket raw = new RawSocket(server.port())) {
                raw.write(upgrade);
                answer = raw.readHead();
            }
        }

        assertThat(answer).startsWith("HTTP/1.1 503").containsPattern("(?i)retry-after: ([1-9]|[12]\\d|30)\r\n");
    }

    @Test
    void theOperatorSeesHowManyAreConnectedAndWhatWentWrong() throws IOException {
        start(Map.of());
        try (RawSocket raw = RawSocket.open(server.port(), given.org().user().token())) {
            assertThat(registry.get("qiao.gateway.connections").gauge().value()).isEqualTo(1);

            raw.write(RawSocket.text("["));

            assertThat(raw.closeCode()).isEqualTo(1007);
            assertThat(registry.get("qiao.gateway.bad_frames").counter().count())
                    .isEqualTo(1);
            assertThat(registry.get("qiao.gateway.frames")
                            .tag("direction", "in")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    private void start(Map<String, String> changed) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource(changed);
        source.put("qiao.gateway.port", "0");
        GatewaySettings settings = new Binder(source).bindOrCreate("qiao.gateway", GatewaySettings.class);
        GatewayMetrics metrics = new GatewayMetrics(registry, new Latencies(registry));
        Frames frames = new Frames(json);
        Admission admission = new Admission(accounts, log, settings);
        sessions = new SocketSessions(settings, metrics, frames, new ReplayMemory(settings), clock);
        workers = new Workers();
        Commands commands = new Commands(
                services,
                new SocketDeliveries(sessions, metrics, frames),
                admission,
                new CommandParser(settings),
                metrics);
        server = new GatewayServer(
                new SocketParts(
                        settings,
                        admission,
                        new Arrivals(admission, workers),
                        sessions,
                        commands,
                        workers,
                        frames,
                        metrics),
                new Drain(sessions, commands, workers, metrics));
        server.start();
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
