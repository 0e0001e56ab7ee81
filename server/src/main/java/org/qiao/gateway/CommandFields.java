package org.qiao.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Draft;

/** The top level of one frame: strings, whole numbers and the body, asked for by name and exact type. Nothing is converted. */
final class CommandFields {

    /** Ids and paging keys; message texts are inside the body and bounded by the log. */
    private static final int STRING_MAX = 256;

    private static final int ID_MAX = 64;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final long NUMBER_MAX = (1L << 53) - 1; // what JavaScript can hold

    /** What a field holds that is neither string nor whole number nor object. */
    static final Object OTHER = new Object();

    private final Map<String, Object> values = HashMap.newHashMap(8);

    void put(String name, Object value) {
        values.put(name, value);
    }

    @Nullable
    Object id() {
        Object id = values.get("id");
        return switch (id) {
            case String text when !text.isEmpty() && text.length() <= ID_MAX -> text;
            case Long number when inRange(number) -> number;
            case null, default -> null;
        };
    }

    Object requireId() throws Refusal {
        Object id = id();
        if (id == null) {
            throw new Refusal("id");
        }
        return id;
    }

    /** Absent is fine, a wrong one is not. */
    @Nullable
    Object optionalId() throws Refusal {
        return values.containsKey("id") ? requireId() : null;
    }

    long number(String name) throws Refusal {
        Long number = optionalNumber(name);
        if (number == null) {
            throw new Refusal(name);
        }
        return number;
    }

    @Nullable
    Long optionalNumber(String name) throws Refusal {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long number && inRange(number)) {
            return number;
        }
        throw new Refusal(name);
    }

    /** Between 1 and {@code max}. */
    @Nullable
    Integer optionalCount(String name, int max) throws Refusal {
        Long number = optionalNumber(name);
        if (number == null) {
            return null;
        }
        if (number < 1 || number > max) {
            throw new Refusal(name);
        }
        return number.intValue();
    }

    String text(String name) throws Refusal {
        String text = optionalText(name);
        if (text == null) {
            throw new Refusal(name);
        }
        return text;
    }

    @Nullable
    String optionalText(String name) throws Refusal {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && text.length() <= STRING_MAX && Texts.isClean(text)) {
            return text;
        }
        throw new Refusal(name);
    }

    /** A client key: the same one makes a repeat harmless. */
    String key() throws Refusal {
        String key = text("key");
        if (!KEY.matcher(key).matches()) {
            throw new Refusal("key");
        }
        return key;
    }

    Draft.Body body() throws Refusal {
        if (values.get("body") instanceof Draft.Body body) {
            return body;
        }
        throw new Refusal("body");
    }

    private static boolean inRange(long number) {
        return number >= -NUMBER_MAX && number <= NUMBER_MAX;
    }

    /** One field is missing or of the wrong type. Without a stack trace: it is an answer. */
    static final class Refusal extends Exception {

        private final String field;

        Refusal(String field) {
            super(field, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
