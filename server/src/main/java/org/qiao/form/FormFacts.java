package org.qiao.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.form.Facts.Fact;
import org.qiao.form.FieldKind.Precision;
import tools.jackson.databind.JsonNode;

/** Checked values as conditions see them. */
public final class FormFacts {

    static final String FROM = ".from";
    static final String TO = ".to";

    private FormFacts() {}

    public static Facts of(FormSchema schema, FormValues values) {
        return of(schema, key -> values.shared().get(key));
    }

    /** @param values null for what is empty */
    static Facts of(FormSchema schema, Function<String, @Nullable JsonNode> values) {
        return subject -> {
            int dot = subject.indexOf('.');
            String key = dot < 0 ? subject : subject.substring(0, dot);
            JsonNode value = values.apply(key);
            if (value == null) {
                return Optional.empty();
            }
            return schema.find(key)
                    .flatMap(field -> dot < 0
                            ? fact(field.kind(), value)
                            : part(field.kind(), value, subject.substring(dot + 1)));
        };
    }

    /** The cells of one row, by the keys of the columns. */
    static Facts ofRow(FieldKind.Table table, JsonNode row) {
        return of(new FormSchema(table.columns()), row::get);
    }

    private static Optional<Fact> part(FieldKind kind, JsonNode value, String name) {
        return switch (kind) {
            case FieldKind.DateRange range
            when name.equals("from") || name.equals("to") ->
                day(Objects.requireNonNull(value.get(name)), range.fineness());
            case FieldKind.Table table ->
                table.columns().stream()
                        .filter(column -> column.key().equals(name))
                        .findFirst()
                        .flatMap(column -> total(column, value));
            default -> Optional.empty();
        };
    }

    /** Sums of quantities, all words together; empty when no row has any. */
    private static Optional<Fact> total(Field column, JsonNode rows) {
        BigDecimal sum = null;
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode row : rows) {
            JsonNode cell = row.get(column.key());
            Fact fact = cell == null ? null : fact(column.kind(), cell).orElse(null);
            switch (fact) {
                case null -> {}
                case Fact.Quantity quantity -> sum = sum == null ? quantity.value() : sum.add(quantity.value());
                case Fact.Words more -> words.addAll(more.values());
            }
        }
        if (sum != null) {
            return Optional.of(new Fact.Quantity(sum));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Fact.Words(words));
    }

    static Optional<Fact> fact(FieldKind kind, JsonNode value) {
        return switch (kind) {
            case FieldKind.Numeric _, FieldKind.Amount _, FieldKind.Formula _ -> quantity(value);
            case FieldKind.Rating _ -> Optional.of(new Fact.Quantity(BigDecimal.valueOf(value.asInt())));
            case FieldKind.Table _ -> Optional.of(new Fact.Quantity(BigDecimal.valueOf(value.size())));
            case FieldKind.Date date -> day(value, date.fineness());
            case FieldKind.DateRange _ -> quantity(Objects.requireNonNull(value.get("length")));
            case FieldKind.Choices _,
                    FieldKind.Member _,
                    FieldKind.Department _,
                    FieldKind.Attachment _,
                    FieldKind.Photo _,
                    FieldKind.Approval _ -> {
                Set<String> words = new LinkedHashSet<>();
                value.forEach(each -> words.add(each.asString()));
                yield Optional.of(new Fact.Words(words));
            }
            case FieldKind.Location _, FieldKind.External _ ->
                words(Objects.requireNonNull(value.get("name")).asString());
            case FieldKind.Note _ -> Optional.empty();
            case FieldKind.Text _,
                    FieldKind.LongText _,
                    FieldKind.Choice _,
                    FieldKind.Phone _,
                    FieldKind.IdNumber _,
                    FieldKind.Signature _,
                    FieldKind.Serial _ -> words(value.asString());
        };
    }

    private static Optional<Fact> words(String word) {
        return Optional.of(new Fact.Words(Set.of(word)));
    }

    private static Optional<Fact> quantity(JsonNode value) {
        return Optional.of(new Fact.Quantity(new BigDecimal(value.asString())));
    }

    private static Optional<Fact> day(JsonNode value, Precision precision) {
        return DateText.read(value.asString(), precision)
                .map(LocalDateTime::toLocalDate)
                .map(day -> new Fact.Quantity(BigDecimal.valueOf(day.toEpochDay())));
    }
}
