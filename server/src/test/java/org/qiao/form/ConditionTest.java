package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.form.Facts.Fact;

class ConditionTest {

    private static final Map<String, Fact> VALUES = Map.of(
            "days", new Fact.Quantity(new BigDecimal("3.5")),
            "kind", new Fact.Words(Set.of("annual")),
            "reasons", new Fact.Words(Set.of("a", "b")),
            "nothing", new Fact.Words(Set.of()));
    private static final Facts FACTS = subject -> Optional.ofNullable(VALUES.get(subject));

    @ParameterizedTest
    @CsvSource({
        "days, IS, 3.50, true",
        "days, IS_NOT, 3.5, false",
        "days, LESS, 3.5, false",
        "days, AT_MOST, 3.5, true",
        "days, MORE, 3, true",
        "days, AT_LEAST, 4, false",
        "days, BETWEEN, 3.5|4, true",
        "days, BETWEEN, 4|5, false",
        "days, ANY_OF, 1|3.5, true",
        "days, FILLED, '', true",
        "days, EMPTY, '', false",
        "kind, IS, annual, true",
        "kind, ANY_OF, sick|annual, true",
        "kind, IS_NOT, sick, true",
        "reasons, IS, b|a, true",
        "reasons, ALL_OF, a|c, false",
        "reasons, CONTAINS, A, true",
        "reasons, MORE, 1, false",
        "nothing, EMPTY, '', true",
        "nothing, FILLED, '', false",
        "missing, EMPTY, '', true",
        "missing, IS_NOT, x, true",
        "missing, IS, x, false",
        "missing, LESS, 1, false",
    })
    void everyOperationComparesWhatItSays(String subject, Condition.Op op, String values, boolean holds) {
        List<String> list = values.isEmpty() ? List.of() : List.of(values.split("\\|"));

        Condition.Test test = new Condition.Test(subject, op, list);

        assertThat(Condition.of(test).holds(FACTS)).isEqualTo(holds);
    }

    @org.junit.jupiter.api.Test
    void groupsAreAlternativesAndTestsOfAGroupHoldTogether() {
        Condition.Test long3 = Condition.Test.of("days", Condition.Op.MORE, "3");
        Condition.Test sick = Condition.Test.of("kind", Condition.Op.IS, "sick");

        assertThat(Condition.of(long3, sick).holds(FACTS)).isFalse();
        assertThat(new Condition(List.of(new Condition.Group(List.of(sick)), new Condition.Group(List.of(long3))))
                        .holds(FACTS))
                .isTrue();
    }
}
