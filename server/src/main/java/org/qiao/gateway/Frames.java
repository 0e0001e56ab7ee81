package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import java.io.OutputStream;
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
    private static final int MEDIUM_MAX = 0xFFFF;
    private static final int LONG = 127;
    private static final int HEADER_MAX = 10;
    private static final int FIRST_BYTES = 1024;

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

    /** Written where it is sent from: an answer to a sync may have megabytes. The header goes into the room in front of it. */
    private ByteBuf map(ServerFrame frame) {
        ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(FIRST_BYTES);
        try {
            bytes.writerIndex(HEADER_MAX);
            json.writeValue((OutputStream) new ByteBufOutputStream(bytes), frame);
            return header(bytes);
        } catch (RuntimeException e) {
            bytes.release();
            throw e;
        }
    }

    private static ByteBuf header(ByteBuf bytes) {
        int length = bytes.writerIndex() - HEADER_MAX;
        int start;
        if (length <= SHORT_MAX) {
            start = HEADER_MAX - 2;
            bytes.setByte(start + 1, length);
        } else if (length <= MEDIUM_MAX) {
            start = HEADER_MAX - 2 - Short.BYTES;
            bytes.setByte(start + 1, MEDIUM).setShort(start + 2, length);
        } else {
            start = 0;
            bytes.setByte(1, LONG).setLong(2, length);
        }
        return bytes.setByte(start, FINAL_TEXT).readerIndex(start);
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
