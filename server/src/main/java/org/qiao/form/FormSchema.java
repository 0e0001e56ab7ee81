package org.qiao.form;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A form: its fields in their order. Whoever keeps one keeps {@link #json}; nobody fills in one that {@link #check} finds bad. */
public record FormSchema(List<Field> fields) {

    public static final FormSchema EMPTY = new FormSchema(List.of());

    public FormSchema {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** From outside; form.unreadable when it has not the shape of a form at all. */
    public static FormSchema read(JsonNode json) {
        return FormJson.schema(json);
    }

    public ObjectNode json() {
        return FormJson.json(this);
    }

    /** Everything that is wrong, in the order of the fields; empty when the form may be filled in. */
    public List<FieldError> check() {
        return SchemaRule.check(this);
    }

    /** @param subject the key of a field, or {@code table.column} */
    public Optional<Field> find(String subject) {
        int dot = subject.indexOf('.');
        String key = dot < 0 ? subject : subject.substring(0, dot);
        Optional<Field> found =
                fields.stream().filter(field -> field.key().equals(key)).findFirst();
        if (dot < 0) {
            return found;
        }
        return found.filter(field -> field.kind() instanceof FieldKind.Table)
                .flatMap(field -> ((FieldKind.Table) field.kind())
                        .columns().stream()
                                .filter(column -> column.key().equals(subject.substring(dot + 1)))
                                .findFirst());
    }
}
