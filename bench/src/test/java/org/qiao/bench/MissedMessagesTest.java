package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MissedMessagesTest {

    private final Network network = new Network(URI.create("ws://127.0.0.1:1/socket"), "run7-", Payload.texts(10));
    private final Frame frame = new Frame("run7-");
    private final Violations violations = new Violations();
    private final Ledger ledger = new Ledger(violations);
    private final Conversation conversation = new Conversation(5, 10);
    private final Seat seat = conversation.seat(new Client(network, new Person(1, "a"), 0));

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void theLastEntriesAreEnoughWhenTheyFollow() {
        conversation.acked = 12;
        MissedMessages missed = new MissedMessages(List.of(seat), ledger, violations);

        assertThat(missed.takeLast(synced(12, 10, 11, 12))).isFalse();
        assertThat(missed.isComplete()).isTrue();
        assertThat(violations.count()).isZero();
    }

    @Test
    void aHoleBeforeTheLastEntriesIsPulled() {
        conversation.acked = 14;
        MissedMessages missed = new MissedMessages(List.of(seat), ledger, violations);

        assertThat(missed.takeLast(synced(14, 13, 14))).isTrue();
        assertThat(missed.missing()).isEqualTo(4);
        assertThat(missed.takePulled(5, pulled(14, 11, 12))).isTrue();
        assertThat(missed.takePulled(5, pulled(14, 13, 14))).isFalse();
        assertThat(missed.isComplete()).isTrue();
    }

    @Test
    void aPageThatJumpsIsFound() {
        conversation.acked = 14;
        MissedMessages missed = new MissedMessages(List.of(seat), ledger, violations);
        missed.takePulled(5, pulled(14, 11, 13, 14));

        assertThat(violations.count()).isEqualTo(1);
        assertThat(missed.isComplete()).isFalse();
    }

    private SyncedPage.Moved synced(long head, long... seqs) {
        read("{\"t\":\"synced\",\"conversations\":[{\"id\":5,\"seq\":" + head + ",\"entries\":[" + items(seqs)
                + "]}],\"next\":null}");
        return SyncedPage.read(frame).conversations().getFirst();
    }

    private PulledPage pulled(long head, long... seqs) {
        read("{\"t\":\"entries\",\"conversation\":5,\"items\":[" + items(seqs) + "],\"head\":" + head + "}");
        return PulledPage.read(frame);
    }

    private static String items(long... seqs) {
        return java.util.Arrays.stream(seqs)
                .mapToObj(seq -> "{\"seq\":" + seq + ",\"key\":null}")
                .collect(java.util.stream.Collectors.joining(","));
    }

    private void read(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        frame.read(bytes, 0, bytes.length);
    }
}
