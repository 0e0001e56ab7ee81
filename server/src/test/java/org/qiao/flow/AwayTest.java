package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.flow.Node.SameAsApplicant;

/** People who are away, and people who leave. */
class AwayTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ALL, A>D, 'asks B,D; agree A !NOT_YOUR_TURN; agree D; agree B; is AGREED'",
        "ALL, A>B, 'asks B; agree B; is AGREED'",
        "ALL, A>B B>A, 'asks A,B'",
        "ALL, A>D D>E, 'asks B,D'",
        "ALL, A>P, 'asks A,B'",
        "ALL, A>X, 'asks A,B'",
        "IN_TURN, B>D, 'asks A; queued B; agree A; asks D; agree D; is AGREED'",
        "IN_TURN, A>B, 'asks B; queued B; agree B; asks B; agree B; is AGREED'",
        "ANY, A>D, 'asks B,D; agree D; is AGREED'",
        "ALL, D>E, 'transfer A D; asks B,E'",
        "ALL, D>A, 'transfer A D; asks B,D'",
        "ALL, D>B, 'transfer A D; asks B; agree B; is AGREED'",
        "ALL, D>E, 'before A D; asks B,E; agree E; asks A,B'",
        "ALL, D>A, 'before A D; asks B,D; queued A'",
        "ALL, D>B, 'before A D; asks A,B'"
    })
    void delegates(Together.Rule rule, String delegations, String script) {
        Company company = new Company().leaves("X");
        for (String pair : delegations.split(" ")) {
            company.delegate(pair.substring(0, 1), pair.substring(2));
        }
        Node node = Routes.ask("n", "A,B").together(new Together(rule, null)).node();
        new Scene(company, node).play(script);
    }

    @Test
    void aDelegateDecidesForSomebodyAndThatStandsInTheTask() {
        Scene scene = new Scene(new Company().delegate("A", "D"), Routes.all("n", "A")).play("agree D");

        assertThat(scene.state.task(1).forWhom()).isEqualTo(Company.id("A"));
        assertThat(scene.state.task(1).by()).isEqualTo(Company.id("D"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ALL, 'handover A D; asks B,D; agree D; agree B; is AGREED'",
        "ALL, 'handover A B; asks B; agree B; is AGREED'",
        "ALL, 'handover A -; asks B; agree B; is AGREED'",
        "ALL, 'agree B; handover A -; is AGREED'",
        "ALL, 'handover A -; handover B -; asks Z'",
        "ALL, 'handover A -; handover B -; handover Z -; is REFUSED'",
        "ALL, 'handover A P; asks B,P'",
        "ALL, 'handover D A; asks A,B'",
        "ALL, 'handover A A !NOT_YOURSELF; handover A X !UNKNOWN_PERSON'",
        "ALL, 'before A D; handover A B; asks B,D; queued B; agree D; asks B; agree B; is AGREED'",
        "ALL, 'before A D; handover A D; asks B,D; queued D; agree D; asks B,D; agree D; agree B; is AGREED'",
        "ALL, 'before A D; handover A E; remove E D; asks B,E'",
        "ALL, 'before A D; handover D -; asks A,B'",
        "ALL, 'before A D; handover D E; asks B,E; agree E; asks A,B'",
        "ALL, 'before A D; handover A -; asks B; queued -'",
        "ALL, 'after A D; handover D -; asks B; agree B; is AGREED'",
        "ALL, 'after A D; handover A E; asks B,D'",
        "ALL, 'beside A D; handover A -; asks B,D'",
        "ANY, 'handover A -; handover B -; asks Z; agree Z; is AGREED'",
        "IN_TURN, 'handover A -; asks B'",
        "IN_TURN, 'handover B -; agree A; is AGREED'",
        "IN_TURN, 'handover B A; asks A; queued A; agree A; asks A; agree A; is AGREED'",
        "SHARE, 'handover A -; asks B; refuse B; is REFUSED'"
    })
    void whoLeaves(Together.Rule rule, String script) {
        Together together = rule == Together.Rule.SHARE ? Together.share(50) : new Together(rule, null);
        new Scene(
                        new Company().leaves("X"),
                        Routes.ask("n", "A,B").together(together).node())
                .play(script);
    }

    @Test
    void whatADelegateLeavesGoesBackToThePersonHeStoodInFor() {
        new Scene(new Company().delegate("A", "D"), Routes.all("n", "A,B")).play("asks B,D; handover D E; asks A,B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handover A P; asks B; agree B; is AGREED", "handover A P; handover B P; asks Z"})
    void nobodyInheritsWhatHeAppliedFor(String script) {
        Scene.of(Routes.ask("n", "A,B").same(SameAsApplicant.SKIP).node()).play(script);
    }

    @ParameterizedTest
    @CsvSource({"PASS, AGREED", "REFUSE, REFUSED"})
    void theRuleForNobodyDecidesWhenTheLastOneIsGone(Nobody.Then then, String status) {
        Scene.of(Routes.ask("n", "A")
                        .nobody(new Nobody(then, java.util.List.of()))
                        .node())
                .play("handover A -; is " + status);
    }

    @Test
    void allTasksOfOnePersonGoInOneStep() {
        Scene.of(Routes.parallel(
                        "p",
                        Routes.way("a", Routes.all("na", "A")),
                        Routes.way("b", Routes.all("nb", "A,B")),
                        Routes.way("c", Routes.inTurn("nc", "C,A"))))
                .play("asks A,A,B,C; queued A; handover A D; asks B,C,D,D; queued D");
    }
}
