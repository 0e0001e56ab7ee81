package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

    private final Frame frame = new Frame("run7-");

    @Test
    void anAcknowledgementTellsItsNumberItsConversationAndItsSeq() {
        read("{\"t\":\"ack\",\"id\":815,\"conversation\":5,\"seq\":42,\"no\":40,\"at\":\"2026-11-22T13:05:01.25Z\"}");

        assertThat(frame.type).isEqualTo(Frame.Type.ACK);
        assertThat(frame.id).isEqualTo(815);
        assertThat(frame.conversation).isEqualTo(5);
        assertThat(frame.seq).isEqualTo(42);
    }

    @Test
    void anEntryTellsWhichMessageOfTheRunItIs() {
        read(entry("run7-99", "你好 \\\"seq\\\":1 \\\\"));

        assertThat(frame.type).isEqualTo(Frame.Type.ENTRY);
        assertThat(frame.conversation).isEqualTo(5);
        assertThat(frame.seq).isEqualTo(42);
        assertThat(frame.message).isEqualTo(99);
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        read(
                "{\"head\":{\"seq\":7,\"no\":7},\"entry\":{\"body\":{\"text\":\"}]\",\"seq\":3},\"key\":\"run7-4\",\"quote\":null,\"seq\":42},"
                        + " \"conversation\" : 5, \"t\":\"entry\"}");

        assertThat(frame.type).isEqualTo(Frame.Type.ENTRY);
        assertThat(frame.conversation).isEqualTo(5);
        assertThat(frame.seq).isEqualTo(42);
        assertThat(frame.message).isEqualTo(4);
    }

    @Test
    void aMessageOfSomebodyElseHasNoNumber() {
        read(entry("k-9f3", "hi"));
        assertThat(frame.message).isEqualTo(JsonBytes.NONE);

        read(entry("run7-9x", "hi"));
        assertThat(frame.message).isEqualTo(JsonBytes.NONE);
    }

    @Test
    void aRefusalTellsWhyAndWhenToComeBack() {
        read(
                "{\"t\":\"error\",\"id\":3,\"code\":\"messaging.too_fast\",\"params\":{\"retryAfterSeconds\":1},\"retryAfterMs\":1000}");

        assertThat(frame.type).isEqualTo(Frame.Type.ERROR);
        assertThat(frame.id).isEqualTo(3);
        assertThat(frame.code).isEqualTo("messaging.too_fast");
        assertThat(frame.retryAfterMs).isEqualTo(1000);
    }

    @Test
    void aPulledPageGivesEveryEntryInItsOrder() {
        read(
                "{\"t\":\"entries\",\"id\":9,\"conversation\":5,\"items\":[{\"seq\":44,\"no\":41,\"kind\":\"TEXT\",\"key\":\"run7-1\",\"body\":{\"text\":\"a\"}},"
                        + "{\"seq\":45,\"key\":null,\"kind\":\"SYSTEM\",\"body\":{\"members\":[1,2]}}],\"head\":46,\"fromSeq\":1}");

        PulledPage page = PulledPage.read(frame);

        assertThat(frame.type).isEqualTo(Frame.Type.ENTRIES);
        assertThat(page.conversation()).isEqualTo(5);
        assertThat(page.head()).isEqualTo(46);
        assertThat(page.size()).isEqualTo(2);
        assertThat(page.seq(0)).isEqualTo(44);
        assertThat(page.message(0)).isEqualTo(1);
        assertThat(page.seq(1)).isEqualTo(45);
        assertThat(page.message(1)).isEqualTo(JsonBytes.NONE);
    }

    @Test
    void aSyncTellsWhatMovedAndWhereToGoOn() {
        read(
                "{\"t\":\"synced\",\"id\":10,\"era\":3,\"full\":false,\"cursor\":\"90377\",\"personal\":[{\"seq\":13}],\"personalSeq\":13,"
                        + "\"conversations\":[{\"id\":5,\"title\":\"x\",\"seq\":44,\"last\":{\"seq\":44},\"entries\":[{\"seq\":43,\"key\":\"run7-1\"},{\"seq\":44,\"key\":\"run7-2\"}]},"
                        + "{\"id\":6,\"seq\":1,\"entries\":[]}],\"next\":\"abc\"}");

        SyncedPage page = SyncedPage.read(frame);

        assertThat(page.next()).isEqualTo("abc");
        assertThat(page.position()).isEqualTo(new SyncedPage.Position(3, "90377", 13, 0));
        assertThat(page.conversations()).hasSize(2);
        assertThat(page.conversations().getFirst().head).isEqualTo(44);
        assertThat(page.conversations().getFirst().seqs).startsWith(43, 44);
        assertThat(page.conversations().getFirst().size).isEqualTo(2);
    }

    private static String entry(String key, String text) {
        return "{\"t\":\"entry\",\"conversation\":5,\"entry\":{\"seq\":42,\"no\":40,\"kind\":\"TEXT\",\"sender\":17,\"at\":\"2026-11-22T13:05:01.25Z\",\"key\":\""
                + key + "\",\"target\":null,\"recalledBy\":null,\"body\":{\"text\":\"" + text
                + "\",\"mentions\":[],\"mentionAll\":false},\"quote\":null},\"head\":{\"seq\":43,\"no\":40}}";
    }

    private void read(String json) {
        byte[] bytes = ("xx" + json + "yy").getBytes(UTF_8);
        frame.read(bytes, 2, bytes.length - 2);
    }
}
