package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.Map;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Objects to complete WebSocket text frames, header included: the bytes then go to any number of sockets as they are. */
@Component
final class Frames {

    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT_MAX = 125;
    private static final int MEDIUM = 126;
    private static final int LONG = 127;
    private static final int HEADER_MAX = 10;

    private final JsonMapper json;
    private final ThreadLocal<FrameWriter> writers = ThreadLocal.withInitial(FrameWriter::new);

    Frames(JsonMapper json) {
        this.json = json;
    }

    ByteBuf encode(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Ack ack -> writers.get().frame(ack);
            case ServerFrame.EntryEvent entry -> writers.get().frame(entry);
            default -> map(frame);
        };
    }

    private ByteBuf map(ServerFrame frame) {
        byte[] payload = json.writeValueAsBytes(frame);
        ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(HEADER_MAX + payload.length);
        bytes.writeByte(FINAL_TEXT);
        if (payload.length <= SHORT_MAX) {
            bytes.writeByte(payload.length);
        } else if (payload.length <= 0xFFFF) {
            bytes.writeByte(MEDIUM).writeShort(payload.length);
        } else {
            bytes.writeByte(LONG).writeLong(payload.length);
        }
        return bytes.writeBytes(payload);
    }

    /** A refusal as HTTP body, before the upgrade. */
    ByteBuf problem(Problem problem) {
        return Unpooled.wrappedBuffer(json.writeValueAsBytes(new Refused(
                problem.kind().status().getReasonPhrase(),
                problem.kind().status().value(),
                problem.code(),
                problem.params())));
    }

    private record Refused(String title, int status, String code, Map<String, Object> params) {}
}
