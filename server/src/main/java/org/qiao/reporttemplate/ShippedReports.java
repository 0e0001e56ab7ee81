package org.qiao.reporttemplate;

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

/** The templates that come with the program, as files. A text in them is {"zh": …, "en": …}; a mistake of ours is seen at the start. */
final class ShippedReports {

    static final List<String> KEYS = List.of("daily", "weekly", "monthly", "project", "sales_visit");

    private final List<Shipped> chinese;
    private final List<Shipped> english;

    private ShippedReports(List<Shipped> chinese, List<Shipped> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** One of them in one language. */
    record Shipped(String key, ReportContent content) {}

    static ShippedReports load() {
        return new ShippedReports(
                KEYS.stream().map(key -> read(key, "zh")).toList(),
                KEYS.stream().map(key -> read(key, "en")).toList());
    }

    List<Shipped> in(Locale locale) {
        return Texts.in(locale, chinese, english);
    }

    private static Shipped read(String key, String language) {
        JsonMapper json = JsonMapper.shared();
        try (InputStream file = Objects.requireNonNull(ShippedReports.class.getResourceAsStream(key + ".json"), key)) {
            return new Shipped(key, json.treeToValue(in(json.readTree(file), language), ReportContent.class));
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
