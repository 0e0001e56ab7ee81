package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of the results is checked: whatever a broken server could do must be found. */
class TrafficTest {

    private static final long CONVERSATION = 5;

    private final Network network = new Network(URI.create("ws://127.0.0.1:1/socket"), "run7-", Payload.texts(10));
    private final Frame frame = new Frame("run7-");
    private final Conversation conversation = new Conversation(CONVERSATION, 10);
    private final Client alice = new Client(network, new Person(1, "a"), 0);
    private final Client bob = new Client(network, new Person(2, "b"), 1);
    private final Traffic traffic = new Traffic(network, List.of(conversation));

    @BeforeEach
    void twoPeople() {
        conversation.seat(alice);
        conversation.seat(bob);
        alice.pretendOpen();
        bob.pretendOpen();
        for (int message = 0; message < 4; message++) {
            traffic.send(conversation.seats.getFirst(), System.nanoTime());
        }
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void whatArrivesOnceAndInOrderIsNoViolation() {
        for (int i = 0; i < 4; i++) {
            acked(i, 11 + i);
            entry(alice, 11 + i, i);
            entry(bob, 11 + i, i);
        }

        assertThat(traffic.isSettled()).isTrue();
        assertThat(violations()).isZero();
    }

    @Test
    void anEntryThatNobodyDeliveredIsMissed() {
        acked(0, 11);
        acked(1, 12);
        entry(alice, 11, 0);
        entry(alice, 12, 1);
        entry(bob, 12, 1);
        entry(bob, 13, 2);

        assertThat(traffic.violations.count()).isEqualTo(1);
        assertThat(traffic.violations.first()).anyMatch(words -> words.contains("after seq 10"));
    }

    @Test
    void theLastEntriesAreMissedToo() {
        answerAll();
        entry(alice, 11, 0);
        entry(alice, 12, 1);
        entry(alice, 13, 2);
        entry(alice, 14, 3);
        entry(bob, 11, 0);

        assertThat(traffic.isSettled()).isFalse();
        assertThat(violations()).isEqualTo(3);
    }

    @Test
    void anEntryThatComesTwiceIsFound() {
        entry(bob, 11, 0);
        entry(bob, 11, 0);

        assertThat(traffic.violations.count()).isEqualTo(1);
    }

    @Test
    void entriesThatChangePlacesAreFound() {
        entry(bob, 12, 1);
        entry(bob, 11, 0);

        assertThat(traffic.violations.count()).isEqualTo(2);
    }

    @Test
    void aMessageThatIsStoredTwiceIsFound() {
        acked(0, 11);
        entry(bob, 11, 0);
        entry(bob, 12, 0);

        assertThat(traffic.violations.first()).anyMatch(words -> words.contains("has seq 11 and seq 12"));
    }

    @Test
    void anAcknowledgementWithAnotherSeqThanTheEntryIsFound() {
        entry(bob, 11, 0);
        acked(0, 12);

        assertThat(traffic.violations.count()).isEqualTo(1);
    }

    @Test
    void anAcknowledgementThatComesTwiceIsFound() {
        acked(0, 11);
        acked(0, 11);

        assertThat(traffic.violations.first()).anyMatch(words -> words.contains("acknowledged twice"));
    }

    @Test
    void anAcknowledgementInAnotherConversationIsFound() {
        hear(alice, "{\"t\":\"ack\",\"id\":0,\"conversation\":6,\"seq\":11}");

        assertThat(traffic.violations.count()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsNeverAnsweredIsFound() {
        acked(0, 11);
        entry(alice, 11, 0);
        entry(bob, 11, 0);

        assertThat(violations()).isEqualTo(3);
    }

    @Test
    void whoIsBehindIsOwedAndPulls() {
        answerAll();
        for (int i = 0; i < 4; i++) {
            entry(alice, 11 + i, i);
        }
        entry(bob, 11, 0);
        hear(bob, "{\"t\":\"behind\",\"conversation\":5,\"head\":13}");
        entry(bob, 14, 3); // too early: the pull brings it
        pulled(bob, 14, item(12, 1), item(13, 2), item(14, 3));
        entry(bob, 14, 3); // late on the slow way: already pulled

        assertThat(traffic.behinds()).isEqualTo(1);
        assertThat(violations()).isZero();
    }

    @Test
    void aPullWithAHoleIsFound() {
        entry(bob, 11, 0);
        hear(bob, "{\"t\":\"behind\",\"conversation\":5,\"head\":14}");
        pulled(bob, 14, item(12, 1), item(14, 3));

        assertThat(traffic.violations.first()).anyMatch(words -> words.startsWith("pulled: "));
    }

    @Test
    void afterAPullEverythingNewMustComeOnceAgain() {
        hear(bob, "{\"t\":\"behind\",\"conversation\":5,\"head\":12}");
        pulled(bob, 12, item(11, 0), item(12, 1));
        entry(bob, 13, 2);
        entry(bob, 13, 2);

        assertThat(traffic.violations.count()).isEqualTo(1);
    }

    @Test
    void aRefusalThatWaitingDoesNotHelpIsFound() {
        hear(alice, "{\"t\":\"error\",\"id\":0,\"code\":\"messaging.not_found\",\"params\":{}}");

        assertThat(traffic.violations.first()).anyMatch(words -> words.contains("messaging.not_found"));
    }

    private void answerAll() {
        for (int i = 0; i < 4; i++) {
            acked(i, 11 + i);
        }
    }

    private long violations() {
        traffic.finish();
        return traffic.violations.count();
    }

    private void acked(long message, long seq) {
        hear(alice, "{\"t\":\"ack\",\"id\":" + message + ",\"conversation\":5,\"seq\":" + seq + ",\"no\":1}");
    }

    private void entry(Client client, long seq, long message) {
        hear(client, "{\"t\":\"entry\",\"conversation\":5,\"entry\":" + item(seq, message) + ",\"head\":{\"seq\":99}}");
    }

    private void pulled(Client client, long head, String... items) {
        hear(
                client,
                "{\"t\":\"entries\",\"id\":9,\"conversation\":5,\"items\":[" + String.join(",", items) + "],\"head\":"
                        + head + ",\"fromSeq\":1}");
    }

    private static String item(long seq, long message) {
        return "{\"seq\":" + seq + ",\"kind\":\"TEXT\",\"key\":\"run7-" + message + "\",\"body\":{\"text\":\"x\"}}";
    }

    private void hear(Client client, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        frame.read(bytes, 0, bytes.length);
        traffic.heard(client, frame, System.nanoTime());
    }
}
