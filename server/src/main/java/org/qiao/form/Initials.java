package org.qiao.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a new form begins with. */
public final class Initials {

    /** Default of a date: the day or minute in which the form is opened. */
    public static final String TODAY = "TODAY";

    /** Default of a member or department field: who fills in, his main department. */
    public static final String ME = "ME";

    private Initials() {}

    /**
     * Who opens the form, and when.
     *
     * @param departmentId null when he is in none
     */
    public record Opening(long memberId, @Nullable Long departmentId, Instant now, ZoneId zone) {}

    /** Values for an empty form; they are checked like everything else when it is sent. */
    public static FormValues of(FormSchema schema, Opening opening) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        schema.fields().forEach(field -> value(field, opening).ifPresent(value -> values.set(field.key(), value)));
        return FormValues.owned(values);
    }

    private static Optional<JsonNode> value(Field field, Opening opening) {
        JsonNode initial = field.initial();
        if (initial == null) {
            return Optional.empty();
        }
        if (!initial.isString()) {
            return Optional.of(initial.deepCopy());
        }
        return switch (field.kind()) {
            case FieldKind.Date date when isToday(initial) -> Optional.of(today(date, opening));
            case FieldKind.Member _ when isMe(initial) -> Optional.of(ids(opening.memberId()));
            case FieldKind.Department _
            when isMe(initial) -> Optional.ofNullable(opening.departmentId()).map(Initials::ids);
            default -> Optional.of(initial);
        };
    }

    static boolean isToday(JsonNode initial) {
        return initial.isString() && initial.stringValue().equals(TODAY);
    }

    static boolean isMe(JsonNode initial) {
        return initial.isString() && initial.stringValue().equals(ME);
    }

    private static JsonNode today(FieldKind.Date date, Opening opening) {
        LocalDateTime now = LocalDateTime.ofInstant(opening.now(), opening.zone());
        return JsonNodeFactory.instance.stringNode(DateText.of(now, date.fineness()));
    }

    private static JsonNode ids(long id) {
        return JsonNodeFactory.instance.arrayNode().add(ValueReader.idNode(id));
    }
}
