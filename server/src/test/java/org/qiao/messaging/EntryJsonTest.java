package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what the mapper would write by itself. */
class EntryJsonTest {

    private static final Instant AT = Instant.parse("2026-11-22T13:05:01.250Z");

    @JsonSerialize(using = ValueSerializer.None.class)
    private interface ByItself {}

    private final JsonMapper byHand = new JsonMapper();
    private final JsonMapper byItself =
            JsonMapper.builder().addMixIn(EntryView.class, ByItself.class).build();

    static List<EntryView> entries() {
        EntryView.Quote quote = new EntryView.Quote(3, 8, EntryKind.TEXT, "\"a\"\n 你 👋 \\");
        EntryView.Recalled recalled = new EntryView.Recalled(9, 8, AT.plusSeconds(60));
        String long3 = "长👋x".repeat(9_000);
        return List.of(
                new EntryView(42, 40, EntryKind.TEXT, 17, AT, "k", null, null, "{\"text\":\"你好 👋\"}", quote),
                new EntryView(43, 40, EntryKind.RECALL, 17, AT, "k", 42L, null, "{}", null),
                new EntryView(1L << 50, 0, EntryKind.TEXT, 17, Instant.EPOCH, "k", null, recalled, "{}", null),
                new EntryView(1, 0, EntryKind.SYSTEM, 17, AT.plusNanos(1_000), null, null, null, "{}", null),
                new EntryView(2, 1, EntryKind.TEXT, 17, AT, "k", null, null, "{\"text\":\"" + long3 + "\"}", null));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void nothingIsDifferent(EntryView entry) {
        assertThat(byHand.writeValueAsString(entry)).isEqualTo(byItself.writeValueAsString(entry));
        assertThat(byHand.writeValueAsBytes(List.of(entry, entry)))
                .isEqualTo(byItself.writeValueAsBytes(List.of(entry, entry)));
    }
}
