package org.qiao.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.form.Facts.Fact;
import org.qiao.form.FormRow.Grid;
import org.qiao.form.References.Target;
import org.qiao.platform.Actor;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Filled forms in words: lines for cards, rows for print and export, text for the search. Names are asked for once for many forms,
 * everything else needs nobody. The caller has taken out what the reader may not see.
 */
@Service
public class FormTexts {

    private static final int SEARCH_MAX = 60_000;
    private static final int LINE_MAX = 100;

    private final Members members;
    private final Departments departments;
    private final Files files;

    FormTexts(Members members, Departments departments, Files files) {
        this.members = members;
        this.departments = departments;
        this.files = files;
    }

    /** A form with its values. */
    public record Filled(FormSchema schema, FormValues values) {}

    /** A label with its value, for a card. */
    public record Line(String key, String label, String text) {}

    public FormNames names(Actor actor, Collection<Filled> forms, RelatedApprovals related) {
        References named = new References();
        forms.forEach(form -> named.addAll(form.schema(), form.values()));
        Map<Long, String> people = new HashMap<>();
        for (Card card : members.cards(actor, named.of(Target.MEMBER))) {
            people.put(card.id(), card.name());
        }
        Map<Long, FileView> described = files.describe(actor.orgId(), named.files());
        return new FormNames(
                people,
                departments.names(actor.orgId(), named.of(Target.DEPARTMENT)),
                described,
                named.of(Target.APPROVAL).isEmpty()
                        ? Map.of()
                        : related.titles(actor, named.of(Target.APPROVAL), List.of()));
    }

    /** The named fields that have a value, in the order of their naming; long texts are cut. */
    public static List<Line> summary(Filled form, List<String> keys, Locale locale, FormNames names) {
        ValueText text = new ValueText(locale, names);
        List<Line> lines = new ArrayList<>();
        for (String key : keys) {
            form.schema()
                    .find(key)
                    .ifPresent(field -> form.values()
                            .find(key)
                            .map(value -> field.kind() instanceof FieldKind.Table
                                    ? text.word("rows").replace("{0}", Integer.toString(value.size()))
                                    : text.of(field.kind(), value))
                            .ifPresent(words -> lines.add(new Line(key, field.label(), Texts.cut(words, LINE_MAX)))));
        }
        return lines;
    }

    /** What is printed: shown fields with a value, and notes. */
    public static List<FormRow> rows(Filled form, Locale locale, FormNames names) {
        ValueText text = new ValueText(locale, names);
        Facts facts = FormFacts.of(form.schema(), form.values());
        List<FormRow> rows = new ArrayList<>();
        for (Field field : form.schema().fields()) {
            if (!field.printable()) {
                continue;
            }
            if (field.kind() instanceof FieldKind.Note note) {
                if (field.visibleIf() == null || field.visibleIf().holds(facts)) {
                    rows.add(new FormRow(field.key(), field.label(), note.text(), null, List.of()));
                }
                continue;
            }
            form.values().find(field.key()).ifPresent(value -> rows.add(row(field, value, text)));
        }
        return rows;
    }

    private static FormRow row(Field field, JsonNode value, ValueText text) {
        if (field.kind() instanceof FieldKind.Table table) {
            return new FormRow(field.key(), field.label(), "", grid(table, value, text), List.of());
        }
        References.Target target = References.target(field.kind());
        boolean files = target == Target.FILE || target == Target.PICTURE;
        return new FormRow(
                field.key(),
                field.label(),
                text.of(field.kind(), value),
                null,
                files ? References.ids(value) : List.of());
    }

    private static Grid grid(FieldKind.Table table, JsonNode value, ValueText text) {
        List<Field> columns = table.columns().stream().filter(Field::printable).toList();
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : value) {
            rows.add(columns.stream()
                    .map(column -> row.has(column.key())
                            ? text.of(column.kind(), Objects.requireNonNull(row.get(column.key())))
                            : "")
                    .toList());
        }
        Facts sums = FormFacts.of(new FormSchema(List.of(Field.of("table", "", table))), _ -> value);
        List<String> totals = table.totals().isEmpty()
                ? List.of()
                : columns.stream()
                        .map(column -> total(table, column, sums, text))
                        .toList();
        return new Grid(columns.stream().map(Field::label).toList(), rows, totals);
    }

    private static String total(FieldKind.Table table, Field column, Facts sums, ValueText text) {
        return table.totals().contains(column.key())
                        && sums.find("table." + column.key()).orElse(null) instanceof Fact.Quantity sum
                ? text.total(column.kind(), sum.value())
                : "";
    }

    /** Everything that people would look for, in one text: words in the given language, amounts, dates, names. */
    public static String search(Filled form, Locale locale, FormNames names) {
        ValueText text = new ValueText(locale, names);
        StringBuilder all = new StringBuilder();
        for (Field field : form.schema().fields()) {
            form.values().find(field.key()).ifPresent(value -> {
                if (field.kind() instanceof FieldKind.Table table) {
                    value.forEach(row -> table.columns().stream()
                            .filter(column -> row.has(column.key()))
                            .forEach(column ->
                                    append(all, column, Objects.requireNonNull(row.get(column.key())), text)));
                } else {
                    append(all, field, value, text);
                }
            });
        }
        return Texts.cut(all.toString().strip(), SEARCH_MAX);
    }

    private static void append(StringBuilder all, Field field, JsonNode value, ValueText text) {
        if (field.kind() instanceof FieldKind.Signature || all.length() > SEARCH_MAX) {
            return;
        }
        all.append(text.of(field.kind(), value)).append('\n');
        if (value.isString() && field.kind() instanceof FieldKind.Amount) {
            all.append(value.stringValue()).append('\n'); // without thousands, as people type it
        }
    }
}
