package org.qiao.masssend;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qiao.naming.PlainText;

/**
 * What a company decides about mass messages.
 *
 * @param companyPerMonth the company's to one customer in a month of the company; 0: none
 * @param personalPerDay employees' to one customer on a day, of all who serve him together; 0: none
 * @param keywords what a customer writes when he wants no more, whatever the case
 */
record MassSettings(
        @Min(0) @Max(31) int companyPerMonth,
        @Min(0) @Max(20) int personalPerDay,
        @NotNull @Size(max = 10) List<@NotNull @Size(min = 1, max = 20) String> keywords) {

    static final MassSettings STANDARD = new MassSettings(4, 1, List.of("退订", "TD", "STOP", "unsubscribe"));

    MassSettings {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    MassSettings clean() {
        return new MassSettings(
                companyPerMonth,
                personalPerDay,
                keywords.stream()
                        .map(PlainText::clean)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    int most(MassKind kind) {
        return kind == MassKind.COMPANY ? companyPerMonth : personalPerDay;
    }
}
