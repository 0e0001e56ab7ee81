package org.qiao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.qiao.form.FieldKind.Option;

/** What conditions may ask a form for, and in which of the two shapes it answers. */
public final class Subjects {

    private static final Subject QUANTITY = new Subject(true, false, Set.of());
    private static final Subject DAY = new Subject(true, true, Set.of());
    private static final Subject WORDS = new Subject(false, false, Set.of());

    private final Map<String, Subject> known;

    private Subjects(Map<String, Subject> known) {
        this.known = known;
    }

    /**
     * One thing to ask for.
     *
     * @param quantity a number or a day; otherwise words
     * @param day compared with days, written as 2026-11-27
     * @param options the only words there can be; empty: any
     */
    public record Subject(boolean quantity, boolean day, Set<String> options) {

        public static Subject words() {
            return WORDS;
        }
    }

    public static Subjects of(FormSchema schema) {
        Map<String, Subject> known = new HashMap<>();
        schema.fields().forEach(field -> {
            add(known, field.key(), field.kind());
            if (field.kind() instanceof FieldKind.Table table) {
                table.columns().forEach(column -> add(known, field.key() + "." + column.key(), column.kind()));
            }
        });
        return new Subjects(known);
    }

    /** Those of one row first, by the keys of the columns alone; then those of the whole form. */
    Subjects within(FieldKind.Table table) {
        Map<String, Subject> inner = new HashMap<>(known);
        table.columns().forEach(column -> add(inner, column.key(), column.kind()));
        return new Subjects(inner);
    }

    /** These and others, as {@code applicant.department}. */
    public Subjects and(Map<String, Subject> others) {
        Map<String, Subject> all = new HashMap<>(others);
        all.putAll(known);
        return new Subjects(all);
    }

    /** Everything that answers with a number or a day. */
    public Set<String> quantities() {
        return names(Subject::quantity);
    }

    /** Everything that answers with words. */
    public Set<String> words() {
        return names(subject -> !subject.quantity());
    }

    private Set<String> names(Predicate<Subject> wanted) {
        return known.entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Subject> find(String subject) {
        return Optional.ofNullable(known.get(subject));
    }

    /** What is wrong with a condition; the first for each test, named by the field that has the condition. */
    public List<FieldError> check(String field, Condition condition) {
        if (condition.any().isEmpty()
                || condition.any().size() > Condition.GROUPS_MAX
                || condition.any().stream()
                        .anyMatch(group -> group.all().isEmpty() || group.all().size() > Condition.TESTS_MAX)) {
            return List.of(FieldError.of(field, FieldFault.BAD_CONDITION));
        }
        return condition.any().stream()
                .flatMap(group -> group.all().stream())
                .flatMap(test -> check(field, test).stream())
                .toList();
    }

    private Optional<FieldError> check(String field, Condition.Test test) {
        if (test.subject() == null || test.op() == null) {
            return Optional.of(FieldError.of(field, FieldFault.BAD_CONDITION));
        }
        Optional<Subject> subject = find(test.subject());
        if (subject.isEmpty()) {
            return Optional.of(FieldError.of(field, FieldFault.UNKNOWN_FIELD, "subject", test.subject()));
        }
        return fits(test, subject.get())
                ? Optional.empty()
                : Optional.of(FieldError.of(field, FieldFault.BAD_CONDITION, "subject", test.subject()));
    }

    private static boolean fits(Condition.Test test, Subject subject) {
        if (!test.op().takes(test.values().size())) {
            return false;
        }
        if (subject.quantity()) {
            return test.op().fitsQuantities() && test.values().stream().allMatch(Condition.Test::isQuantity);
        }
        boolean named = test.op() != Condition.Op.CONTAINS && !subject.options().isEmpty();
        return test.op().fitsWords() && (!named || subject.options().containsAll(test.values()));
    }

    private static void add(Map<String, Subject> known, String key, FieldKind kind) {
        switch (kind) {
            case FieldKind.Numeric _, FieldKind.Amount _, FieldKind.Formula _, FieldKind.Rating _, FieldKind.Table _ ->
                known.put(key, QUANTITY);
            case FieldKind.Date _ -> known.put(key, DAY);
            case FieldKind.DateRange _ -> {
                known.put(key, QUANTITY);
                known.put(key + FormFacts.FROM, DAY);
                known.put(key + FormFacts.TO, DAY);
            }
            case FieldKind.Choice choice -> known.put(key, options(choice.options()));
            case FieldKind.Choices choices -> known.put(key, options(choices.options()));
            case FieldKind.Note _ -> {}
            case FieldKind.Text _,
                    FieldKind.LongText _,
                    FieldKind.Member _,
                    FieldKind.Department _,
                    FieldKind.Phone _,
                    FieldKind.IdNumber _,
                    FieldKind.Attachment _,
                    FieldKind.Photo _,
                    FieldKind.Approval _,
                    FieldKind.Location _,
                    FieldKind.Signature _,
                    FieldKind.Serial _,
                    FieldKind.External _ -> known.put(key, WORDS);
        }
    }

    private static Subject options(List<Option> options) {
        return new Subject(
                false,
                false,
                options.stream().map(Option::id).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()));
    }
}
