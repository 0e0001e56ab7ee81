package org.qiao.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of a form. As JSON the options of its kind stand beside the rest: {@code {"key":…,"kind":"TEXT","maxLength":20}}.
 *
 * @param key stays when the field is renamed; unique in the form, or in its table
 * @param required only where it is shown and may be filled in
 * @param initial what a new form begins with ("default"): a value, or {@link Initials#TODAY}, {@link Initials#ME}
 * @param visibleIf null: always shown
 * @param printable whether print and export show it
 */
public record Field(
        String key,
        String label,
        @Nullable String help,
        boolean required,
        @Nullable JsonNode initial,
        @Nullable Condition visibleIf,
        boolean printable,
        FieldKind kind) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Field read(ObjectNode json) {
        return FormJson.field(json);
    }

    /** A field without anything but its kind. */
    public static Field of(String key, String label, FieldKind kind) {
        return new Field(key, label, null, false, null, null, true, kind);
    }

    Field with(FieldKind other) {
        return new Field(key, label, help, required, initial, visibleIf, printable, other);
    }

    /** Whether the server finds the value, so that nobody fills it in. */
    public boolean isComputed() {
        return kind instanceof FieldKind.Formula || kind instanceof FieldKind.Serial;
    }

    public boolean hasValue() {
        return !(kind instanceof FieldKind.Note);
    }

    @JsonValue
    ObjectNode json() {
        return FormJson.json(this);
    }
}
