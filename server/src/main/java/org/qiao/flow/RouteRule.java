package org.qiao.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.Node.Way;
import org.qiao.form.Condition;

/** What is wrong with a route. A route without flaws has no dead end. */
public final class RouteRule {

    /** What BigDecimal reads, without exponents that cost memory. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final Known known;
    private final Set<String> ids = new HashSet<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int nodes;

    private RouteRule(Known known) {
        this.known = known;
    }

    /** @param node where, the empty string for the route as a whole */
    public record Flaw(String node, Code code) {}

    public enum Code {
        EMPTY_ROUTE,
        TOO_MANY_NODES,
        TOO_DEEP,
        DUPLICATE_ID,
        NO_APPROVERS,
        TOO_FEW_WAYS,
        /** The last way of a branch has a condition. */
        DEFAULT_MISSING,
        CONDITION_MISSING,
        CONDITION_NOT_ALLOWED,
        UNKNOWN_SUBJECT,
        BAD_CONDITION,
        UNKNOWN_FIELD,
        /** The field is there and of another kind. */
        WRONG_FIELD,
        BAD_PERCENT,
        BAD_LIMIT,
        BAD_WAIT,
        BAD_LEVEL,
        /** The rule for a node without anybody names members and has none. */
        NOBODY_NAMED
    }

    /**
     * What a form offers to a route.
     *
     * @param fields all keys
     * @param members keys of member fields
     * @param departments keys of department fields
     * @param dates keys of date fields
     * @param quantities subjects of conditions that are numbers or days
     * @param words subjects of conditions that are words
     */
    public record Known(
            Set<String> fields,
            Set<String> members,
            Set<String> departments,
            Set<String> dates,
            Set<String> quantities,
            Set<String> words) {

        public static final Known NOTHING = new Known(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

        public Known {
            fields = Set.copyOf(fields);
            members = Set.copyOf(members);
            departments = Set.copyOf(departments);
            dates = Set.copyOf(dates);
            quantities = Set.copyOf(quantities);
            words = Set.copyOf(words);
        }
    }

    public static List<Flaw> check(Route route, Known known) {
        RouteRule rule = new RouteRule(known);
        if (route.nodes().isEmpty()) {
            rule.flaw("", Code.EMPTY_ROUTE);
        }
        rule.sequence(route.nodes(), 1);
        if (rule.nodes > Route.MAX_NODES) {
            rule.flaw("", Code.TOO_MANY_NODES);
        }
        return List.copyOf(rule.flaws);
    }

    private void sequence(List<Node> sequence, int depth) {
        for (Node node : sequence) {
            nodes++;
            unique(node.id());
            if (depth > Route.MAX_DEPTH) {
                flaw(node.id(), Code.TOO_DEEP);
                return;
            }
            node(node, depth);
        }
    }

    private void node(Node node, int depth) {
        switch (node) {
            case Node.Asks asks -> asks(asks);
            case Node.Cc cc -> {
                approvers(cc.id(), cc.people());
                fields(cc.id(), cc.fields().keySet());
            }
            case Node.Branch branch -> branch(branch, depth);
            case Node.Parallel parallel -> {
                ways(parallel.id(), parallel.ways(), depth);
                expect(
                        parallel.ways().stream().allMatch(way -> way.when() == null),
                        parallel.id(),
                        Code.CONDITION_NOT_ALLOWED);
            }
            case Node.Delay delay -> delay(delay);
            case Node.Webhook webhook -> {
                Integer minutes = webhook.minutes();
                expect(minutes == null || (minutes >= 1 && minutes <= Span.MAX_MINUTES), webhook.id(), Code.BAD_WAIT);
            }
        }
    }

    private void asks(Node.Asks node) {
        approvers(node.id(), node.approvers());
        fields(node.id(), node.fields().keySet());
        Integer percent = node.together().percent();
        boolean share = node.together().rule() == Together.Rule.SHARE;
        expect(
                share ? percent != null && percent >= 1 && percent <= 100 : percent == null,
                node.id(),
                Code.BAD_PERCENT);
        expect(
                node.nobody().then() != Nobody.Then.MEMBERS
                        || !node.nobody().members().isEmpty(),
                node.id(),
                Code.NOBODY_NAMED);
        limit(node);
    }

    /** Nobody refuses by being late what cannot be refused by saying so. */
    private void limit(Node.Asks node) {
        Limit limit = node.limit();
        if (limit != null) {
            expect(
                    isSpan(limit.after())
                            && (limit.to() == null || limit.then() == Limit.Then.TRANSFER)
                            && !(node instanceof Node.Handle && limit.then() == Limit.Then.REFUSE),
                    node.id(),
                    Code.BAD_LIMIT);
        }
    }

    private void approvers(String node, @Nullable Approvers approvers) {
        switch (approvers) {
            case null -> flaw(node, Code.NO_APPROVERS);
            case Approvers.Members members -> expect(!members.ids().isEmpty(), node, Code.NO_APPROVERS);
            case Approvers.Superior superior -> level(node, superior.level());
            case Approvers.Chain chain -> level(node, chain.levels());
            case Approvers.Head head -> {
                level(node, head.level());
                if (head.field() != null) {
                    field(node, head.field(), known.departments());
                }
            }
            case Approvers.Field field -> field(node, field.key(), known.members());
            case Approvers.Chosen chosen ->
                expect(chosen.most() >= 1 && chosen.most() <= Approvers.MAX_PEOPLE, node, Code.NO_APPROVERS);
            case Approvers.Role _, Approvers.Applicant _ -> {
                // Whether a role exists is known by the directory.
            }
        }
    }

    private void level(String node, int level) {
        expect(level >= 1 && level <= Approvers.MAX_LEVEL, node, Code.BAD_LEVEL);
    }

    private void field(String node, String key, Set<String> fitting) {
        if (!fitting.contains(key)) {
            flaw(node, known.fields().contains(key) ? Code.WRONG_FIELD : Code.UNKNOWN_FIELD);
        }
    }

    private void fields(String node, Set<String> keys) {
        expect(known.fields().containsAll(keys), node, Code.UNKNOWN_FIELD);
    }

    private void branch(Node.Branch branch, int depth) {
        ways(branch.id(), branch.ways(), depth);
        for (int index = 0; index < branch.ways().size(); index++) {
            Way way = branch.ways().get(index);
            boolean last = index == branch.ways().size() - 1;
            if (way.when() == null) {
                expect(last, way.id(), Code.CONDITION_MISSING);
            } else {
                expect(!last, branch.id(), Code.DEFAULT_MISSING);
                condition(way.id(), way.when());
            }
        }
    }

    private void ways(String node, List<Way> ways, int depth) {
        expect(ways.size() >= 2, node, Code.TOO_FEW_WAYS);
        for (Way way : ways) {
            unique(way.id());
            sequence(way.nodes(), depth + 1);
        }
    }

    private void condition(String way, Condition condition) {
        expect(
                !condition.any().isEmpty()
                        && condition.any().stream()
                                .noneMatch(group -> group.all().isEmpty()),
                way,
                Code.BAD_CONDITION);
        for (Condition.Group group : condition.any()) {
            for (Condition.Test test : group.all()) {
                test(way, test);
            }
        }
    }

    private void test(String way, Condition.Test test) {
        boolean quantity = known.quantities().contains(test.subject());
        boolean words = known.words().contains(test.subject());
        if (!quantity && !words) {
            flaw(way, Code.UNKNOWN_SUBJECT);
            return;
        }
        boolean fits = quantity
                ? test.op().fitsQuantities() && test.values().stream().allMatch(RouteRule::isNumber)
                : test.op().fitsWords();
        expect(fits && test.op().takes(test.values().size()), way, Code.BAD_CONDITION);
    }

    private void delay(Node.Delay delay) {
        Span span = delay.until().span();
        String field = delay.until().field();
        expect((span == null) != (field == null), delay.id(), Code.BAD_WAIT);
        if (span != null) {
            expect(isSpan(span), delay.id(), Code.BAD_WAIT);
        }
        if (field != null) {
            field(delay.id(), field, known.dates());
        }
    }

    private static boolean isSpan(Span span) {
        return span.minutes() >= 1 && span.minutes() <= Span.MAX_MINUTES;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && new BigDecimal(text).precision() <= 60;
    }

    private void unique(String id) {
        expect(!id.isBlank() && ids.add(id), id, Code.DUPLICATE_ID);
    }

    private void expect(boolean holds, String node, Code code) {
        if (!holds) {
            flaw(node, code);
        }
    }

    private void flaw(String node, Code code) {
        flaws.add(new Flaw(node, code));
    }
}
