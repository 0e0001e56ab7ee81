package org.qiao.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two states of settings, as somebody reads it later. Knows no secrets: hide them before. */
public final class FieldChanges {

    private static final int LONGEST = 200;

    private FieldChanges() {}

    /**
     * One field that is different.
     *
     * @param field its path, like "quiet.from"
     * @param before null: it was not there; a list is written as JSON; what is long is cut
     */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}

    /** Sorted by field. */
    public static List<FieldChange> between(JsonNode before, JsonNode after) {
        Map<String, String> old = fields(before);
        Map<String, String> fresh = fields(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            String was = old.get(name);
            String is = fresh.get(name);
            if (was == null ? is != null : !was.equals(is)) {
                changes.add(new FieldChange(name, cut(was), cut(is)));
            }
        }
        return changes;
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        collect(node, "", fields);
        return fields;
    }

    private static void collect(JsonNode node, String path, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), into));
        } else if (!node.isNull() && !node.isMissingNode()) {
            into.put(path, node.isValueNode() ? node.asString() : sorted(node).toString());
        }
    }

    /** Lists of plain values are sets to whoever set them: the order in which one comes out of memory is no change. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            List<JsonNode> items = node.valueStream().map(FieldChanges::sorted).toList();
            boolean plain = items.stream().allMatch(JsonNode::isValueNode);
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            (plain ? items.stream().sorted(Comparator.comparing(JsonNode::asString)) : items.stream())
                    .forEach(list::add);
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), sorted(field.getValue())));
            return object;
        }
        return node;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : Texts.cut(text, LONGEST);
    }
}
