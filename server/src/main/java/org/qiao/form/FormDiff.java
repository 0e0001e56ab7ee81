package org.qiao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was changed between two fillings of one form. */
public final class FormDiff {

    private FormDiff() {}

    /**
     * One field.
     *
     * @param before null when it was empty
     * @param after null when it is empty now
     */
    public record Change(
            String key, @Nullable JsonNode before, @Nullable JsonNode after) {}

    /** In the order of the form; fields that are computed from others are not told. */
    public static List<Change> of(FormSchema schema, FormValues before, FormValues after) {
        List<Change> changes = new ArrayList<>();
        for (Field field : schema.fields()) {
            Optional<JsonNode> old = before.find(field.key());
            Optional<JsonNode> now = after.find(field.key());
            if (!field.isComputed() && !Objects.equals(old, now)) {
                changes.add(new Change(
                        field.key(),
                        old.map(JsonNode::deepCopy).orElse(null),
                        now.map(JsonNode::deepCopy).orElse(null)));
            }
        }
        return changes;
    }
}
