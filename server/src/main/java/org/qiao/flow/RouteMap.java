package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.Node.Way;

/** Where every node of a route lies. */
final class RouteMap {

    private final Route route;
    private final Map<String, Spot> spots = new HashMap<>();

    RouteMap(Route route) {
        this.route = route;
        lay(route.nodes(), null, null);
    }

    /**
     * @param order in which the route is written down: what comes later on a strand has a higher one
     * @param around the branch or parallel node, with {@code way} the way of it
     */
    record Spot(
            Node node,
            int order,
            List<Node> sequence,
            int index,
            @Nullable Spot around,
            @Nullable Way way) {

        Optional<Node> next() {
            return index + 1 < sequence.size() ? Optional.of(sequence.get(index + 1)) : Optional.empty();
        }

        /** Ids of all ways around, outermost first. */
        List<String> within() {
            List<String> ids = new ArrayList<>();
            for (Spot spot = this; spot != null && spot.way != null; spot = spot.around) {
                ids.addFirst(spot.way.id());
            }
            return ids;
        }

        /** Ids of the ways of parallel nodes around, outermost first. */
        List<String> lanes() {
            List<String> ids = new ArrayList<>();
            for (Spot spot = this; spot != null && spot.way != null; spot = spot.around) {
                if (spot.around != null && spot.around.node instanceof Node.Parallel) {
                    ids.addFirst(spot.way.id());
                }
            }
            return ids;
        }
    }

    Route route() {
        return route;
    }

    List<Node> nodes() {
        return spots.values().stream().map(Spot::node).toList();
    }

    Spot at(String node) {
        return find(node).orElseThrow(() -> new IllegalStateException("The route has no node " + node));
    }

    Optional<Spot> find(String node) {
        return Optional.ofNullable(spots.get(node));
    }

    /** The node where people are asked. */
    Node.Asks asks(String node) {
        if (at(node).node() instanceof Node.Asks asks) {
            return asks;
        }
        throw new IllegalStateException("Nobody is asked at node " + node);
    }

    private void lay(List<Node> sequence, @Nullable Spot around, @Nullable Way way) {
        for (int index = 0; index < sequence.size(); index++) {
            Node node = sequence.get(index);
            Spot spot = new Spot(node, spots.size(), sequence, index, around, way);
            spots.put(node.id(), spot);
            switch (node) {
                case Node.Branch branch -> branch.ways().forEach(each -> lay(each.nodes(), spot, each));
                case Node.Parallel parallel -> parallel.ways().forEach(each -> lay(each.nodes(), spot, each));
                case Node.Asks _, Node.Cc _, Node.Delay _, Node.Webhook _ -> {
                    // Holds nothing.
                }
            }
        }
    }
}
