package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClientFramesTest {

    private final ClientFrames frames = new ClientFrames("run7-", Payload.texts(100));

    @Test
    void aTextIsAMaskedFrameOfOneCommand() {
        frames.text(70_123, 1_000_000);

        JsonNode command = JsonMapper.shared().readTree(unmasked());
        assertThat(command.get("t").asString()).isEqualTo("send");
        assertThat(command.get("id").asLong()).isEqualTo(1_000_000);
        assertThat(command.get("conversation").asLong()).isEqualTo(70_123);
        assertThat(command.get("key").asString()).isEqualTo("run7-1000000");
        assertThat(command.get("body").get("text").asString()).hasSize(100);
    }

    @Test
    void aRepeatHasTheSameTextUnderAnotherMask() {
        frames.text(5, 77);
        String first = unmasked();
        byte[] sent = java.util.Arrays.copyOfRange(frames.bytes(), frames.start(), frames.end());
        frames.text(5, 78);
        assertThat(unmasked()).isNotEqualTo(first);
        frames.text(5, 77);

        assertThat(unmasked()).isEqualTo(first);
        assertThat(sent).isNotEqualTo(java.util.Arrays.copyOfRange(frames.bytes(), frames.start(), frames.end()));
    }

    @Test
    void aShortCommandHasTheShortHeader() {
        frames.json("{\"t\":\"ping\",\"id\":0}");

        assertThat(unmasked()).isEqualTo("{\"t\":\"ping\",\"id\":0}");
    }

    @Test
    void textsAreOfTheLengthAskedForAndMostlyChinese() {
        List<String> texts = Payload.texts(100);

        assertThat(texts).hasSizeGreaterThan(10).doesNotHaveDuplicates().allMatch(text -> text.length() == 100);
        assertThat(texts).noneMatch(text -> text.contains("\"") || text.contains("\\"));
        assertThat(Payload.bytes(100)).isBetween(200L, 280L);
    }

    private String unmasked() {
        byte[] bytes = frames.bytes();
        int at = frames.start();
        assertThat(bytes[at]).isEqualTo((byte) 0x81);
        int length = bytes[at + 1] & 0x7F;
        int mask = at + 2;
        if (length == 126) {
            length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
            mask = at + 4;
        }
        byte[] plain = new byte[length];
        for (int i = 0; i < length; i++) {
            plain[i] = (byte) (bytes[mask + 4 + i] ^ bytes[mask + (i & 3)]);
        }
        assertThat(mask + 4 + length).isEqualTo(frames.end());
        return new String(plain, UTF_8);
    }
}
