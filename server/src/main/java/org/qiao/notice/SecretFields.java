package org.qiao.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which settings are secrets: those a carrier names, and everything that is called like one, so that a forgotten word shows
 * nothing. Works on copies.
 */
record SecretFields(Set<String> named) {

    private static final Pattern CALLED_LIKE_ONE =
            Pattern.compile("password|passwd|secret|token|credential|apikey|api_key|privatekey|authorization");

    /** The settings as an administrator may see them: secrets are null. */
    JsonNode hide(JsonNode settings) {
        JsonNode copy = settings.deepCopy();
        hideIn(copy, "", new LinkedHashMap<>());
        return copy;
    }

    /** The secrets that have a value, as "password" or "proxy.password". */
    List<String> present(JsonNode settings) {
        return List.copyOf(filled(settings).keySet());
    }

    /** Which of them the new settings leave out, so that those of the old ones stay. */
    List<String> kept(JsonNode fresh, JsonNode old) {
        Set<String> entered = values(fresh).keySet();
        return present(old).stream().filter(name -> !entered.contains(name)).toList();
    }

    /** Which of them are not the same. */
    List<String> changed(JsonNode old, JsonNode fresh) {
        Map<String, JsonNode> before = filled(old);
        Map<String, JsonNode> after = filled(fresh);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
    }

    private Map<String, JsonNode> filled(JsonNode settings) {
        Map<String, JsonNode> found = values(settings);
        found.values().removeIf(value -> value.isString() && value.asString().isEmpty());
        return found;
    }

    /** An empty one is there, too: somebody has taken the secret away. */
    private Map<String, JsonNode> values(JsonNode settings) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        hideIn(settings.deepCopy(), "", found);
        return found;
    }

    /** Secrets that are missing or null in the new settings keep the value of the old ones. */
    JsonNode keep(JsonNode fresh, JsonNode old) {
        JsonNode copy = fresh.deepCopy();
        if (copy instanceof ObjectNode into && old instanceof ObjectNode from) {
            keepIn(into, from);
        }
        return copy;
    }

    private void hideIn(JsonNode node, String path, Map<String, JsonNode> found) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (!isSecret(name)) {
                    hideIn(value, path + name + ".", found);
                } else if (!value.isNull()) {
                    found.put(path + name, value);
                    object.putNull(name);
                }
            }
        } else if (node.isArray()) {
            node.forEach(item -> hideIn(item, path, found));
        }
    }

    private void keepIn(ObjectNode into, ObjectNode from) {
        for (String name : from.propertyNames()) {
            JsonNode value = into.get(name);
            JsonNode before = from.get(name);
            if (isSecret(name)) {
                if (value == null || value.isNull()) {
                    into.set(name, before);
                }
            } else if (value instanceof ObjectNode inner && before instanceof ObjectNode innerBefore) {
                keepIn(inner, innerBefore);
            }
        }
    }

    private boolean isSecret(String name) {
        return named.contains(name)
                || CALLED_LIKE_ONE.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
