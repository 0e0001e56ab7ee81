package org.qiao.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
        hideIn(copy, "", new ArrayList<>());
        return copy;
    }

    /** The secrets that have a value, as "password" or "proxy.password". */
    List<String> present(JsonNode settings) {
        List<String> found = new ArrayList<>();
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

    private void hideIn(JsonNode node, String path, List<String> found) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (!isSecret(name)) {
                    hideIn(value, path + name + ".", found);
                } else if (!value.isNull()) {
                    found.add(path + name);
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
