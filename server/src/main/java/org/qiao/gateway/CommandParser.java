package org.qiao.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.gateway.CommandFields.Refusal;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.SyncLog;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Bytes of one text frame to a {@link Command}. Runs on the event loop: one pass without a tree, bounded depth, unknown fields skipped. */
@Component
final class CommandParser {

    private static final int DEPTH_MAX = 16;
    private static final int NAME_MAX = 64;
    private static final int NUMBER_MAX = 40;
    private static final Set<String> KNOWN = Set.of(
            "t",
            "id",
            "conversation",
            "key",
            "kind",
            "body",
            "target",
            "seq",
            "era",
            "cursor",
            "personal",
            "after",
            "before",
            "limit",
            "tail");

    private static final List<EntryKind> MESSAGES =
            Arrays.stream(EntryKind.values()).filter(EntryKind::isWritten).toList();

    private final JsonFactory factory;

    CommandParser(GatewaySettings settings) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxNameLength(NAME_MAX)
                .maxNumberLength(NUMBER_MAX)
                .maxStringLength(settings.maxFrameBytes())
                .build();
        this.factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** @throws JacksonException when it is not JSON, or not one object, or names a field twice */
    Command parse(byte[] utf8) {
        CommandFields fields = read(utf8);
        try {
            return command(fields);
        } catch (Refusal refusal) {
            return new Command.Invalid(fields.id(), GatewayProblem.INVALID_COMMAND, refusal.field());
        }
    }

    private Command command(CommandFields fields) throws Refusal {
        return switch (fields.text("t")) {
            case "send" ->
                new Command.Send(
                        fields.requireId(), fields.number("conversation"), fields.key(), kind(fields), fields.body());
            case "recall" ->
                new Command.Recall(
                        fields.requireId(), fields.number("conversation"), fields.key(), fields.number("target"));
            case "read" -> new Command.Read(fields.optionalId(), fields.number("conversation"), fields.number("seq"));
            case "sync" ->
                new Command.Sync(
                        fields.requireId(),
                        fields.optionalNumber("era"),
                        fields.optionalText("cursor"),
                        fields.optionalNumber("personal"),
                        fields.optionalText("after"),
                        fields.optionalCount("tail", SyncLog.TAIL_MAX));
            case "pull" ->
                new Command.Pull(
                        fields.requireId(),
                        fields.number("conversation"),
                        fields.optionalNumber("after"),
                        fields.optionalNumber("before"),
                        fields.optionalNumber("limit"));
            case "typing" -> new Command.Typing(fields.optionalId(), fields.number("conversation"));
            case "ping" -> new Command.Ping(fields.optionalId());
            default -> new Command.Invalid(fields.id(), GatewayProblem.UNKNOWN_COMMAND, null);
        };
    }

    private static EntryKind kind(CommandFields fields) throws Refusal {
        String kind = fields.text("kind");
        return MESSAGES.stream()
                .filter(message -> message.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal("kind"));
    }

    private CommandFields read(byte[] utf8) {
        CommandFields fields = new CommandFields();
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), utf8)) {
            if (isOtherEncoding(utf8) || json.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(json, "One object per frame");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (KNOWN.contains(name)) {
                    Object value = value(name, json);
                    if (value != null) {
                        fields.put(name, value);
                    }
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw new StreamReadException(json, "Nothing behind the object");
            }
        }
        return fields;
    }

    /** The parser would guess UTF-16 and UTF-32 from zero bytes and accept a byte order mark. */
    private static boolean isOtherEncoding(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, Integer.BYTES); i++) {
            if (bytes[i] == 0 || bytes[i] == (byte) 0xEF) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object value(String name, JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> number(json);
            case VALUE_NULL -> name.equals("id") ? CommandFields.OTHER : null;
            case START_OBJECT, START_ARRAY -> tree(name, json);
            default -> CommandFields.OTHER;
        };
    }

    private static Object number(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT, LONG -> json.getLongValue();
            default -> CommandFields.OTHER; // beyond 64 bits
        };
    }

    private static Object tree(String name, JsonParser json) {
        if (name.equals("body") && json.currentToken() == JsonToken.START_OBJECT) {
            Draft.Body body = BodyReader.read(json);
            return body == null ? CommandFields.OTHER : body;
        }
        json.skipChildren();
        return CommandFields.OTHER;
    }
}
