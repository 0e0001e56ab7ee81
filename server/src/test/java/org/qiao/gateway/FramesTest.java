package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every frame says how long it is, in the shortest of the three ways. */
class FramesTest {

    private final JsonMapper json = new JsonMapper();
    private final Frames frames = new Frames(json);

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 65, 66, 67, 120, 1_000, 65_400, 65_470, 65_480, 65_540, 3_000_000})
    void theHeaderFitsThePayload(int characters) {
        ServerFrame frame = new ServerFrame.Failure(7L, "x".repeat(characters), Map.of(), null);
        byte[] payload = json.writeValueAsBytes(frame);

        ByteBuf bytes = frames.encode(frame);

        assertThat(bytes.readUnsignedByte()).isEqualTo((short) 0x81);
        assertThat(length(bytes)).isEqualTo(payload.length).isEqualTo(bytes.readableBytes());
        byte[] written = new byte[bytes.readableBytes()];
        bytes.readBytes(written);
        assertThat(json.readValue(written, JsonNode.class)).isEqualTo(json.readValue(payload, JsonNode.class));
        assertThat(bytes.release()).isTrue();
    }

    private static long length(ByteBuf bytes) {
        int first = bytes.readUnsignedByte();
        if (first < 126) {
            return first;
        }
        long length = first == 126 ? bytes.readUnsignedShort() : bytes.readLong();
        assertThat(length).isGreaterThan(first == 126 ? 125 : 0xFFFF);
        return length;
    }
}
