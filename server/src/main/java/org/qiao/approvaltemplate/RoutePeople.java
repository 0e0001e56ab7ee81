package org.qiao.approvaltemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.qiao.flow.Approvers;
import org.qiao.flow.Node;
import org.qiao.flow.Route;
import org.qiao.form.Condition;

/** Whom a route names, and where. */
final class RoutePeople {

    /** Ids that one node names. */
    record Named(String node, List<Long> members, List<Long> departments, List<Long> roles) {}

    private RoutePeople() {}

    static List<Named> of(Route route) {
        List<Named> found = new ArrayList<>();
        walk(route.nodes(), node -> found.add(named(node)), (_, _) -> {});
        return found;
    }

    /** Each condition with the way that has it. */
    static void conditions(Route route, BiConsumer<String, Condition> each) {
        walk(route.nodes(), _ -> {}, each);
    }

    /** What each node calls, by node. */
    static Map<String, String> hooks(Route route) {
        Map<String, String> hooks = new HashMap<>();
        walk(
                route.nodes(),
                node -> {
                    if (node instanceof Node.Webhook webhook) {
                        hooks.put(webhook.id(), webhook.hook());
                    }
                },
                (_, _) -> {});
        return hooks;
    }

    private static void walk(List<Node> nodes, Consumer<Node> each, BiConsumer<String, Condition> conditions) {
        for (Node node : nodes) {
            each.accept(node);
            List<Node.Way> ways =
                    switch (node) {
                        case Node.Branch branch -> branch.ways();
                        case Node.Parallel parallel -> parallel.ways();
                        default -> List.of();
                    };
            for (Node.Way way : ways) {
                if (way.when() != null) {
                    conditions.accept(way.id(), way.when());
                }
                walk(way.nodes(), each, conditions);
            }
        }
    }

    private static Named named(Node node) {
        Named named = new Named(node.id(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        switch (node) {
            case Node.Asks asks -> {
                add(named, asks.approvers());
                named.members().addAll(asks.nobody().members());
                if (asks.limit() != null && asks.limit().to() != null) {
                    named.members().add(asks.limit().to());
                }
            }
            case Node.Cc cc -> add(named, cc.people());
            case Node.Branch _, Node.Parallel _, Node.Delay _, Node.Webhook _ -> {}
        }
        return named;
    }

    private static void add(Named named, Approvers approvers) {
        switch (approvers) {
            case Approvers.Members members -> named.members().addAll(members.ids());
            case Approvers.Role role -> named.roles().add(role.id());
            case Approvers.Chosen chosen -> {
                named.members().addAll(chosen.range().members());
                named.departments().addAll(chosen.range().departments());
                named.roles().addAll(chosen.range().roles());
            }
            case Approvers.Superior _,
                    Approvers.Chain _,
                    Approvers.Head _,
                    Approvers.Field _,
                    Approvers.Applicant _ -> {}
        }
    }
}
