package org.qiao.isolation;

import java.util.Map;

/** Values for the slots of an operation. */
record Ids(Map<String, String> values) {

    static final String MISSING_NUMBER = "999999999";

    String get(String slot) {
        String value = values.get(slot);
        if (value == null) {
            throw new IllegalStateException("No id for $" + slot + ": add it to Victim");
        }
        return value;
    }

    /** The same with another one's value in a slot. */
    Ids with(String slot, String of) {
        Map<String, String> changed = new java.util.HashMap<>(values);
        changed.put(slot, get(of));
        return new Ids(changed);
    }

    /** The same slots, naming nothing. Tokens and keys stay what they are: only ids are tried. */
    Ids missing() {
        Map<String, String> none = new java.util.HashMap<>(values);
        none.replaceAll((slot, value) -> value.chars().allMatch(Character::isDigit) ? MISSING_NUMBER : value);
        return new Ids(none);
    }
}
