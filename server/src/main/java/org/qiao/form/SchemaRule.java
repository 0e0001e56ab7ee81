package org.qiao.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldKind.Length;
import org.qiao.form.FieldKind.Option;
import org.qiao.form.FieldKind.Precision;
import org.qiao.naming.PlainText;

/** What a form must be so that it may be filled in. Finds everything at once. */
final class SchemaRule {

    private static final int FIELDS_MAX = 200;
    private static final int LABEL_MAX = 40;
    private static final int HELP_MAX = 128;
    private static final int UNIT_MAX = 16;
    private static final int OPTIONS_MAX = 200;
    private static final int OPTION_LABEL_MAX = 50;
    private static final int NOTE_MAX = 2_000;
    private static final int RADIUS_MAX = 10_000;
    private static final int RATING_MAX = 10;
    private static final int PREFIX_MAX = 16;
    private static final int TEMPLATES_MAX = 50;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern OPTION_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    /** Names of facts that are no fields. */
    private static final Set<String> RESERVED = Set.of("applicant");

    private final FormSchema schema;
    private final Subjects subjects;
    private final List<FieldError> errors = new ArrayList<>();

    private SchemaRule(FormSchema schema) {
        this.schema = schema;
        this.subjects = Subjects.of(schema);
    }

    static List<FieldError> check(FormSchema schema) {
        SchemaRule rule = new SchemaRule(schema);
        rule.count();
        rule.fields(schema.fields(), null);
        rule.errors.addAll(FormPlan.of(schema).errors());
        return List.copyOf(rule.errors);
    }

    private void count() {
        int count = schema.fields().size();
        for (Field field : schema.fields()) {
            count += field.kind() instanceof FieldKind.Table table
                    ? table.columns().size()
                    : 0;
        }
        if (count == 0) {
            errors.add(FieldError.of("", FieldFault.NO_FIELDS));
        }
        if (count > FIELDS_MAX) {
            errors.add(FieldError.of("", FieldFault.TOO_MANY_FIELDS, "max", FIELDS_MAX));
        }
    }

    private void fields(List<Field> fields, @Nullable Field table) {
        Set<String> keys = new HashSet<>();
        for (Field field : fields) {
            List<FieldError> found = new ArrayList<>();
            common(field, found);
            if (!keys.add(field.key())) {
                found.add(FieldError.of(field.key(), FieldFault.DUPLICATE_KEY));
            }
            options(field, found);
            initial(field, found);
            if (field.visibleIf() != null) {
                found.addAll(within(table).check(field.key(), field.visibleIf()));
            }
            found.stream()
                    .map(error -> table == null ? error : error.in(table.key(), null))
                    .forEach(errors::add);
            if (table == null && field.kind() instanceof FieldKind.Table inner) {
                fields(inner.columns(), field);
            }
        }
    }

    private Subjects within(@Nullable Field table) {
        return table != null && table.kind() instanceof FieldKind.Table of ? subjects.within(of) : subjects;
    }

    private static void common(Field field, List<FieldError> found) {
        if (!KEY.matcher(field.key()).matches() || RESERVED.contains(field.key())) {
            found.add(FieldError.of(field.key(), FieldFault.BAD_KEY));
        }
        boolean bare = field.kind() instanceof FieldKind.Note && field.label().isEmpty();
        if (!bare && !isLine(field.label(), LABEL_MAX)) {
            found.add(FieldError.of(field.key(), FieldFault.BAD_LABEL, "max", LABEL_MAX));
        }
        if (field.help() != null && field.help().length() > HELP_MAX) {
            found.add(FieldError.of(field.key(), FieldFault.BAD_HELP, "max", HELP_MAX));
        }
    }

    private static boolean isLine(@Nullable String text, int most) {
        return text != null
                && !text.isEmpty()
                && text.length() <= most
                && PlainText.clean(text).equals(text);
    }

    private void options(Field field, List<FieldError> found) {
        switch (field.kind()) {
            case FieldKind.Choice choice -> choices(field.key(), choice.options(), found);
            case FieldKind.Choices choices -> choices(field.key(), choices.options(), found);
            case FieldKind.Table table -> table(field, table, found);
            default ->
                badOption(field.kind())
                        .ifPresent(option ->
                                found.add(FieldError.of(field.key(), FieldFault.BAD_OPTION, "option", option)));
        }
    }

    /** The first option that is out of its bounds. */
    private static Optional<String> badOption(FieldKind kind) {
        OptionBounds bounds = new OptionBounds();
        switch (kind) {
            case FieldKind.Text text -> bounds.within("maxLength", text.most(), 1, FieldKind.Text.MAX);
            case FieldKind.LongText text -> bounds.within("maxLength", text.most(), 1, ValueReader.LENGTH_MAX);
            case FieldKind.Numeric number -> {
                bounds.that("unit", number.unit() == null || isLine(number.unit(), UNIT_MAX));
                bounds.within("decimals", number.scale(), 0, FieldKind.Numeric.DECIMALS_MAX);
                bounds.ordered(number.min(), number.max());
            }
            case FieldKind.Amount amount -> {
                bounds.that("currency", Money.places(amount.code()).isPresent());
                bounds.ordered(amount.min(), amount.max());
            }
            case FieldKind.DateRange range ->
                bounds.that(
                        "length",
                        range.fineness() == Precision.MINUTE
                                ? range.counted() != Length.WORK_DAYS
                                : range.counted() != Length.HOURS);
            case FieldKind.Attachment files -> bounds.within("max", files.most(), 1, FieldKind.Attachment.MAX);
            case FieldKind.Photo photos -> bounds.within("max", photos.most(), 1, FieldKind.Attachment.MAX);
            case FieldKind.Note note ->
                bounds.that(
                        "text",
                        note.text() != null
                                && !note.text().isBlank()
                                && note.text().length() <= NOTE_MAX);
            case FieldKind.Formula formula -> {
                bounds.within("decimals", formula.scale(), 0, FieldKind.Numeric.DECIMALS_MAX);
                bounds.that("unit", formula.unit() == null || isLine(formula.unit(), UNIT_MAX));
                bounds.that(
                        "currency",
                        formula.currency() == null
                                || Money.places(formula.currency()).isPresent());
            }
            case FieldKind.Approval approval ->
                bounds.within("templates", approval.templates().size(), 0, TEMPLATES_MAX);
            case FieldKind.Location place ->
                bounds.within("radiusMetres", place.radiusMetres() == null ? 1 : place.radiusMetres(), 1, RADIUS_MAX);
            case FieldKind.Rating rating -> bounds.within("max", rating.most(), 2, RATING_MAX);
            case FieldKind.Serial serial -> {
                bounds.that(
                        "prefix",
                        serial.prefix() == null || serial.prefix().isEmpty() || isLine(serial.prefix(), PREFIX_MAX));
                bounds.within("digits", serial.width(), 1, 10);
            }
            default -> {}
        }
        return bounds.bad();
    }

    /** Remembers the first option that does not hold. */
    private static final class OptionBounds {

        private @Nullable String bad;

        void that(String option, boolean holds) {
            if (!holds && bad == null) {
                bad = option;
            }
        }

        void within(String option, int value, int least, int most) {
            that(option, value >= least && value <= most);
        }

        void ordered(@Nullable String min, @Nullable String max) {
            that("min", min == null || Decimals.read(min).isPresent());
            that("max", max == null || Decimals.read(max).isPresent());
            if (bad == null && min != null && max != null) {
                that("max", new BigDecimal(min).compareTo(new BigDecimal(max)) <= 0);
            }
        }

        Optional<String> bad() {
            return Optional.ofNullable(bad);
        }
    }

    private static void choices(String key, List<Option> options, List<FieldError> found) {
        if (options.isEmpty()) {
            found.add(FieldError.of(key, FieldFault.TOO_FEW_OPTIONS));
        }
        boolean known = options.stream()
                .allMatch(option -> option.id() != null
                        && OPTION_ID.matcher(option.id()).matches()
                        && isLine(option.label(), OPTION_LABEL_MAX));
        long ids = options.stream().map(Option::id).distinct().count();
        long labels = options.stream().map(Option::label).distinct().count();
        if (!known || options.size() > OPTIONS_MAX || ids < options.size() || labels < options.size()) {
            found.add(FieldError.of(key, FieldFault.BAD_OPTIONS, "max", OPTIONS_MAX));
        }
    }

    private static void table(Field field, FieldKind.Table table, List<FieldError> found) {
        if (table.columns().isEmpty()) {
            found.add(FieldError.of(field.key(), FieldFault.BAD_OPTION, "option", "columns"));
        }
        for (Field column : table.columns()) {
            if (column.kind() instanceof FieldKind.Table
                    || column.kind() instanceof FieldKind.Note
                    || column.kind() instanceof FieldKind.Serial) {
                found.add(FieldError.of(field.key(), FieldFault.BAD_COLUMN, "column", column.key()));
            }
        }
        for (String total : table.totals()) {
            boolean sums = table.columns().stream()
                    .anyMatch(column -> column.key().equals(total)
                            && (column.kind() instanceof FieldKind.Numeric
                                    || column.kind() instanceof FieldKind.Amount
                                    || column.kind() instanceof FieldKind.Formula));
            if (!sums) {
                found.add(FieldError.of(field.key(), FieldFault.BAD_TOTAL, "column", total));
            }
        }
    }

    /** Who and which file exists is asked when the form is sent; here only the shape counts. */
    private static void initial(Field field, List<FieldError> found) {
        if (field.initial() == null) {
            return;
        }
        boolean right =
                switch (field.kind()) {
                    case FieldKind.Date _ when Initials.isToday(field.initial()) -> true;
                    case FieldKind.Member _, FieldKind.Department _ when Initials.isMe(field.initial()) -> true;
                    case FieldKind.Text _,
                            FieldKind.LongText _,
                            FieldKind.Numeric _,
                            FieldKind.Amount _,
                            FieldKind.Choice _,
                            FieldKind.Choices _,
                            FieldKind.Date _,
                            FieldKind.Member _,
                            FieldKind.Department _,
                            FieldKind.Rating _ ->
                        ValueReader.read(field, field.initial()).error() == null;
                    default -> false;
                };
        if (!right) {
            found.add(FieldError.of(field.key(), FieldFault.BAD_DEFAULT));
        }
    }
}
