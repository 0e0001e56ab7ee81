package org.qiao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which order the fields of a form are found, so that each comes after what its formula and its condition ask for. A column
 * is a step of its own behind its table.
 */
final class FormPlan {

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final List<Step> order = new ArrayList<>();
    private final Set<String> circles = new LinkedHashSet<>();

    private FormPlan(FormSchema schema) {
        for (Field field : schema.fields()) {
            add(schema, null, field);
            if (field.kind() instanceof FieldKind.Table table) {
                table.columns().forEach(column -> add(schema, field, column));
            }
        }
        Set<String> done = new HashSet<>();
        steps.keySet().forEach(name -> visit(name, done, new LinkedHashSet<>()));
    }

    static FormPlan of(FormSchema schema) {
        return new FormPlan(schema);
    }

    /**
     * One field or column.
     *
     * @param table null for a field of the form itself
     * @param formula null unless it has one
     */
    record Step(
            @Nullable Field table, Field field, @Nullable Formula formula) {

        String name() {
            return name(table, field);
        }

        static String name(@Nullable Field table, Field field) {
            return table == null ? field.key() : table.key() + "." + field.key();
        }
    }

    /** Of a form without errors. */
    List<Step> order() {
        return order;
    }

    /** Bad formulas, unknown names, circles. */
    List<FieldError> errors() {
        return errors;
    }

    private void add(FormSchema schema, @Nullable Field table, Field field) {
        Set<String> needed = new LinkedHashSet<>();
        Formula formula = null;
        if (field.kind() instanceof FieldKind.Formula written) {
            switch (Formula.read(written.expression() == null ? "" : written.expression(), types(schema, table))) {
                case Formula read -> {
                    formula = read;
                    read.names().keySet().forEach(name -> needed.add(target(schema, table, name)));
                }
                case FormulaReading.Refused refused ->
                    fail(table, FieldError.of(field.key(), refused.fault(), "what", refused.what()));
            }
        }
        if (field.visibleIf() != null) {
            field.visibleIf().subjects().forEach(subject -> needed.add(target(schema, table, subject)));
        }
        if (table != null) {
            needed.add(table.key());
        }
        Step step = new Step(table, field, formula);
        steps.putIfAbsent(step.name(), step);
        needs.putIfAbsent(step.name(), needed);
    }

    private void fail(@Nullable Field table, FieldError error) {
        errors.add(table == null ? error : error.in(table.key(), null));
    }

    /** The step that finds what a name means here: the row's own column first. */
    private static String target(FormSchema schema, @Nullable Field table, String name) {
        if (table != null && column(table, name).isPresent()) {
            return table.key() + "." + name;
        }
        int dot = name.indexOf('.');
        String key = dot < 0 ? name : name.substring(0, dot);
        boolean cell = schema.find(key)
                .filter(field -> field.kind() instanceof FieldKind.Table)
                .isPresent();
        return cell ? name : key;
    }

    private static Optional<Field> column(Field table, String key) {
        return table.kind() instanceof FieldKind.Table of
                ? of.columns().stream()
                        .filter(column -> column.key().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    private static Function<String, Optional<Formula.Type>> types(FormSchema schema, @Nullable Field table) {
        return name -> {
            Optional<Field> own = table == null ? Optional.empty() : column(table, name);
            if (own.isPresent()) {
                return type(own.get().kind());
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return schema.find(name).flatMap(field -> type(field.kind()));
            }
            String part = name.substring(dot + 1);
            return schema.find(name.substring(0, dot)).flatMap(field -> switch (field.kind()) {
                case FieldKind.DateRange _
                when part.equals("from") || part.equals("to") -> Optional.of(Formula.Type.DAY);
                case FieldKind.Table _ ->
                    column(field, part)
                            .flatMap(column -> type(column.kind()))
                            .filter(type -> type == Formula.Type.NUMBER)
                            .map(_ -> Formula.Type.COLUMN);
                default -> Optional.empty();
            });
        };
    }

    private static Optional<Formula.Type> type(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Numeric _,
                    FieldKind.Amount _,
                    FieldKind.Formula _,
                    FieldKind.Rating _,
                    FieldKind.DateRange _,
                    FieldKind.Table _ -> Optional.of(Formula.Type.NUMBER);
            case FieldKind.Date _ -> Optional.of(Formula.Type.DAY);
            case FieldKind.Choice _, FieldKind.Text _ -> Optional.of(Formula.Type.TEXT);
            default -> Optional.empty();
        };
    }

    /** Depth first; whatever is met again on its own way stands in a circle. */
    private void visit(String name, Set<String> done, LinkedHashSet<String> way) {
        Step step = steps.get(name);
        if (step == null || done.contains(name)) {
            return;
        }
        if (!way.add(name)) {
            List<String> round = new ArrayList<>(way).subList(new ArrayList<>(way).indexOf(name), way.size());
            if (circles.addAll(round)) {
                fail(
                        step.table(),
                        FieldError.of(step.field().key(), FieldFault.CIRCLE, "way", String.join(" → ", round)));
            }
            return;
        }
        Objects.requireNonNull(needs.get(name)).forEach(need -> visit(need, done, way));
        way.remove(name);
        done.add(name);
        order.add(step);
    }
}
