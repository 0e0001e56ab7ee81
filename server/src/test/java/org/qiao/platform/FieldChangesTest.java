package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qiao.platform.FieldChanges.FieldChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FieldChangesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<FieldChange> between(String before, String after) {
        JsonNode old = JSON.readTree(before);
        return FieldChanges.between(old, JSON.readTree(after));
    }

    @Test
    void eachFieldThatIsDifferentIsNamedWithWhatItWasAndIs() {
        assertThat(between(
                        "{\"a\":1,\"same\":true,\"in\":{\"x\":\"old\",\"y\":2},\"gone\":\"z\",\"list\":[1,2]}",
                        "{\"a\":2,\"same\":true,\"in\":{\"x\":\"new\",\"y\":2},\"fresh\":false,\"list\":[3,1]}"))
                .containsExactly(
                        new FieldChange("a", "1", "2"),
                        new FieldChange("fresh", null, "false"),
                        new FieldChange("gone", "z", null),
                        new FieldChange("in.x", "old", "new"),
                        new FieldChange("list", "[1,2]", "[1,3]"));
    }

    @Test
    void theOrderOfPlainValuesIsNoChange() {
        assertThat(between("{\"steps\":[{\"ways\":[\"SMS\",\"APP\"]}]}", "{\"steps\":[{\"ways\":[\"APP\",\"SMS\"]}]}"))
                .isEmpty();
        assertThat(between("{\"steps\":[{\"n\":1},{\"n\":2}]}", "{\"steps\":[{\"n\":2},{\"n\":1}]}"))
                .hasSize(1);
    }

    @Test
    void missingAndNullAreTheSame() {
        assertThat(between("{\"a\":null}", "{}")).isEmpty();
        assertThat(between("{}", "{\"a\":{\"b\":null}}")).isEmpty();
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        String horses = "🐎".repeat(150);

        FieldChange change = between("{}", "{\"a\":\"" + horses + "\"}").getFirst();

        assertThat(change.after()).hasSizeLessThanOrEqualTo(201).endsWith("🐎…");
    }
}
