package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.flow.Approvers.Range;
import org.qiao.flow.Node.AlreadyAgreed;
import org.qiao.flow.Node.SameAsApplicant;

/** Whom each rule finds, and what happens when it finds nobody, the applicant, or somebody who has agreed. */
class ApproversTest {

    /** P reports to A, A to B, B to C. Heads D; E, F above. Role 7: G, H. Field boss: I. */
    private static Company company() {
        Company company = new Company().chain("P<A<B<C");
        company.heads.put(1, Company.ids("D"));
        company.heads.put(2, Company.ids("E,F"));
        company.fields.put("boss", Company.ids("I"));
        company.fields.put("dept", Company.ids("J"));
        company.roles.put(7L, Company.ids("G,H,G"));
        return company;
    }

    private static Approvers rule(String kind, long number) {
        return switch (kind) {
            case "MEMBERS" -> new Approvers.Members(List.of(number, number + 1, number));
            case "SUPERIOR" -> new Approvers.Superior((int) number, false);
            case "SUPERIOR_OR_HIGHER" -> new Approvers.Superior((int) number, true);
            case "CHAIN" -> new Approvers.Chain((int) number);
            case "HEAD" -> new Approvers.Head(null, (int) number);
            case "HEAD_OF_FIELD" -> new Approvers.Head("dept", (int) number);
            case "ROLE" -> new Approvers.Role(number, true);
            case "FIELD" -> new Approvers.Field("boss");
            case "APPLICANT" -> new Approvers.Applicant();
            case "CHOSEN" -> new Approvers.Chosen(Range.EVERYBODY, 3);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "MEMBERS, 1, 'asks A,B; agree A; agree B; is AGREED'",
        "SUPERIOR, 1, 'asks A'",
        "SUPERIOR, 3, 'asks C'",
        "SUPERIOR, 4, 'asks Z'",
        "SUPERIOR_OR_HIGHER, 4, 'asks C'",
        "CHAIN, 2, 'asks A; queued B; agree A; asks B; agree B; is AGREED'",
        "CHAIN, 9, 'asks A; queued B,C'",
        "HEAD, 1, 'asks D'",
        "HEAD, 2, 'asks E,F'",
        "HEAD, 3, 'asks Z'",
        "HEAD_OF_FIELD, 1, 'asks J'",
        "ROLE, 7, 'asks G,H'",
        "ROLE, 8, 'asks Z'",
        "FIELD, 0, 'asks I'",
        "APPLICANT, 0, 'asks P; agree P; is AGREED'",
        "CHOSEN, 0, 'asks K,L'"
    })
    void everyRule(String kind, long number, String script) {
        Scene scene = new Scene(company(), Routes.ask("n", rule(kind, number)).node());
        if (kind.equals("CHOSEN")) {
            scene.choose("n", "K,L");
        }
        scene.play(script);
    }

    @ParameterizedTest(name = "{0}, gone: {1}: {2}")
    @CsvSource({
        "PASS, 'A', 'is AGREED'",
        "REFUSE, 'A', 'is REFUSED'",
        "ADMIN, 'A', 'asks Z; agree Z; is AGREED'",
        "MEMBERS, 'A', 'asks M,N'",
        "MEMBERS, 'A,M', 'asks N'",
        "MEMBERS, 'A,M,N', 'asks Z'",
        "ADMIN, 'A,Z', 'is REFUSED'",
        "MEMBERS, 'A,M,N,Z', 'is REFUSED'",
    })
    void nobodyFound(Nobody.Then then, String gone, String script) {
        new Scene(
                        company().leaves(gone),
                        Routes.ask("n", "A").nobody(nobody(then)).node())
                .play(script);
    }

    private static Nobody nobody(Nobody.Then then) {
        return new Nobody(then, then == Nobody.Then.MEMBERS ? Company.ids("M,N") : List.of());
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "ASK, ALL, 'P,D', 'asks D,P'",
        "SKIP, ALL, 'P,D', 'asks D; agree D; is AGREED'",
        "SKIP, ANY, 'P,D', 'asks D; agree D; is AGREED'",
        "SKIP, IN_TURN, 'D,P,E', 'asks D; queued E'",
        "SKIP, ALL, 'P', 'is AGREED'",
        "SUPERIOR, ALL, 'P', 'asks A'",
        "SUPERIOR, ALL, 'P,A', 'asks A; queued -'",
        "SUPERIOR, IN_TURN, 'P,D', 'asks A; queued D'",
    })
    void theApplicantIsTheApprover(SameAsApplicant rule, Together.Rule together, String people, String script) {
        new Scene(
                        company(),
                        Routes.ask("n", people)
                                .same(rule)
                                .together(new Together(together, null))
                                .node())
                .play(script);
    }

    @Test
    void anApplicantWithoutSuperiorIsNobody() {
        Node node = Routes.ask("n", "P").same(SameAsApplicant.SUPERIOR).node();

        new Scene(new Company(), node).play("asks Z");
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource({
        "ASK, ALL, 'A,B', 'agree A; agree B; asks A,B'",
        "SKIP, ALL, 'A,B', 'agree A; agree B; is AGREED'",
        "SKIP, ALL, 'A,C', 'agree A; agree B; asks C; agree C; is AGREED'",
        "SKIP, ANY, 'A,C', 'agree A; agree B; is AGREED'",
        "SKIP, IN_TURN, 'A,C,B,D', 'agree A; agree B; asks C; queued D; agree C; asks D; agree D; is AGREED'",
        "SKIP, SHARE, 'A,C,D,E', 'agree A; agree B; asks C,D,E; agree C; is AGREED'",
        "SKIP, SHARE, 'A,B,D', 'agree A; agree B; is AGREED'",
        "SKIP_NEXT, ALL, 'A,C', 'agree A; agree B; asks A,C'",
        "SKIP_NEXT, ALL, 'B,C', 'agree A; agree B; asks C'",
    })
    void whoHasAgreedAlready(AlreadyAgreed rule, Together.Rule together, String people, String script) {
        Together how = together == Together.Rule.SHARE ? Together.share(50) : new Together(together, null);
        Node last = Routes.ask("n", people).already(rule).together(how).node();

        Scene.of(Routes.all("one", "A"), Routes.cc("cc", "F"), Routes.all("two", "B"), last)
                .play(script);
    }

    @Test
    void theNextNodeSkipsWhoWasSkippedThereAlready() {
        Node two = Routes.ask("two", "A").already(AlreadyAgreed.SKIP_NEXT).node();
        Node three = Routes.ask("three", "A").already(AlreadyAgreed.SKIP_NEXT).node();

        Scene.of(Routes.all("one", "A"), two, three).play("agree A; is AGREED");
    }

    @Test
    void nothingIsDirectlyBeforeTheNodeAfterParallelBranches() {
        Node last = Routes.ask("end", "A,B").already(AlreadyAgreed.SKIP_NEXT).node();
        Node first = Routes.ask("na", "C").already(AlreadyAgreed.SKIP_NEXT).node();

        Scene.of(
                        Routes.all("one", "C"),
                        Routes.parallel(
                                "p",
                                Routes.way("a", first, Routes.all("nx", "A")),
                                Routes.way("b", Routes.all("nb", "B"))),
                        last)
                .play("agree C; asks A,B; agree A; agree B; asks A,B");
    }

    @Test
    void skippingIsAFactWithItsReason() {
        Node two = Routes.ask("two", "A").already(AlreadyAgreed.SKIP).node();
        Scene scene = Scene.of(Routes.all("one", "A"), two).play("agree A");

        assertThat(scene.events).contains(new FlowEvent.PersonSkipped(2, 1, FlowState.Why.ALREADY_AGREED));
    }

    @Test
    void theApplicantChoosesWhereHeMustAndFromTheRange() {
        Approvers chosen = new Approvers.Chosen(new Range(Company.ids("A,B,C"), List.of(), List.of()), 2);
        Scene scene = Scene.of(Routes.ask("n", chosen).node());

        assertThatThrownBy(() -> scene.apply(submit(Map.of()))).hasMessage("flow.choice_required");
        assertThatThrownBy(() -> scene.apply(submit(Map.of("n", Company.ids("D")))))
                .hasMessage("flow.bad_choice");
        assertThatThrownBy(() -> scene.apply(submit(Map.of("n", Company.ids("A,B,C")))))
                .hasMessage("flow.bad_choice");
        assertThatThrownBy(() -> scene.apply(submit(Map.of("x", Company.ids("A")))))
                .hasMessage("flow.bad_choice");
        scene.apply(submit(Map.of("n", Company.ids("B"))));
        scene.play("asks B; return B P HERE; resubmit; asks B");
    }

    private static Command submit(Map<String, List<Long>> chosen) {
        return new Command.Submit(Scene.APPLICANT, Scene.APPLICANT, chosen);
    }
}
