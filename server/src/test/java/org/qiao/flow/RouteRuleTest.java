package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.flow.Node.Access;
import org.qiao.flow.RouteRule.Code;
import org.qiao.flow.RouteRule.Flaw;
import org.qiao.form.Condition;
import org.qiao.form.Condition.Op;

class RouteRuleTest {

    private static final RouteRule.Known KNOWN = new RouteRule.Known(
            Set.of("boss", "dept", "day", "amount", "kind"),
            Set.of("boss"),
            Set.of("dept"),
            Set.of("day"),
            Set.of("amount", "day"),
            Set.of("kind", "applicant.department"));
    private static final Condition BIG = Condition.of(Condition.Test.of("amount", Op.MORE, "1000"));

    private static List<Flaw> check(Node... nodes) {
        return RouteRule.check(Route.of(nodes), KNOWN);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                arguments(Code.NO_APPROVERS, "n", Routes.ask("n", "").node()),
                arguments(Code.NO_APPROVERS, "n", Routes.cc("n", "")),
                arguments(Code.NO_APPROVERS, "n", asks(new Approvers.Chosen(Approvers.Range.EVERYBODY, 0))),
                arguments(Code.BAD_LEVEL, "n", asks(new Approvers.Superior(0, true))),
                arguments(Code.BAD_LEVEL, "n", asks(new Approvers.Chain(21))),
                arguments(Code.UNKNOWN_FIELD, "n", asks(new Approvers.Field("nothing"))),
                arguments(Code.WRONG_FIELD, "n", asks(new Approvers.Field("amount"))),
                arguments(Code.WRONG_FIELD, "n", asks(new Approvers.Head("boss", 1))),
                arguments(Code.BAD_PERCENT, "n", Routes.share("n", 0, "A")),
                arguments(Code.BAD_PERCENT, "n", Routes.share("n", 101, "A")),
                arguments(Code.BAD_PERCENT, "n", rule(new Together(Together.Rule.ALL, 50))),
                arguments(Code.BAD_PERCENT, "n", rule(new Together(Together.Rule.SHARE, null))),
                arguments(
                        Code.NOBODY_NAMED,
                        "n",
                        Routes.ask("n", "A").nobody(Nobody.named()).node()),
                arguments(
                        Code.BAD_LIMIT,
                        "n",
                        Routes.ask("n", "A").limit(Limit.Then.PASS, "B").node()),
                arguments(
                        Code.BAD_LIMIT,
                        "n",
                        Routes.ask("n", "A").limit(Limit.Then.REFUSE, null).handle()),
                arguments(Code.UNKNOWN_FIELD, "n", fields("nothing")),
                arguments(Code.TOO_FEW_WAYS, "n", Routes.parallel("n", Routes.way("w"))),
                arguments(Code.TOO_FEW_WAYS, "n", Routes.branch("n", Routes.way("w"))),
                arguments(Code.CONDITION_NOT_ALLOWED, "n", Routes.parallel("n", Routes.way("a"), Routes.way("b", BIG))),
                arguments(Code.DEFAULT_MISSING, "n", Routes.branch("n", Routes.way("a", BIG), Routes.way("b", BIG))),
                arguments(Code.CONDITION_MISSING, "a", Routes.branch("n", Routes.way("a"), Routes.way("b"))),
                arguments(Code.UNKNOWN_SUBJECT, "a", on("nothing", Op.IS, "1")),
                arguments(Code.BAD_CONDITION, "a", on("amount", Op.MORE, "many")),
                arguments(Code.BAD_CONDITION, "a", on("amount", Op.MORE, "1e999999999")),
                arguments(Code.BAD_CONDITION, "a", on("amount", Op.BETWEEN, "1")),
                arguments(Code.BAD_CONDITION, "a", on("amount", Op.CONTAINS, "1")),
                arguments(Code.BAD_CONDITION, "a", on("kind", Op.LESS, "1")),
                arguments(Code.BAD_CONDITION, "a", on("kind", Op.EMPTY, "1")),
                arguments(
                        Code.BAD_CONDITION,
                        "a",
                        Routes.branch("n", Routes.way("a", new Condition(List.of())), Routes.way("b"))),
                arguments(Code.DUPLICATE_ID, "a", Routes.parallel("n", Routes.way("a"), Routes.way("a"))),
                arguments(Code.DUPLICATE_ID, "n", Routes.parallel("n", Routes.way("n"), Routes.way("b"))),
                arguments(Code.BAD_WAIT, "n", Routes.delay("n", 0)),
                arguments(Code.BAD_WAIT, "n", waits(null, null)),
                arguments(Code.BAD_WAIT, "n", waits(new Span(5, false), "day")),
                arguments(Code.WRONG_FIELD, "n", waits(null, "amount")),
                arguments(Code.BAD_WAIT, "n", Routes.webhook("n", 0)));
    }

    private static Node asks(Approvers approvers) {
        return Routes.ask("n", approvers).node();
    }

    private static Node rule(Together together) {
        return Routes.ask("n", "A").together(together).node();
    }

    private static Node fields(String key) {
        return new Node.Cc("n", null, new Approvers.Applicant(), Map.of(key, Access.HIDDEN));
    }

    private static Node on(String subject, Op op, String value) {
        return Routes.branch(
                "n", Routes.way("a", Condition.of(Condition.Test.of(subject, op, value))), Routes.way("b"));
    }

    private static Node waits(@Nullable Span span, @Nullable String field) {
        return new Node.Delay("n", null, new Node.Wait(span, field));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("flaws")
    void everyFlawHasItsCodeAndPlace(Code code, String node, Node flawed) {
        assertThat(check(flawed)).contains(new Flaw(node, code));
    }

    @Test
    void aGoodRouteHasNone() {
        assertThat(check(
                        Routes.branch(
                                "b",
                                Routes.way("w1", BIG, Routes.share("s", 60, "A,B")),
                                Routes.way(
                                        "w2",
                                        Condition.of(Condition.Test.of("applicant.department", Op.ANY_OF, "5")),
                                        asks(new Approvers.Head("dept", 2))),
                                Routes.way("w3")),
                        Routes.parallel("p", Routes.way("w4", Routes.cc("c", "A")), Routes.way("w5")),
                        new Node.Delay("d", null, Node.Wait.until("day")),
                        Routes.webhook("h", 5)))
                .isEmpty();
    }

    @Test
    void aRouteIsNotEmptyNotTooLongAndNotTooDeep() {
        List<Node> many = new ArrayList<>();
        for (int i = 0; i <= Route.MAX_NODES; i++) {
            many.add(Routes.all("n" + i, "A"));
        }
        Node deep = Routes.all("bottom", "A");
        for (int i = 0; i < Route.MAX_DEPTH; i++) {
            deep = Routes.parallel("p" + i, Routes.way("a" + i, deep), Routes.way("b" + i));
        }

        assertThat(check()).containsExactly(new Flaw("", Code.EMPTY_ROUTE));
        assertThat(RouteRule.check(new Route(many), KNOWN)).containsExactly(new Flaw("", Code.TOO_MANY_NODES));
        assertThat(check(deep)).containsExactly(new Flaw("bottom", Code.TOO_DEEP));
        assertThat(RouteRule.check(new Route(many.subList(0, Route.MAX_NODES)), KNOWN))
                .isEmpty();
    }

    @Test
    void theLongestRouteIsWalkedWithoutEndingTheStack() {
        List<Node> many = new ArrayList<>();
        for (int i = 0; i < Route.MAX_NODES; i++) {
            many.add(Routes.ask("n" + i, "X").nobody(Nobody.PASS).node());
        }
        new Scene(new Company().leaves("X"), many.toArray(Node[]::new)).play("is AGREED");
    }
}
