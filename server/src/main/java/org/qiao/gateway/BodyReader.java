package org.qiao.gateway;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Draft;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The body of one message, token by token: known fields by exact type, others skipped. Every name and string in it must be
 * clean, also in what is skipped.
 */
final class BodyReader {

    private final JsonParser json;
    private boolean right = true;
    private @Nullable String text;
    private @Nullable List<@Nullable Long> mentions;
    private @Nullable Boolean mentionAll;
    private @Nullable Long replyTo;
    private Draft.@Nullable FileRef file;

    private BodyReader(JsonParser json) {
        this.json = json;
    }

    /** Reads the object at which the parser stands, to its end. Null when something in it has the wrong shape. */
    static Draft.@Nullable Body read(JsonParser json) {
        BodyReader reader = new BodyReader(json);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            reader.right &= Texts.isClean(name);
            json.nextToken();
            reader.field(name);
        }
        return reader.right
                ? new Draft.Body(reader.text, reader.mentions, reader.mentionAll, reader.replyTo, reader.file)
                : null;
    }

    private void field(String name) {
        JsonToken token = json.currentToken();
        switch (name) {
            case "text" -> text = token == JsonToken.VALUE_STRING ? clean(json.getString()) : nothing(token);
            case "mentions" -> mentions = token == JsonToken.START_ARRAY ? numbers() : nothing(token);
            case "mentionAll" ->
                mentionAll = token.isBoolean() ? Boolean.valueOf(json.getBooleanValue()) : nothing(token);
            case "replyTo" -> replyTo = number(token);
            case "file" -> file = token == JsonToken.START_OBJECT ? file() : nothing(token);
            default -> skip(token);
        }
    }

    /** Null is as good as absent; everything else has the wrong type. */
    private <T> @Nullable T nothing(JsonToken token) {
        if (token != JsonToken.VALUE_NULL) {
            right = false;
            json.skipChildren();
        }
        return null;
    }

    private @Nullable Long number(JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            switch (json.getNumberType()) {
                case INT, LONG -> {
                    return json.getLongValue();
                }
                default -> {
                    right = false; // beyond 64 bits
                    return null;
                }
            }
        }
        return nothing(token);
    }

    private List<@Nullable Long> numbers() {
        List<@Nullable Long> numbers = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            numbers.add(number(token));
        }
        return numbers;
    }

    private Draft.@Nullable FileRef file() {
        Long id = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            right &= Texts.isClean(name);
            JsonToken token = json.nextToken();
            if (name.equals("id")) {
                id = number(token);
            } else {
                skip(token);
            }
        }
        if (id == null) {
            right = false;
            return null;
        }
        return new Draft.FileRef(id);
    }

    private @Nullable String clean(String value) {
        right &= Texts.isClean(value);
        return value;
    }

    /** Over a value nobody asked for, with everything inside it. */
    private void skip(JsonToken first) {
        int depth = 0;
        JsonToken token = first;
        while (true) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case PROPERTY_NAME -> clean(json.currentName());
                case VALUE_STRING -> clean(json.getString());
                default -> {}
            }
            if (depth == 0) {
                return;
            }
            token = json.nextToken();
        }
    }
}
