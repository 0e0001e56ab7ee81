package org.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.report.RecipientRule.Company;
import org.qiao.report.RecipientRule.ReportWhy;
import org.qiao.reporttemplate.ReportRules.ReportTo;

/** Person 1 writes; 10 is above him, 11 above that; 20 and 21 hold the role. */
class RecipientRuleTest {

    private static final Company COMPANY = new Company(List.of(10L, 11L), Set.of(21L, 20L));

    private static ReportTo to(Set<Long> members, Set<Integer> levels) {
        return new ReportTo(members, levels, Set.of(7L), Set.of(), false);
    }

    @Test
    void superiorsComeFirstThenWhoIsNamedThenTheRole() {
        assertThat(RecipientRule.of(to(Set.of(31L, 30L), Set.of(2, 1)), 1, COMPANY)
                        .keySet())
                .containsExactly(10L, 11L, 30L, 31L, 20L, 21L);
    }

    @Test
    void aLevelThatIsNotThereIsNobody() {
        Company top = new Company(List.of(), Set.of());

        assertThat(RecipientRule.of(to(Set.of(), Set.of(1, 3)), 1, top)).isEmpty();
        assertThat(RecipientRule.of(to(Set.of(), Set.of(3)), 1, COMPANY).keySet())
                .containsExactly(20L, 21L);
    }

    @Test
    void nobodyGetsItTwiceAndTheAuthorNever() {
        Company company = new Company(List.of(10L), Set.of(1L, 10L, 30L));

        assertThat(RecipientRule.of(to(Set.of(1L, 10L, 30L), Set.of(1)), 1, company))
                .containsExactly(
                        java.util.Map.entry(10L, ReportWhy.SUPERIOR), java.util.Map.entry(30L, ReportWhy.NAMED));
    }
}
