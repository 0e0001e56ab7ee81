package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.form.Condition;
import org.qiao.form.Condition.Op;
import org.qiao.form.Facts;
import org.qiao.form.Facts.Fact;

/** Limits, delays, other systems, branches and copies. */
class TimingTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "REMIND, , 'fire; asks A,B; fire; fire; agree A; agree B; is AGREED'",
        "TRANSFER, D, 'fire; asks B,D; fire; asks B,D; agree D; agree B; is AGREED'",
        "TRANSFER, , 'fire; asks B,C; agree C'",
        "TRANSFER, B, 'fire; asks A,B'",
        "TRANSFER, P, 'fire; asks A,B'",
        "TRANSFER, X, 'fire; asks A,B'",
        "PASS, , 'fire; asks B; fire; is AGREED'",
        "REFUSE, , 'fire; is REFUSED; asks -'",
        "PASS, , 'before A D; fire; asks D; fire; asks A; fire; is AGREED'",
        "PASS, , 'after A D; fire; asks D; fire; is AGREED'",
        "REFUSE, , 'before A D; fire; is REFUSED'"
    })
    void limits(Limit.Then then, String to, String script) {
        Company company = new Company().chain("A<C").leaves("X");
        new Scene(company, Routes.ask("n", "A,B").limit(then, to).node()).play(script);
    }

    @Test
    void onlyWhoseTurnItIsHasALimitAndReturningToHisTurnStartsItAnew() {
        Node node = Routes.ask("n", "A,B")
                .together(Together.IN_TURN)
                .limit(Limit.Then.REMIND, null)
                .node();
        Scene scene = Scene.of(node).play("queued B");

        assertThat(tasksWithTimer(scene)).containsExactly(1);
        scene.play("before A C");
        assertThat(tasksWithTimer(scene)).containsExactly(3);
        scene.play("agree C");
        assertThat(tasksWithTimer(scene)).containsExactly(1);
        scene.play("agree A");
        assertThat(tasksWithTimer(scene)).containsExactly(2);
    }

    private static List<Integer> tasksWithTimer(Scene scene) {
        return scene.state.timers().stream().map(timer -> timer.set().task()).toList();
    }

    @Test
    void somebodyIsRemindedThirtyTimesAndNotForEver() {
        Scene scene =
                Scene.of(Routes.ask("n", "A").limit(Limit.Then.REMIND, null).node());
        scene.play("fire;".repeat(Limit.MAX_REMINDERS));

        assertThat(scene.state.timers()).isEmpty();
        scene.play("asks A; agree A; is AGREED");
    }

    @Test
    void aTimerThatIsNoMoreChangesNothing() {
        Scene scene = Scene.of(Routes.delay("d", 5), Routes.all("n", "A")).play("fire; asks A");

        scene.apply(new Command.TimerFired(1));
        scene.apply(new Command.WebhookAnswered(1, false, null));
        scene.apply(new Command.WebhookAnswered(99, false, null));
        scene.play("asks A");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "asks A; fire; asks A,B; agree A; agree B; is AGREED",
                "agree A; is RUNNING; asks -; fire; asks B; agree B; is AGREED",
                "return A P HERE; resubmit; asks A; fire; asks A,B",
                "refuse A; is REFUSED"
            })
    void aDelayInOneBranchHoldsUpNoOther(String script) {
        Scene.of(Routes.parallel(
                        "p",
                        Routes.way("a", Routes.all("na", "A")),
                        Routes.way("b", Routes.delay("d", 5), Routes.all("nb", "B"))))
                .play(script);
    }

    @Test
    void aDateIsWaitedForAndAMissingOneIsNot() {
        Node delay = new Node.Delay("d", null, Node.Wait.until("day"));
        Facts facts = subject ->
                subject.equals("day") ? Optional.of(new Fact.Quantity(new BigDecimal("20784"))) : Optional.empty();

        Scene waits = Scene.of(delay, Routes.all("n", "A")).facts(facts).play("asks -");
        assertThat(waits.events).contains(new FlowEvent.TimerSet(1, 1, null, null, "day", 20784L));
        waits.play("fire; asks A");
        Scene.of(delay, Routes.all("n", "A")).play("asks A");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"asks -; answer yes; asks A", "answer no; is REFUSED", "fire; asks A", "revoke; is REVOKED"})
    void anotherSystemIsWaitedForButNotForEver(String script) {
        Scene.of(Routes.webhook("w", 30), Routes.all("n", "A")).play(script);
    }

    @Test
    void anotherSystemIsOnlyTold() {
        Scene scene = Scene.of(Routes.webhook("w", null), Routes.all("n", "A")).play("asks A");

        assertThat(scene.events).contains(new FlowEvent.WebhookCalled(1, "hook", false));
    }

    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({"5, 'asks A; agree A; asks C'", "2, 'told B; asks C'", "1, 'asks C; told -'", ", 'asks C; told -'"})
    void theFirstWayThatHoldsIsTakenAndElseTheLast(String days, String script) {
        Facts facts = subject -> Optional.ofNullable(days).map(number -> new Fact.Quantity(new BigDecimal(number)));
        Scene.of(
                        Routes.branch(
                                "b",
                                Routes.way(
                                        "long",
                                        Condition.of(Condition.Test.of("days", Op.AT_LEAST, "3")),
                                        Routes.all("n", "A")),
                                Routes.way(
                                        "mid",
                                        Condition.of(Condition.Test.of("days", Op.AT_LEAST, "2")),
                                        Routes.cc("cc", "B")),
                                Routes.way("rest")),
                        Routes.all("end", "C"))
                .facts(facts)
                .play(script);
    }

    @Test
    void emptyBranchesEndAtOnce() {
        Scene.of(Routes.parallel("p", Routes.way("a"), Routes.way("b"))).play("is AGREED");
        Scene.of(Routes.parallel("p", Routes.way("a"), Routes.way("b", Routes.cc("c", "D"))), Routes.all("n", "A"))
                .play("told D; asks A");
    }

    @Test
    void aBranchThatRefusesStopsTheOthersBeforeTheyBegin() {
        Node refuses = Routes.ask("na", "X").nobody(Nobody.REFUSE).node();
        new Scene(
                        new Company().leaves("X"),
                        Routes.parallel("p", Routes.way("a", refuses), Routes.way("b", Routes.all("nb", "B"))))
                .play("is REFUSED; asks -");
    }
}
