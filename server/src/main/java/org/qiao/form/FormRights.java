package org.qiao.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody may see and change.
 *
 * @param fields by key of a field or {@code table.column}; a column follows its table unless it is named
 * @param others what holds for fields that are not named
 */
public record FormRights(Map<String, Access> fields, Access others) {

    public static final FormRights EDIT_ALL = new FormRights(Map.of(), Access.EDIT);
    public static final FormRights READ_ALL = new FormRights(Map.of(), Access.READ);

    public FormRights {
        fields = Map.copyOf(fields);
    }

    /** From nothing to everything. */
    public enum Access {
        HIDDEN,
        READ,
        EDIT
    }

    public Access of(Field field) {
        return fields.getOrDefault(field.key(), others);
    }

    /** Never more than the table itself permits. */
    public Access of(Field table, Field column) {
        Access whole = of(table);
        Access own = fields.getOrDefault(table.key() + "." + column.key(), whole);
        return own.compareTo(whole) < 0 ? own : whole;
    }

    /** The form without what is hidden. */
    public FormSchema visible(FormSchema schema) {
        return new FormSchema(schema.fields().stream()
                .filter(field -> of(field) != Access.HIDDEN)
                .map(this::visible)
                .toList());
    }

    private Field visible(Field field) {
        if (!(field.kind() instanceof FieldKind.Table table)) {
            return field;
        }
        List<Field> columns = table.columns().stream()
                .filter(column -> of(field, column) != Access.HIDDEN)
                .toList();
        List<String> totals = table.totals().stream()
                .filter(key -> columns.stream().anyMatch(column -> column.key().equals(key)))
                .toList();
        return field.with(new FieldKind.Table(columns, totals));
    }

    /** The values without what is hidden and without what is no field. */
    public FormValues visible(FormSchema schema, FormValues values) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Field field : schema.fields()) {
            if (of(field) != Access.HIDDEN) {
                values.find(field.key()).ifPresent(value -> shown.set(field.key(), visible(field, value)));
            }
        }
        return FormValues.owned(shown);
    }

    private JsonNode visible(Field field, JsonNode value) {
        if (!(field.kind() instanceof FieldKind.Table table)) {
            return value.deepCopy();
        }
        JsonNode rows = value.deepCopy();
        for (Field column : table.columns()) {
            if (of(field, column) == Access.HIDDEN) {
                rows.forEach(row -> ((ObjectNode) Objects.requireNonNull(row)).remove(column.key()));
            }
        }
        return rows;
    }
}
