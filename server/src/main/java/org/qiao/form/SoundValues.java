package org.qiao.form;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What JSON from outside must be before anybody walks through it: bounded, not deep, without NUL and halves of characters. */
public final class SoundValues {

    private static final int CHARACTERS_MAX = 2_000_000;
    private static final int NODES_MAX = 50_000;
    private static final int VALUES_DEPTH_MAX = 6;
    static final int FORM_DEPTH_MAX = 14;

    private int characters;
    private int nodes;

    private SoundValues() {}

    /** A copy that is ours. */
    static ObjectNode require(JsonNode json) {
        if (!(json instanceof ObjectNode object) || !isSound(json, VALUES_DEPTH_MAX)) {
            throw FormProblem.BAD_VALUES.problem();
        }
        return object.deepCopy();
    }

    /** Bounded, sound, and at most so deep. */
    public static boolean isSound(JsonNode json, int depth) {
        return new SoundValues().walk(json, depth);
    }

    static boolean isSound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean walk(JsonNode node, int depth) {
        nodes++;
        if (depth < 0 || nodes > NODES_MAX) {
            return false;
        }
        if (node.isString()) {
            return text(node.stringValue());
        }
        for (String name : node.propertyNames()) {
            if (!text(name)) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!walk(child, depth - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean text(String text) {
        characters += text.length();
        return characters <= CHARACTERS_MAX && isSound(text);
    }
}
