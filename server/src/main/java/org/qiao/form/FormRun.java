package org.qiao.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.form.Facts.Fact;
import org.qiao.form.FormPlan.Step;
import org.qiao.form.FormRights.Access;
import org.qiao.form.ValueReader.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One check of one filled form: reads what was sent, and when it is known who and what exists, finds every value in the order of
 * the plan. Hidden is empty, computed is computed, what may not be edited stays.
 */
final class FormRun {

    private static final int VALUES_MAX = 150;

    private final FormSchema schema;
    private final Filling filling;
    private final FormValues sent;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, List<Map<String, Reading>>> tables = new HashMap<>();
    private final Map<String, ObjectNode[]> rows = new HashMap<>();
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, List<FieldError>> errors = new LinkedHashMap<>();
    private final References named = new References();

    FormRun(FormSchema schema, FormValues sent, Filling filling) {
        this.schema = schema;
        this.filling = filling;
        this.sent = sent;
        errors.put("", new ArrayList<>());
        schema.fields().forEach(field -> errors.put(field.key(), new ArrayList<>()));
        refuseUnknown(sent.shared(), new FormSchema(schema.fields()))
                .forEach(key -> fail("", FieldError.of(key, FieldFault.UNKNOWN_FIELD)));
        schema.fields().forEach(this::read);
    }

    /**
     * What exists, of what the values name.
     *
     * @param own files of the actor that are there, with whether they are pictures
     * @param approvals by key of the field
     */
    record Known(Set<Long> members, Set<Long> departments, Map<Long, Boolean> own, Map<String, Set<Long>> approvals) {}

    References named() {
        return named;
    }

    private Set<String> refuseUnknown(JsonNode object, FormSchema known) {
        Set<String> strange = new TreeSet<>(object.propertyNames());
        known.fields().forEach(field -> strange.remove(field.key()));
        return filling.draft() ? Set.of() : strange;
    }

    private void read(Field field) {
        JsonNode raw = sent.shared().get(field.key());
        if (filling.rights().of(field) != Access.EDIT) {
            return;
        }
        if (field.kind() instanceof FieldKind.Table table) {
            readRows(field, table, raw);
            return;
        }
        Reading reading = ValueReader.read(field, raw);
        readings.put(field.key(), reading);
        named.add(field, reading.value());
    }

    private void readRows(Field field, FieldKind.Table table, @Nullable JsonNode raw) {
        if (raw == null || raw.isNull()) {
            return;
        }
        if (!(raw instanceof ArrayNode list) || !list.valueStream().allMatch(JsonNode::isObject)) {
            fail(field.key(), FieldError.of(field.key(), FieldFault.BAD_TYPE));
            return;
        }
        if (list.size() > FieldKind.Table.ROWS_MAX) {
            fail(field.key(), FieldError.of(field.key(), FieldFault.TOO_MANY_ROWS, "max", FieldKind.Table.ROWS_MAX));
            return;
        }
        List<Map<String, Reading>> read = new ArrayList<>();
        for (JsonNode row : list) {
            int place = read.size();
            refuseUnknown(row, new FormSchema(table.columns()))
                    .forEach(key -> fail(
                            field.key(),
                            FieldError.of(key, FieldFault.UNKNOWN_FIELD).in(field.key(), place)));
            Map<String, Reading> cells = new HashMap<>();
            for (Field column : table.columns()) {
                Reading reading = ValueReader.read(column, row.get(column.key()));
                cells.put(column.key(), reading);
                named.add(column, reading.value());
            }
            read.add(cells);
        }
        tables.put(field.key(), read);
    }

    FormCheck fill(Known known) {
        for (Step step : FormPlan.of(schema).order()) {
            if (step.table() != null) {
                fillColumn(step, step.table(), known);
            } else if (step.field().kind() instanceof FieldKind.Table table) {
                startRows(step.field(), table);
            } else {
                value(step, cell(step.field(), known)).ifPresent(value -> values.put(step.name(), value));
            }
        }
        return new FormCheck(
                result(), errors.values().stream().flatMap(List::stream).toList());
    }

    /** Where one value comes from and goes to: the form itself, or one row. */
    private record Cell(
            Field field,
            @Nullable Reading sent,
            @Nullable JsonNode before,
            Access access,
            Facts facts,
            Function<FieldError, FieldError> place,
            @Nullable Set<Long> allowed) {}

    private Cell cell(Field field, Known known) {
        JsonNode before = filling.before().shared().get(field.key());
        return new Cell(
                field,
                readings.get(field.key()),
                before,
                filling.rights().of(field),
                facts(),
                error -> error,
                allowed(field, field.key(), known, References.ids(before)));
    }

    /** Ids that may stand in the field: those that exist, and those that stood there before. */
    private static @Nullable Set<Long> allowed(Field field, String name, Known known, List<Long> before) {
        References.Target target = References.target(field.kind());
        if (target == null) {
            return null;
        }
        Set<Long> ids = new HashSet<>(before);
        switch (target) {
            case MEMBER -> ids.addAll(known.members());
            case DEPARTMENT -> ids.addAll(known.departments());
            case FILE -> ids.addAll(known.own().keySet());
            case PICTURE ->
                known.own().forEach((id, picture) -> {
                    if (picture) {
                        ids.add(id);
                    }
                });
            case APPROVAL -> ids.addAll(known.approvals().getOrDefault(name, Set.of()));
        }
        return ids;
    }

    private Facts facts() {
        return FormFacts.of(schema, values::get);
    }

    private Optional<JsonNode> value(Step step, Cell cell) {
        Field field = cell.field();
        if (field.visibleIf() != null && !field.visibleIf().holds(cell.facts())) {
            return Optional.empty();
        }
        if (step.formula() != null) {
            return computed(step.formula(), (FieldKind.Formula) field.kind(), cell.facts());
        }
        if (field.kind() instanceof FieldKind.Serial || cell.access() != Access.EDIT) {
            return Optional.ofNullable(cell.before()).map(JsonNode::deepCopy);
        }
        Reading reading = Objects.requireNonNullElse(cell.sent(), Reading.EMPTY);
        FieldError error = reading.error() != null ? reading.error() : unknown(cell, reading);
        if (error == null && reading.value() == null && field.required() && field.hasValue() && !filling.draft()) {
            error = FieldError.of(field.key(), FieldFault.REQUIRED);
        }
        if (error != null) {
            fail(
                    step.table() == null ? field.key() : step.table().key(),
                    cell.place().apply(error));
            return Optional.empty();
        }
        return Optional.ofNullable(reading.value()).map(value -> finished(field, value));
    }

    private static @Nullable FieldError unknown(Cell cell, Reading reading) {
        Field field = cell.field();
        References.Target target = References.target(field.kind());
        if (target == null || reading.value() == null || cell.allowed() == null) {
            return null;
        }
        boolean all = cell.allowed().containsAll(References.ids(reading.value()));
        return all
                ? null
                : FieldError.of(
                        field.key(),
                        switch (target) {
                            case MEMBER -> FieldFault.UNKNOWN_MEMBER;
                            case DEPARTMENT -> FieldFault.UNKNOWN_DEPARTMENT;
                            case FILE -> FieldFault.UNKNOWN_FILE;
                            case PICTURE -> FieldFault.NOT_A_PICTURE;
                            case APPROVAL -> FieldFault.UNKNOWN_APPROVAL;
                        });
    }

    private JsonNode finished(Field field, JsonNode value) {
        if (!(field.kind() instanceof FieldKind.DateRange range)) {
            return value;
        }
        ObjectNode whole = (ObjectNode) value.deepCopy();
        BigDecimal length = DateText.length(
                DateText.read(ValueReader.text(value, "from"), range.fineness()).orElseThrow(),
                DateText.read(ValueReader.text(value, "to"), range.fineness()).orElseThrow(),
                range,
                filling.days());
        whole.put("length", length.toPlainString());
        return whole;
    }

    private Optional<JsonNode> computed(Formula formula, FieldKind.Formula kind, Facts facts) {
        return formula.value(
                        name -> formula.names().get(name) == Formula.Type.COLUMN ? column(name) : single(facts, name),
                        kind.scale())
                .map(value -> kind.currency() == null ? Decimals.plain(value) : value.toPlainString())
                .map(JsonNodeFactory.instance::stringNode);
    }

    private static @Nullable Object single(Facts facts, String name) {
        return switch (facts.find(name).orElse(null)) {
            case null -> null;
            case Fact.Quantity quantity -> quantity.value();
            case Fact.Words words -> words.values().stream().findFirst().orElse(null);
        };
    }

    private List<BigDecimal> column(String name) {
        int dot = name.indexOf('.');
        Field column = schema.find(name).orElseThrow();
        List<BigDecimal> numbers = new ArrayList<>();
        for (ObjectNode row : rows.getOrDefault(name.substring(0, dot), new ObjectNode[0])) {
            JsonNode cell = row.get(column.key());
            if (cell != null && FormFacts.fact(column.kind(), cell).orElse(null) instanceof Fact.Quantity number) {
                numbers.add(number.value());
            }
        }
        return numbers;
    }

    private void startRows(Field field, FieldKind.Table table) {
        if (field.visibleIf() != null && !field.visibleIf().holds(facts())) {
            Objects.requireNonNull(errors.get(field.key())).clear();
            return;
        }
        JsonNode before = filling.before().shared().get(field.key());
        int old = before == null ? 0 : before.size();
        boolean edit = filling.rights().of(field) == Access.EDIT;
        int count = edit ? tables.getOrDefault(field.key(), List.of()).size() : old;
        boolean fixed = edit
                && table.columns().stream()
                        .anyMatch(column ->
                                !column.isComputed() && filling.rights().of(field, column) != Access.EDIT);
        if (fixed && count != old) {
            fail(field.key(), FieldError.of(field.key(), FieldFault.ROWS_FIXED));
            return;
        }
        if (count == 0) {
            if (edit && field.required() && !filling.draft() && errors(field).isEmpty()) {
                fail(field.key(), FieldError.of(field.key(), FieldFault.REQUIRED));
            }
            return;
        }
        ObjectNode[] made = new ObjectNode[count];
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            made[i] = list.addObject();
        }
        rows.put(field.key(), made);
        values.put(field.key(), list);
    }

    private List<FieldError> errors(Field field) {
        return Objects.requireNonNull(errors.get(field.key()));
    }

    private void fillColumn(Step step, Field table, Known known) {
        ObjectNode[] made = rows.get(table.key());
        if (made == null || !(table.kind() instanceof FieldKind.Table kind)) {
            return;
        }
        Field column = step.field();
        JsonNode before = filling.before().shared().get(table.key());
        List<Long> named = new ArrayList<>();
        if (before != null) {
            before.forEach(row -> named.addAll(References.ids(row.get(column.key()))));
        }
        Set<Long> allowed = allowed(column, step.name(), known, named);
        for (int i = 0; i < made.length; i++) {
            int place = i;
            JsonNode old = before == null || i >= before.size() ? null : before.get(i);
            List<Map<String, Reading>> read = tables.getOrDefault(table.key(), List.of());
            Cell cell = new Cell(
                    column,
                    i < read.size() ? read.get(i).get(column.key()) : null,
                    old == null ? null : old.get(column.key()),
                    filling.rights().of(table, column),
                    FormFacts.ofRow(kind, made[i]).and(facts()),
                    error -> error.in(table.key(), place),
                    allowed);
            value(step, cell).ifPresent(value -> made[place].set(column.key(), value));
        }
    }

    private void fail(String field, FieldError error) {
        Objects.requireNonNull(errors.get(field)).add(error);
    }

    /** In the order of the form. */
    private FormValues result() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Field field : schema.fields()) {
            JsonNode value = values.get(field.key());
            if (value == null) {
                continue;
            }
            JsonNode whole = field.kind() instanceof FieldKind.Table table ? ordered(field, table) : value;
            if (whole.toString().length() > ValueReader.LENGTH_MAX + 2) { // with its quotation marks
                fail(field.key(), FieldError.of(field.key(), FieldFault.TOO_LONG, "max", ValueReader.LENGTH_MAX));
            } else {
                all.set(field.key(), whole);
            }
        }
        if (all.size() > VALUES_MAX) {
            fail("", FieldError.of("", FieldFault.TOO_MANY_VALUES, "max", VALUES_MAX));
        }
        return FormValues.owned(all);
    }

    private ArrayNode ordered(Field field, FieldKind.Table table) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode row : Objects.requireNonNull(rows.get(field.key()))) {
            ObjectNode ordered = list.addObject();
            for (Field column : table.columns()) {
                JsonNode cell = row.get(column.key());
                if (cell != null) {
                    ordered.set(column.key(), cell);
                }
            }
        }
        return list;
    }
}
