package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qiao.flow.Node.AlreadyAgreed;
import org.qiao.form.Condition;
import org.qiao.form.Condition.Op;
import org.qiao.form.Facts;
import org.qiao.form.Facts.Fact;

/** The path with its people, before it is walked. */
class PreviewTest {

    private static final Node[] ROUTE = {
        Routes.branch(
                "b",
                Routes.way(
                        "long",
                        Condition.of(Condition.Test.of("days", Op.MORE, "3")),
                        Routes.all("boss", "A"),
                        Routes.delay("wait", 60)),
                Routes.way("short")),
        Routes.parallel("p", Routes.way("x", Routes.any("any", "B,C")), Routes.way("y", Routes.cc("cc", "F"))),
        Routes.ask("last", "A,D").already(AlreadyAgreed.SKIP).node()
    };

    private static Facts days(String number) {
        return subject -> Optional.of(new Fact.Quantity(new BigDecimal(number)));
    }

    private static String lines(List<Step> steps) {
        return steps.stream().map(PreviewTest::line).collect(Collectors.joining("; "));
    }

    private static String line(Step step) {
        String people = step.people().stream()
                .map(person -> Company.letter(person.id())
                        + (person.forWhom() == null ? "" : " for " + Company.letter(person.forWhom()))
                        + (person.skipped() == null ? "" : " not: " + person.skipped()))
                .collect(Collectors.joining(", "));
        return (step.now() ? "*" : "")
                + String.join("/", step.within())
                + (step.within().isEmpty() ? "" : "/")
                + step.node()
                + (step.way() == null ? "" : ">" + step.way())
                + (people.isEmpty() ? "" : " " + people)
                + (step.missing().isEmpty() ? "" : " missing " + step.missing());
    }

    @Test
    void aDraftShowsRealPeopleAndWhoIsSkipped() {
        Scene scene = new Scene(new Company().delegate("D", "E"), ROUTE).facts(days("5"));

        assertThat(lines(scene.engine().preview(Command.Submit.of(Scene.APPLICANT))))
                .isEqualTo("b>long; long/boss A; long/wait; p; x/any B, C; y/cc F;"
                        + " last E for D, A not: ALREADY_AGREED");
    }

    @Test
    void whatDependsOnMissingValuesIsShownAsOpen() {
        Scene scene = Scene.of(ROUTE);

        assertThat(lines(scene.engine().preview(Command.Submit.of(Scene.APPLICANT))))
                .isEqualTo("b>short missing [days]; p; x/any B, C; y/cc F; last A, D");
    }

    @Test
    void aRunningInstanceShowsWhereItStandsAndTheRest() {
        Scene scene = Scene.of(ROUTE).facts(days("5")).play("agree A; fire; asks B,C");

        assertThat(lines(scene.engine().preview(scene.state)))
                .isEqualTo("*p; *x/any B, C; last D, A not: ALREADY_AGREED");
    }

    @Test
    void addedSignersAndWhoeverIsQueuedAreShown() {
        Scene scene =
                Scene.of(Routes.inTurn("n", "A,B"), Routes.all("end", "C")).play("before A D");

        assertThat(lines(scene.engine().preview(scene.state))).isEqualTo("*n D, A, B; end C");
    }

    @Test
    void aDraftWithoutTheRequiredChoiceIsShownAllTheSame() {
        Scene scene = Scene.of(Routes.ask("n", new Approvers.Chosen(Approvers.Range.EVERYBODY, 2))
                .node());

        assertThat(lines(scene.engine().preview(Command.Submit.of(Scene.APPLICANT))))
                .isEqualTo("n Z");
        assertThat(lines(scene.engine().preview(new Command.Submit(1L, 1, Map.of("n", Company.ids("B,C"))))))
                .isEqualTo("n B, C");
    }

    @Test
    void whatHasEndedOrWaitsForTheApplicantHasNoPath() {
        Scene scene = Scene.of(Routes.all("n", "A")).play("return A P START");

        assertThat(scene.engine().preview(scene.state)).isEmpty();
        assertThat(scene.engine().preview(scene.play("revoke").state)).isEmpty();
    }
}
