package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.EntryView;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is, byte for byte, what the mapper would write. */
class FrameWriterTest {

    private static final Instant AT = Instant.parse("2026-11-22T13:05:01.250Z");
    private static final String BODY = "{\"text\":\"你好 👋 \\\"x\\\"\",\"mentions\":[23],\"mentionAll\":false}";

    private final JsonMapper json = new JsonMapper();
    private final FrameWriter writer = new FrameWriter();

    static List<ServerFrame> frames() {
        EntryView.Quote quote = new EntryView.Quote(3, 8, EntryKind.TEXT, "\"a\"\n\u0001 你 👋 \\");
        EntryView.Recalled recalled = new EntryView.Recalled(9, 8, AT.plusSeconds(60));
        return List.of(
                new ServerFrame.Ack("a1", 5, 42, 40, AT),
                new ServerFrame.Ack(7L, 1L << 50, Long.MAX_VALUE, 0, AT.plusNanos(1)),
                new ServerFrame.Ack(-7L, 5, 9, 10, Instant.EPOCH),
                new ServerFrame.Ack("\"\\\n\u0000 é 你 👋 /", 5, 99, 100, AT),
                event(entry(EntryKind.TEXT, "k-9f3", null, null, BODY, null)),
                event(entry(EntryKind.TEXT, "k", null, null, BODY, quote)),
                event(entry(
                        EntryKind.TEXT, "k", null, recalled, "{}", new EntryView.Quote(3, 8, EntryKind.FILE, null))),
                event(entry(EntryKind.RECALL, "k", 41L, null, "{}", null)),
                event(entry(EntryKind.SYSTEM, null, null, null, "{\"event\":\"JOINED\"}", null)),
                event(entry(EntryKind.TEXT, "k", null, null, "{\"text\":\"" + "长".repeat(400) + "\"}", null)),
                event(entry(EntryKind.TEXT, "k", null, null, "{\"text\":\"" + "x".repeat(70_000) + "\"}", null)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void theBytesAreTheMappers(ServerFrame frame) {
        ByteBuf bytes = write(frame);

        byte[] payload = json.writeValueAsBytes(frame);
        assertThat(bytes.readUnsignedByte()).isEqualTo((short) 0x81);
        assertThat(length(bytes)).isEqualTo(payload.length);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(new String(payload, StandardCharsets.UTF_8));
        bytes.release();
    }

    @Test
    void oneWriterServesManyFrames() {
        for (ServerFrame frame : frames()) {
            theBytesAreTheMappers(frame);
        }
        frames().reversed().forEach(this::theBytesAreTheMappers);
    }

    private ByteBuf write(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Ack ack -> writer.frame(ack);
            case ServerFrame.EntryEvent event -> writer.frame(event);
            default -> throw new IllegalStateException();
        };
    }

    private static long length(ByteBuf bytes) {
        int first = bytes.readUnsignedByte();
        return first < 126 ? first : first == 126 ? bytes.readUnsignedShort() : bytes.readLong();
    }

    private static ServerFrame.EntryEvent event(EntryView entry) {
        return new ServerFrame.EntryEvent(5, entry, new ServerFrame.Head(42, 40));
    }

    private static EntryView entry(
            EntryKind kind, String key, Long target, EntryView.Recalled recalled, String body, EntryView.Quote quote) {
        return new EntryView(42, 40, kind, 17, AT, key, target, recalled, body, quote);
    }
}
