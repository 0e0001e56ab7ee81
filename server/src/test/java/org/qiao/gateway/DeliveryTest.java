package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.qiao.account.PrincipalDisabled;
import org.qiao.account.SessionEnded;
import org.qiao.account.SessionSwitched;
import org.qiao.messaging.EntryAppended;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.PersonalChange;
import org.qiao.messaging.PersonalKind;
import org.qiao.messaging.Receipt;
import org.qiao.messaging.ReceiptsChanged;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes out of the log, on real sockets: order, resume, slow ones, and those who may not listen any more. */
@QiaoTest
class DeliveryTest {

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    SocketDeliveries deliveries;

    @Autowired
    SocketSessions sessions;

    @Autowired
    GatewayServer server;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyDeviceOfEveryRecipientGetsTheSameEventsInOrder() {
        TestOrg org = given.org();
        TestUser one = org.user(), two = org.user(), other = org.user();
        try (TestSocket phone = sockets.open(one);
                TestSocket desk = sockets.open(one);
                TestSocket peer = sockets.open(two);
                TestSocket outsider = sockets.open(other)) {
            for (long seq = 1; seq <= 50; seq++) {
                deliveries.entry(entry(9, seq, one, two));
            }
            deliveries.receipts(new ReceiptsChanged(one.id(), 9, List.of(new Receipt(50, 1, 1))));
            deliveries.personal(new PersonalChange(two.id(), 3, PersonalKind.READ, 9, Map.of("seq", 50, "no", 50)));

            assertThat(seqs(phone)).isEqualTo(numbers(1, 50));
            assertThat(seqs(desk)).isEqualTo(numbers(1, 50));
            List<JsonNode> seen = peer.settled();
            assertThat(seen).hasSize(51);
            assertThat(seen.getFirst().toString())
                    .isEqualTo("{\"t\":\"entry\",\"conversation\":9,\"entry\":{\"seq\":1,\"no\":1,\"kind\":\"TEXT\","
                            + "\"sender\":1,\"at\":\"2026-11-22T00:00:00Z\",\"key\":\"k\",\"target\":null,"
                            + "\"recalledBy\":null,\"body\":{\"text\":\"你好\"},\"quote\":null},"
                            + "\"head\":{\"seq\":1,\"no\":1}}");
            assertThat(seen.getLast().get("t").stringValue()).isEqualTo("personal");
            assertThat(seen.getLast().get("data").get("seq").longValue()).isEqualTo(50);
            assertThat(outsider.settled()).isEmpty();
        }
    }

    @Test
    void afterAShortCutExactlyTheMissedEventsAreRepeated() {
        TestUser user = given.org().user();
        TestSocket first = sockets.open(user);
        for (long seq = 1; seq <= 10; seq++) {
            deliveries.entry(entry(9, seq, user));
        }
        assertThat(seqs(first)).isEqualTo(numbers(1, 10));
        first.cut();
        for (long seq = 11; seq <= 15; seq++) {
            deliveries.entry(entry(9, seq, user));
        }

        try (TestSocket second = sockets.resume(user, first)) {
            assertThat(second.resumed()).isTrue();
            assertThat(second.session()).isEqualTo(first.session());
            deliveries.entry(entry(9, 16, user));
            assertThat(seqs(second)).isEqualTo(numbers(11, 16));
        }
    }

    @Test
    void aResumeRepeatedWithAnOldNumberRepeatsFromThereAndEndsTheOtherSocket() {
        TestUser user = given.org().user();
        TestSocket first = sockets.open(user);
        deliveries.entry(entry(9, 1, user));
        deliveries.entry(entry(9, 2, user));
        assertThat(seqs(first)).isEqualTo(numbers(1, 2));

        try (TestSocket second = sockets.resume(user, first.session(), 1)) {
            assertThat(seqs(second)).isEqualTo(numbers(2, 2));
            assertThat(first.closeCode()).isEqualTo(1006);
        }
    }

    @Test
    void nobodyResumesWhatIsNotTheirs() {
        TestOrg org = given.org();
        TestUser user = org.user();
        TestSocket first = sockets.open(user);
        deliveries.entry(entry(9, 1, user));
        TestUser sameOnAnotherDevice =
                new TestUser(user.orgId(), user.accountId(), user.id(), given.session(user.accountId(), user.id()));

        try (TestSocket stranger = sockets.resume(org.user(), first.session(), 0);
                TestSocket otherDevice = sockets.resume(sameOnAnotherDevice, first.session(), 0);
                TestSocket future = sockets.resume(user, first.session(), 99)) {
            assertThat(stranger.resumed()).isFalse();
            assertThat(stranger.settled()).isEmpty();
            assertThat(otherDevice.resumed()).isFalse();
            assertThat(future.resumed()).isFalse();
            assertThat(future.session()).isNotEqualTo(first.session());
        }
    }

    @Test
    void aSocketThatDoesNotReadIsOwedAndDisturbsNobody() throws IOException {
        TestOrg org = given.org();
        TestUser slow = org.user(), fast = org.user();
        try (RawSocket lazy = RawSocket.open(server.port(), slow.token());
                TestSocket eager = sockets.open(fast)) {
            String large = "x".repeat(8_000);
            long last = 0;
            SocketSession session = sessions.of(slow.id()).getFirst();
            while (last < 5_000 && !session.isBehind()) {
                deliveries.entry(entry(9, ++last, large, slow, fast));
                assertThat(eager.next("entry").get("entry").get("seq").longValue())
                        .isEqualTo(last);
            }
            deliveries.entry(entry(9, ++last, large, slow, fast));

            assertThat(marks(lazy, last)).as("marks instead of entries").isPositive();
            deliveries.entry(entry(9, ++last, slow));
            assertThat(lazy.readFrame()).contains("\"seq\":" + last);
        }
    }

    /** Reads up to {@code last}, always forward, and counts how often entries were left out. */
    private static int marks(RawSocket socket, long last) throws IOException {
        JsonMapper json = new JsonMapper();
        int marks = 0;
        long reached = 0;
        while (reached < last) {
            JsonNode frame = json.readTree(socket.readFrame());
            boolean mark = frame.get("t").stringValue().equals("behind");
            long next = (mark ? frame.get("head") : frame.get("entry").get("seq")).longValue();
            assertThat(next).isGreaterThan(reached);
            marks += mark ? 1 : 0;
            reached = next;
        }
        return marks;
    }

    @Test
    void signingOutADeviceClosesItsSocketAndNoOther() {
        TestUser user = given.org().user();
        try (TestSocket socket = sockets.open(user);
                TestSocket other = sockets.open(given.org().user())) {
            events.publishEvent(new SessionEnded(accountSession(user)));

            assertThat(socket.closeCode()).isEqualTo(4001);
            assertThat(other.settled()).isEmpty();
        }
    }

    @Test
    void aDeviceThatSwitchedToAnotherCompanyStartsAgain() {
        TestUser user = given.org().user();
        try (TestSocket socket = sockets.open(user)) {
            events.publishEvent(new SessionSwitched(accountSession(user)));

            assertThat(socket.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void aDisabledPersonHearsNothingMore() {
        TestUser user = given.org().user();
        try (TestSocket socket = sockets.open(user)) {
            events.publishEvent(new PrincipalDisabled(user.id()));
            deliveries.entry(entry(9, 1, user));

            assertThat(socket.closeCode()).isEqualTo(4003);
            assertThat(socket.received()).isZero();
        }
    }

    @Test
    void withinFiveSecondsTheGatewayNoticesByItself() {
        TestOrg org = given.org();
        TestUser disabled = org.user(), revoked = org.user();
        try (TestSocket one = sockets.open(disabled);
                TestSocket two = sockets.open(revoked)) {
            jdbc.sql("update principal set enabled = false where id = :id")
                    .param("id", disabled.id())
                    .update();
            jdbc.sql("delete from account_session where account_id = :id")
                    .param("id", revoked.accountId())
                    .update();

            assertThat(one.closeCode()).isEqualTo(4003);
            assertThat(two.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void theOldestOfTooManySocketsIsReplaced() {
        TestUser user = given.org().user();
        TestSocket oldest = sockets.open(user);
        for (int i = 0; i < 19; i++) {
            sockets.open(user);
        }
        assertThat(oldest.settled()).isEmpty();

        try (TestSocket newest = sockets.open(user)) {
            assertThat(oldest.closeCode()).isEqualTo(4010);
            assertThat(newest.settled()).isEmpty();
        }
        sessions.of(user.id()).forEach(session -> sessions.close(session, CloseCode.BYE));
    }

    @Test
    void silenceAndStandstillHaveTheirLimits() {
        TestUser user = given.org().user();
        try (TestSocket socket = sockets.open(user)) {
            SocketSession session = sessions.of(user.id()).getFirst();
            long now = System.nanoTime();

            assertThat(session.isSilentLongerThan(Duration.ofSeconds(75).toNanos(), now))
                    .isFalse();
            assertThat(session.isSilentLongerThan(
                            Duration.ofSeconds(75).toNanos(),
                            now + Duration.ofSeconds(76).toNanos()))
                    .isTrue();
            sessions.close(session, CloseCode.SILENT);

            assertThat(socket.closeCode()).isEqualTo(4009);
            assertThat(sessions.of(user.id())).as("it may come back").hasSize(1);
        }
    }

    @Test
    void aSessionWhoseClientSaidGoodbyeIsForgotten() throws IOException {
        TestUser user = given.org().user();
        try (RawSocket raw = RawSocket.open(server.port(), user.token())) {
            raw.write(RawSocket.frame(RawSocket.FINAL | RawSocket.CLOSE, new byte[] {3, (byte) 0xE8}));
            assertThat(raw.closeCode()).isEqualTo(1000);
        }

        await(() -> sessions.of(user.id()).isEmpty());
    }

    private long accountSession(TestUser user) {
        return jdbc.sql("select id from account_session where account_id = :id")
                .param("id", user.accountId())
                .query(Long.class)
                .single();
    }

    private static List<Long> seqs(TestSocket socket) {
        return socket.settled().stream()
                .filter(frame -> frame.get("t").stringValue().equals("entry"))
                .map(frame -> frame.get("entry").get("seq").longValue())
                .toList();
    }

    private static List<Long> numbers(long from, long to) {
        return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static EntryAppended entry(long conversation, long seq, TestUser... recipients) {
        return entry(conversation, seq, "你好", recipients);
    }

    private static EntryAppended entry(long conversation, long seq, String text, TestUser... recipients) {
        EntryView view = new EntryView(
                seq,
                seq,
                EntryKind.TEXT,
                1,
                Instant.parse("2026-11-22T00:00:00Z"),
                "k",
                null,
                null,
                "{\"text\":\"" + text + "\"}",
                null);
        long[] ids = java.util.Arrays.stream(recipients).mapToLong(TestUser::id).toArray();
        return new EntryAppended(recipients[0].orgId(), conversation, view, seq, seq, ids);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("within ten seconds").isNegative();
            Thread.onSpinWait();
        }
    }
}
