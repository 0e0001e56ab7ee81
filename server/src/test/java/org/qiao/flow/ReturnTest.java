package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.Node.AlreadyAgreed;

/** Back to somebody, and on again, inside and outside of nodes where several people decide. */
class ReturnTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A; agree B; return C P START; is RETURNED; asks -; resubmit; asks A; agree A; asks B; agree B; asks C",
                "agree A; agree B; return C P HERE; is RETURNED; resubmit; asks C; agree C; is AGREED",
                "agree A; agree B; return C one START; asks A; agree A; asks B; agree B; asks C; agree C; is AGREED",
                "agree A; agree B; return C one HERE; asks A; agree A; asks C; agree C; is AGREED",
                "agree A; agree B; return C two HERE; asks B; return B one HERE; asks A; agree A; asks B; agree B; asks C",
                "agree A; agree B; return C two HERE; return B one START; agree A; agree B; asks C",
                "agree A; agree B; return C two HERE; return B P HERE; resubmit; asks B; agree B; asks C",
                "return A one START !CANNOT_RETURN_THERE; return A two START !CANNOT_RETURN_THERE; return A x HERE !CANNOT_RETURN_THERE",
                "agree A; return B P START; revoke; is REVOKED; resubmit !ALREADY_ENDED",
                "agree A; return B P START; agree B !CHANGED_MEANWHILE; resubmit; resubmit !NOT_NOW",
                "agree A; return B P START; resubmit; return A P START; resubmit; agree A; agree B; agree C; is AGREED",
                "agree A; return B P START; resubmit; return A one HERE !CANNOT_RETURN_THERE",
                "agree A; return B one HERE; refuse A; is REFUSED",
                "agree A; agree B; return C two START; transfer B D; agree D; asks C"
            })
    void betweenThreePeople(String script) {
        Scene.of(Routes.all("one", "A"), Routes.all("two", "B"), Routes.all("three", "C"))
                .play(script);
    }

    /** The table of return and add-signer: out of and into each kind of countersign node. */
    @ParameterizedTest(name = "{0} {1}")
    @org.junit.jupiter.params.provider.MethodSource("countersigned")
    void inAndOutOfCountersignNodes(Together together, String script) {
        Node first = Routes.ask("one", "A,B").together(together).node();
        Node second = Routes.ask("two", "C,D").together(together).node();
        Scene.of(first, second)
                .play(script.replace("FIRST", all(together, "A", "B")).replace("SECOND", all(together, "C", "D")));
    }

    private static String all(Together together, String one, String other) {
        return together.rule() == Together.Rule.ANY ? "agree " + one : "agree " + one + "; agree " + other;
    }

    static java.util.stream.Stream<org.junit.jupiter.params.provider.Arguments> countersigned() {
        return java.util.stream.Stream.of(Together.ALL, Together.ANY, Together.IN_TURN, Together.share(100))
                .flatMap(together -> java.util.stream.Stream.of(
                                // out of the second into the first
                                "FIRST; return C one START; FIRST; SECOND; is AGREED",
                                "FIRST; return C one HERE; FIRST; SECOND; is AGREED",
                                "FIRST; return C P START; resubmit; FIRST; SECOND; is AGREED",
                                "FIRST; return C P HERE; resubmit; SECOND; is AGREED",
                                // with a signer before pending
                                "FIRST; before C E; return C one START !NOT_YOUR_TURN; return E one START; FIRST; SECOND; is AGREED",
                                "FIRST; before C E; return E one HERE; FIRST; SECOND; is AGREED",
                                "FIRST; before C E; return E P HERE; resubmit; SECOND; is AGREED",
                                "FIRST; before C E; agree E; return C one HERE; FIRST; SECOND; is AGREED",
                                // with a signer after pending
                                "FIRST; after C E; return E one START; FIRST; SECOND; is AGREED",
                                "FIRST; after C E; return E one HERE; FIRST; SECOND; is AGREED",
                                "FIRST; after C E; return E P START; resubmit; FIRST; SECOND; is AGREED",
                                // with a signer beside
                                "FIRST; beside C E; return E one START; FIRST; SECOND; is AGREED",
                                "FIRST; beside C E; return C one HERE; FIRST; SECOND; is AGREED",
                                "FIRST; beside C E; return C P HERE; resubmit; SECOND; is AGREED",
                                // a signer in the node that is returned to
                                "before A E; agree E; FIRST; return C one START; FIRST; SECOND; is AGREED",
                                "FIRST; return C one HERE; before A E; agree E; FIRST; SECOND; is AGREED",
                                "FIRST; return C one HERE; beside A E; return E P HERE; resubmit; FIRST; SECOND; is AGREED")
                        .map(script -> org.junit.jupiter.params.provider.Arguments.of(together, script)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A; asks B,C; agree B; asks C,D; return D two START; asks B,C; agree B; asks C,D",
                "agree A; agree B; return D two HERE; asks B,C; agree B; asks C,D; agree D; agree C; asks E",
                "agree A; agree B; return D left-c START !CANNOT_RETURN_THERE",
                "agree A; agree B; agree C; return D left-c START !CANNOT_RETURN_THERE",
                "agree A; agree B; return D one START; asks A; agree A; asks B,C",
                "agree A; agree B; return D one HERE; asks A; agree A; asks C,D; agree C; agree D; asks E",
                "agree A; agree B; agree C; return D one HERE; asks A; agree A; asks D; agree D; asks E",
                "agree A; agree B; return D P HERE; asks -; resubmit; asks C,D; agree C; agree D; asks E",
                "agree A; agree B; return D P START; resubmit; asks A",
                "agree A; agree C; agree B; agree D; asks E; return E two START !CANNOT_RETURN_THERE; return E one HERE; agree A; asks E",
                "agree A; agree B; refuse C; is REFUSED; asks -; queued -",
                "agree A; agree B; return D two HERE; return B one HERE; agree A; asks B,C; agree B; asks C,D",
                "agree A; agree B; return D P HERE; resubmit; return D two HERE; asks B,C; agree B; asks C,D"
            })
    void fromAParallelBranch(String script) {
        Scene.of(
                        Routes.all("one", "A"),
                        Routes.parallel(
                                "p",
                                Routes.way("left", Routes.all("two", "B"), Routes.all("three", "D")),
                                Routes.way("right", Routes.all("left-c", "C"))),
                        Routes.all("end", "E"))
                .play(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "asks A,B,C; agree A; agree B; return C P HERE; resubmit; asks C; agree C; asks E; agree E; is AGREED",
                "agree A; agree B; agree C; return E P HERE; resubmit; asks E",
                "agree C; return A P HERE; resubmit; asks A,B; agree A; agree B; asks E"
            })
    void nestedParallelBranchesAreFoundAgain(String script) {
        Scene.of(
                        Routes.parallel(
                                "p",
                                Routes.way(
                                        "outer",
                                        Routes.parallel(
                                                "q",
                                                Routes.way("a", Routes.all("na", "A")),
                                                Routes.way("b", Routes.all("nb", "B")))),
                                Routes.way("c", Routes.all("nc", "C")),
                                Routes.way("empty")),
                        Routes.all("end", "E"))
                .play(script);
    }

    @Test
    void whoIsAskedAgainIsNotSkippedForWhatHeAgreedToBefore() {
        Node third = Routes.ask("three", "B").already(AlreadyAgreed.SKIP).node();
        Scene.of(Routes.all("one", "A"), Routes.all("two", "B"), third, Routes.all("four", "C"))
                .play("agree A; agree B; asks C; return C two START; asks B; agree B; asks C; agree C; is AGREED");
    }

    @Test
    void whatWasUndoneByAReturnCountsNoMore() {
        Node last = Routes.ask("last", "B").already(AlreadyAgreed.SKIP).node();
        Scene.of(Routes.all("one", "A"), Routes.any("two", "B,D"), Routes.all("three", "C"), last)
                .play("agree A; agree B; return C one START; agree A; agree D; agree C; asks B");
    }

    @Test
    void targetsAreNamedInTheirOrder() {
        Scene scene = Scene.of(
                        Routes.all("one", "A"), Routes.cc("cc", "F"), Routes.all("two", "B"), Routes.all("three", "C"))
                .play("agree A; agree B");

        assertThat(scene.engine().returnTargets(scene.state, 3)).containsExactly("one", "two");
    }

    @Test
    void aReasonIsRequired() {
        Scene scene = Scene.of(Routes.all("one", "A")).play("");

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> scene.apply(new Command.Return(1L, 1, null, Then.START, " ")))
                .hasMessage("flow.reason_required");
    }
}
