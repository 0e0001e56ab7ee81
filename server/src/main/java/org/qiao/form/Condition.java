package org.qiao.form;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qiao.form.Facts.Fact;

/**
 * Holds when any of its groups holds; a group holds when all of its tests do.
 *
 * @param any never empty: what always holds needs no condition
 */
public record Condition(
        @NotEmpty @Size(max = Condition.GROUPS_MAX) List<@Valid @NotNull Group> any) {

    static final int GROUPS_MAX = 10;
    static final int TESTS_MAX = 10;

    public Condition {
        any = any == null ? List.of() : List.copyOf(any);
    }

    public static Condition of(Test... all) {
        return new Condition(List.of(new Group(List.of(all))));
    }

    public boolean holds(Facts facts) {
        return any.stream().anyMatch(group -> group.holds(facts));
    }

    /** Everything the condition asks for. */
    public Set<String> subjects() {
        return any.stream()
                .flatMap(group -> group.all().stream())
                .map(Test::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    public record Group(
            @NotEmpty @Size(max = Condition.TESTS_MAX) List<@Valid @NotNull Test> all) {

        public Group {
            all = all == null ? List.of() : List.copyOf(all);
        }

        boolean holds(Facts facts) {
            return all.stream().allMatch(test -> test.holds(facts));
        }
    }

    /**
     * One comparison. A missing fact fulfils EMPTY and IS_NOT only.
     *
     * @param values one for most operations, two for BETWEEN (both included), none for EMPTY and FILLED; days are written as in
     *     the form, 2026-11-27
     */
    public record Test(
            @NotNull @Size(min = 1, max = 80) String subject,
            @NotNull Op op,
            @NotNull @Size(max = 200) List<@NotNull @Size(max = 200) String> values) {

        private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

        public Test {
            values = values == null ? List.of() : List.copyOf(values);
        }

        public static Test of(String subject, Op op, String... values) {
            return new Test(subject, op, List.of(values));
        }

        boolean holds(Facts facts) {
            Optional<Fact> fact = facts.find(subject);
            if (fact.isEmpty()) {
                return op == Op.EMPTY || op == Op.IS_NOT;
            }
            return switch (fact.get()) {
                case Fact.Quantity quantity -> quantity(quantity.value());
                case Fact.Words words -> words(words.values());
            };
        }

        private boolean quantity(BigDecimal value) {
            return switch (op) {
                case IS -> compared(value, 0) == 0;
                case IS_NOT -> compared(value, 0) != 0;
                case LESS -> compared(value, 0) < 0;
                case AT_MOST -> compared(value, 0) <= 0;
                case MORE -> compared(value, 0) > 0;
                case AT_LEAST -> compared(value, 0) >= 0;
                case BETWEEN -> compared(value, 0) >= 0 && compared(value, 1) <= 0;
                case ANY_OF ->
                    java.util.stream.IntStream.range(0, values.size()).anyMatch(i -> compared(value, i) == 0);
                case FILLED -> true;
                case EMPTY, ALL_OF, CONTAINS -> false;
            };
        }

        private int compared(BigDecimal value, int index) {
            return value.compareTo(amount(values.get(index)));
        }

        /** Numbers as decimal strings, days as 2026-11-27. */
        public static boolean isQuantity(String text) {
            return DECIMAL.matcher(text).matches()
                    || DateText.read(text, FieldKind.Precision.DAY).isPresent();
        }

        private static BigDecimal amount(String text) {
            return DateText.read(text, FieldKind.Precision.DAY)
                    .map(day -> BigDecimal.valueOf(day.toLocalDate().toEpochDay()))
                    .orElseGet(() -> new BigDecimal(text));
        }

        private boolean words(Set<String> found) {
            return switch (op) {
                case IS -> found.equals(new HashSet<>(values));
                case IS_NOT -> !found.equals(new HashSet<>(values));
                case ANY_OF -> values.stream().anyMatch(found::contains);
                case ALL_OF -> found.containsAll(values);
                case CONTAINS -> found.stream().anyMatch(word -> contains(word, values.getFirst()));
                case EMPTY -> found.isEmpty();
                case FILLED -> !found.isEmpty();
                case LESS, AT_MOST, MORE, AT_LEAST, BETWEEN -> false;
            };
        }

        private static boolean contains(String word, String part) {
            return word.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
        }
    }

    /** What is compared how; how many values an operation takes is part of what it is. */
    public enum Op {
        IS(1, 200, true, true),
        IS_NOT(1, 200, true, true),
        LESS(1, 1, true, false),
        AT_MOST(1, 1, true, false),
        MORE(1, 1, true, false),
        AT_LEAST(1, 1, true, false),
        BETWEEN(2, 2, true, false),
        ANY_OF(1, 200, true, true),
        ALL_OF(1, 200, false, true),
        CONTAINS(1, 1, false, true),
        EMPTY(0, 0, true, true),
        FILLED(0, 0, true, true);

        private final int least;
        private final int most;
        private final boolean quantities;
        private final boolean words;

        Op(int least, int most, boolean quantities, boolean words) {
            this.least = least;
            this.most = most;
            this.quantities = quantities;
            this.words = words;
        }

        public boolean takes(int count) {
            return count >= least && count <= most;
        }

        public boolean fitsQuantities() {
            return quantities;
        }

        public boolean fitsWords() {
            return words;
        }
    }
}
