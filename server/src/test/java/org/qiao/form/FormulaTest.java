package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.form.Formula.Type;

class FormulaTest {

    private static final Function<String, Optional<Type>> KNOWN = name -> Optional.ofNullable(Map.of(
                    "a", Type.NUMBER,
                    "b", Type.NUMBER,
                    "none", Type.NUMBER,
                    "zero", Type.NUMBER,
                    "e", Type.NUMBER,
                    "kind", Type.TEXT,
                    "day", Type.DAY,
                    "trip.to", Type.DAY,
                    "items.amount", Type.COLUMN,
                    "items.nothing", Type.COLUMN)
            .get(name));

    private static final Map<String, Object> VALUES = Map.of(
            "a",
            new BigDecimal("7"),
            "b",
            new BigDecimal("2.5"),
            "zero",
            new BigDecimal("0.00"),
            "e",
            new BigDecimal("9"),
            "kind",
            "sick",
            "day",
            new BigDecimal("20000"),
            "trip.to",
            new BigDecimal("20003"),
            "items.amount",
            List.of(new BigDecimal("1.10"), new BigDecimal("2.20"), new BigDecimal("3.30")));

    private static Formula read(String text) {
        assertThat(Formula.read(text, KNOWN)).as(text).isInstanceOf(Formula.class);
        return (Formula) Formula.read(text, KNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7.00",
                "(1 + 2) * 3 | 9.00",
                "a / b | 2.80",
                "a / 3 | 2.33",
                "2 / 3 | 0.67",
                "-a | -7.00",
                "-2^2 | 4.00",
                "2^3^2 | 512.00",
                "a ^ 2 | 49.00",
                "2 ^ -1 | 0.50",
                "0.1 + 0.2 | 0.30",
                "1.005 * 1 | 1.01",
                "SUM(items.amount) | 6.60",
                "SUM(items.amount, a) | 13.60",
                "sum(items.amount) | 6.60",
                "MAX(items.amount) | 3.30",
                "MIN(items.amount, b, 1) | 1.00",
                "MAX(a, b) | 7.00",
                "ROUND(a / 3, 1) | 2.30",
                "ABS(b - a) | 4.50",
                "IF(a > b, 1, 2) | 1.00",
                "IF(kind = \"sick\", a, b) | 7.00",
                "IF(kind != \"sick\", a, b) | 2.50",
                "IF(a >= 7, IF(b < 2, 1, 2), 3) | 2.00",
                "IF(zero = 0, 0, a / zero) | 0.00",
                "IF(a = 7.000, 1, 0) | 1.00",
                "DAYS(day, trip.to) | 3.00",
                "IF(day < trip.to, 1, 0) | 1.00",
                "a + none | 7.00",
                "e * 2 | 18.00",
                "99999999999999999999 * 1 | 99999999999999999999.00"
            })
    void formulasCompute(String text, String expected) {
        assertThat(read(text).value(VALUES::get, 2).map(BigDecimal::toPlainString))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | all is missing",
                "none + none | all is missing",
                "SUM(items.nothing) | no rows",
                "MAX(items.nothing) | no rows",
                "a / zero | division by zero",
                "99999999999999999999 * 100 | beyond twenty digits",
                "a ^ 0.5 | no whole exponent",
                "a ^ 101 | too large an exponent",
                "((((9^100)^100)^100)^100)^100 | far beyond",
                "ROUND(a, 11) | too many places",
                "ROUND(a, -1) | too few places"
            })
    void whatCannotBeComputedHasNoValue(String text, String why) {
        assertThat(read(text).value(VALUES::get, 2)).as(why).isEmpty();
    }

    @Test
    void aMissingDayLeavesNoValue() {
        Map<String, Object> values = Map.of("day", BigDecimal.ONE);

        assertThat(read("DAYS(day, trip.to) + 1").value(values::get, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 +",
                "(1",
                "1 2",
                "\"a\"",
                "a > b",
                "a + \"x\"",
                "kind + kind",
                "kind > \"a\"",
                "a = kind",
                "a = \"7\"",
                "items.amount",
                "items.amount + 1",
                "items.amount = items.amount",
                "ABS(items.amount)",
                "SUM(kind)",
                "SUM()",
                "IF(a, 1, 2)",
                "IF(a > b, 1)",
                "IF(a > b, 1, kind)",
                "day",
                "day + 1",
                "DAYS(a, b)",
                "1e5",
                "0x1F",
                "123456789012345678901234",
                "a[0]",
                "a % b",
                "a && b",
                "!a",
                "SQRT(a)",
                "RANDOM()",
                "DT_NOW()",
                "STR_FORMAT(\"%1000000000d\", a)",
                "FACT(100000)",
                "T(java.lang.Runtime)",
                "a.b.c"
            })
    void whatIsNoFormulaIsRefused(String text) {
        assertThat(Formula.read(text, KNOWN)).as(text).isInstanceOf(FormulaReading.Refused.class);
    }

    @Test
    void unknownNamesAreNamed() {
        assertThat(Formula.read("a + unheard", KNOWN))
                .isEqualTo(new FormulaReading.Refused(FieldFault.UNKNOWN_FIELD, "unheard"));
        assertThat(Formula.read("A", KNOWN)).isEqualTo(new FormulaReading.Refused(FieldFault.UNKNOWN_FIELD, "A"));
        assertThat(Formula.read("PI * 2", KNOWN)).isEqualTo(new FormulaReading.Refused(FieldFault.UNKNOWN_FIELD, "PI"));
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertThat(Formula.read("1+".repeat(499) + "1", KNOWN)).isInstanceOf(FormulaReading.Refused.class);
        assertThat(Formula.read("1+".repeat(40) + "1", KNOWN)).isInstanceOf(Formula.class);
        assertThat(Formula.read("(".repeat(450) + "1" + ")".repeat(450), KNOWN)).isInstanceOf(Formula.class);
        assertThat(Formula.read("-".repeat(999) + "1", KNOWN)).isInstanceOf(FormulaReading.Refused.class);
        assertThat(Formula.read("1".repeat(1_001), KNOWN)).isInstanceOf(FormulaReading.Refused.class);
        assertThat(Formula.read("  ", KNOWN)).isInstanceOf(FormulaReading.Refused.class);
    }
}
