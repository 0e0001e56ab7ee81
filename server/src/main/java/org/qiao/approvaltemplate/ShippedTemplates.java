package org.qiao.approvaltemplate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.qiao.platform.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The templates that come with the program, as files. A text in them is {"zh": …, "en": …}; a mistake of ours is seen at the start.
 */
final class ShippedTemplates {

    private static final List<String> KEYS = List.of(
            "leave",
            "overtime",
            "punch_correction",
            "business_trip",
            "going_out",
            "expense",
            "purchase",
            "payment",
            "seal",
            "general",
            "hire",
            "resignation");

    private final List<Shipped> chinese;
    private final List<Shipped> english;

    private ShippedTemplates(List<Shipped> chinese, List<Shipped> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** One of them in one language. */
    record Shipped(String key, String group, TemplateContent content) {

        /** A prefix that no company chooses, when it has chosen ours. */
        String spare() {
            return content.settings().numbering().prefix() + "-Q";
        }
    }

    static ShippedTemplates load() {
        return new ShippedTemplates(
                KEYS.stream().map(key -> read(key, "zh")).toList(),
                KEYS.stream().map(key -> read(key, "en")).toList());
    }

    List<String> keys() {
        return KEYS;
    }

    List<Shipped> in(Locale locale) {
        return Texts.in(locale, chinese, english);
    }

    private static Shipped read(String key, String language) {
        JsonMapper json = JsonMapper.shared();
        try (InputStream file =
                Objects.requireNonNull(ShippedTemplates.class.getResourceAsStream(key + ".json"), key)) {
            ObjectNode template = (ObjectNode) in(json.readTree(file), language);
            String group = Objects.requireNonNull(template.remove("group")).stringValue();
            return new Shipped(key, group, json.treeToValue(template, TemplateContent.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode in(JsonNode node, String language) {
        if (node.size() == 2 && node.has("zh") && node.has("en")) {
            return Objects.requireNonNull(node.get(language));
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .toList()
                    .forEach(name -> object.set(name, in(Objects.requireNonNull(object.get(name)), language)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, in(Objects.requireNonNull(array.get(i)), language));
            }
        }
        return node;
    }
}
