package org.qiao.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qiao.flow.Approvers.Range;
import org.qiao.flow.Node.Action;
import org.qiao.flow.Node.AlreadyAgreed;
import org.qiao.flow.Node.SameAsApplicant;
import org.qiao.flow.Node.Way;
import org.qiao.form.Condition;
import org.qiao.form.Condition.Op;
import org.qiao.form.Facts;
import org.qiao.form.Facts.Fact;

/** A random route in a random company of eight, the same for the same seed. */
final class RandomWorld {

    static final int PEOPLE = 8;

    final Company company = new Company();
    final Route route;
    final long applicant;
    final Map<String, List<Long>> chosen = new TreeMap<>();
    int amount;
    private final Random random;
    private int ids;
    private int budget;

    RandomWorld(long seed) {
        random = new Random(seed);
        applicant = person();
        amount = random.nextInt(10);
        for (long person = 1; person < PEOPLE; person++) {
            if (random.nextInt(4) > 0) {
                company.superiors.put(person, person + 1 + random.nextInt((int) (PEOPLE - person)));
            }
            if (random.nextInt(5) == 0) {
                company.delegates.put(person, person());
            }
        }
        for (int i = 0; i < 3; i++) {
            company.heads.put(i, people(2));
            company.roles.put((long) i, people(3));
        }
        company.fields.put("boss", people(2));
        company.fields.put("dept", people(1));
        company.admins = List.of(person());
        budget = 1 + random.nextInt(12);
        route = new Route(nodes(1));
    }

    Facts facts() {
        int now = amount;
        return subject -> switch (subject) {
            case "amount" -> Optional.of(new Fact.Quantity(BigDecimal.valueOf(now)));
            case "day" -> now % 2 == 0 ? Optional.of(new Fact.Quantity(BigDecimal.TEN)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static RouteRule.Known known() {
        return new RouteRule.Known(
                Set.of("boss", "dept", "day", "amount"),
                Set.of("boss"),
                Set.of("dept"),
                Set.of("day"),
                Set.of("amount"),
                Set.of());
    }

    long person() {
        return 1 + random.nextInt(PEOPLE);
    }

    private List<Long> people(int most) {
        Set<Long> people = new TreeSet<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            people.add(person());
        }
        return new ArrayList<>(people);
    }

    private List<Long> somebody() {
        List<Long> people = people(3);
        return people.isEmpty() ? List.of(person()) : people;
    }

    private List<Node> nodes(int depth) {
        List<Node> nodes = new ArrayList<>();
        int count = depth == 1 ? 1 + random.nextInt(5) : random.nextInt(3);
        for (int i = 0; i < count && budget > 0; i++) {
            budget--;
            nodes.add(node(depth));
        }
        return nodes.isEmpty() && depth == 1 ? List.of(approve()) : nodes;
    }

    private String id() {
        return "n" + ++ids;
    }

    private Node node(int depth) {
        int kind = random.nextInt(depth < 3 ? 16 : 12);
        return switch (kind) {
            case 8 -> new Node.Cc(id(), null, approvers("cc"), Map.of());
            case 9 -> new Node.Delay(id(), null, random.nextBoolean() ? Node.Wait.span(5) : Node.Wait.until("day"));
            case 10 -> new Node.Webhook(id(), null, "hook", random.nextBoolean() ? 5 : null);
            case 11 -> handle();
            case 12 -> branch(depth);
            case 13, 14, 15 -> parallel(depth);
            default -> approve();
        };
    }

    private Node branch(int depth) {
        Condition when = Condition.of(Condition.Test.of("amount", Op.LESS, String.valueOf(random.nextInt(10))));
        return new Node.Branch(
                id(),
                null,
                List.of(new Way(id(), null, when, nodes(depth + 1)), new Way(id(), null, null, nodes(depth + 1))));
    }

    private Node parallel(int depth) {
        List<Way> ways = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            ways.add(new Way(id(), null, null, nodes(depth + 1)));
        }
        return new Node.Parallel(id(), null, ways);
    }

    private Node approve() {
        String id = id();
        return new Node.Approve(
                id,
                null,
                approvers(id),
                together(),
                nobody(),
                pick(SameAsApplicant.values()),
                pick(AlreadyAgreed.values()),
                limit(true),
                Map.of(),
                Set.of(Action.values()));
    }

    private Node handle() {
        String id = id();
        return new Node.Handle(
                id, null, approvers(id), together(), nobody(), limit(false), Map.of(), Set.of(Action.values()));
    }

    private Approvers approvers(String node) {
        return switch (random.nextInt(12)) {
            case 0 -> new Approvers.Superior(1 + random.nextInt(3), random.nextBoolean());
            case 1 -> new Approvers.Chain(1 + random.nextInt(3));
            case 2 -> new Approvers.Head(random.nextBoolean() ? "dept" : null, 1 + random.nextInt(3));
            case 3 -> new Approvers.Role(random.nextInt(3), random.nextBoolean());
            case 4 -> new Approvers.Field("boss");
            case 5 -> new Approvers.Applicant();
            case 6 -> {
                if (!node.equals("cc")) {
                    chosen.put(node, somebody());
                }
                yield new Approvers.Chosen(Range.EVERYBODY, 5);
            }
            default -> new Approvers.Members(somebody());
        };
    }

    private Together together() {
        return switch (random.nextInt(4)) {
            case 0 -> Together.ANY;
            case 1 -> Together.IN_TURN;
            case 2 -> Together.share(1 + random.nextInt(100));
            default -> Together.ALL;
        };
    }

    private Nobody nobody() {
        Nobody.Then then = pick(Nobody.Then.values());
        return new Nobody(then, then == Nobody.Then.MEMBERS ? somebody() : List.of());
    }

    private @org.jspecify.annotations.Nullable Limit limit(boolean refusing) {
        if (random.nextInt(3) > 0) {
            return null;
        }
        Limit.Then then = pick(Limit.Then.values());
        if (then == Limit.Then.REFUSE && !refusing) {
            return null;
        }
        Long to = then == Limit.Then.TRANSFER && random.nextBoolean() ? Long.valueOf(person()) : null;
        return new Limit(new Span(60, false), then, to);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
