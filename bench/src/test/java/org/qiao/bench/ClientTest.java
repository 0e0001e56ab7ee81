package org.qiao.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final String WELCOMED = "HTTP/1.1 101 Switching Protocols\r\n\r\n";

    private final Network network = new Network(URI.create("ws://127.0.0.1:1/socket"), "run7-", Payload.texts(10));
    private final EmbeddedChannel channel = new EmbeddedChannel(new Client(network, new Person(1, "a"), 0));
    private final List<Frame.Type> heard = new ArrayList<>();

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        network.close();
    }

    @Test
    void whoIsRefusedComesBackOnce() {
        channel.writeInbound(ascii("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 9\r\n\r\n"));

        assertThat(channel.isActive()).isFalse();
        assertThat(network.refusals()).isEqualTo(Map.of("HTTP/1.1 503 Service Unavailable", 1));
    }

    @Test
    void framesAreReadHoweverTheyAreCut() {
        network.ears((client, frame, now) -> heard.add(frame.type));
        byte[] frames = Unpooled.copiedBuffer(
                        frame("ack", 10), frame("entries", 200_000), frame("synced", 70_000), frame("ack", 1))
                .array();
        channel.writeInbound(ascii(WELCOMED));
        for (int at = 0; at < frames.length; ) {
            int size = Math.min(frames.length - at, 1 + at % 7_919);
            channel.writeInbound(Unpooled.copiedBuffer(frames, at, size));
            at += size;
        }

        assertThat(heard).containsExactly(Frame.Type.ACK, Frame.Type.ENTRIES, Frame.Type.SYNCED, Frame.Type.ACK);
    }

    private static ByteBuf frame(String type, int characters) {
        String text = "{\"t\":\"" + type + "\",\"x\":\"" + "x".repeat(characters) + "\"}";
        ByteBuf frame = Unpooled.buffer().writeByte(0x81);
        if (text.length() < 126) {
            frame.writeByte(text.length());
        } else if (text.length() < 65_536) {
            frame.writeByte(126).writeShort(text.length());
        } else {
            frame.writeByte(127).writeLong(text.length());
        }
        return frame.writeBytes(text.getBytes(US_ASCII));
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, US_ASCII);
    }
}
