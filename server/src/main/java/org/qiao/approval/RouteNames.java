package org.qiao.approval;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.flow.Node;
import org.qiao.flow.Route;

/** The nodes of a route by their ids, those within branches included. */
final class RouteNames {

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, String> ways = new HashMap<>();

    RouteNames(Route route) {
        add(route.nodes());
    }

    private void add(List<Node> some) {
        for (Node node : some) {
            nodes.put(node.id(), node);
            switch (node) {
                case Node.Branch branch -> branch.ways().forEach(this::add);
                case Node.Parallel parallel -> parallel.ways().forEach(this::add);
                case Node.Approve _, Node.Handle _, Node.Cc _, Node.Delay _, Node.Webhook _ -> {}
            }
        }
    }

    private void add(Node.Way way) {
        ways.put(way.id(), way.name() == null ? "" : way.name());
        add(way.nodes());
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The node at which a task was opened. */
    Node.Asks asks(String id) {
        if (nodes.get(id) instanceof Node.Asks asks) {
            return asks;
        }
        throw new IllegalStateException("A task at a node that asks nobody: " + id);
    }

    Collection<Node> all() {
        return nodes.values();
    }

    /** Empty for a node without a name. */
    String name(String id) {
        Node node = nodes.get(id);
        return node == null || node.name() == null ? "" : node.name();
    }

    String way(String id) {
        return ways.getOrDefault(id, "");
    }

    static String kind(Node node) {
        return switch (node) {
            case Node.Approve _ -> "APPROVE";
            case Node.Handle _ -> "HANDLE";
            case Node.Cc _ -> "CC";
            case Node.Branch _ -> "BRANCH";
            case Node.Parallel _ -> "PARALLEL";
            case Node.Delay _ -> "DELAY";
            case Node.Webhook _ -> "WEBHOOK";
        };
    }
}
