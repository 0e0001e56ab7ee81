package org.qiao.approval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.approval.EventStore.Stored;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.flow.Node;
import org.qiao.form.FormRights;
import org.qiao.form.FormRights.Access;

/**
 * Which fields somebody sees. The applicant and who manages the data see everything. Who was asked or told by nodes sees what any of
 * them shows. Everybody else sees what no node hides.
 */
final class Sight {

    private Sight() {}

    static FormRights of(TemplateVersion template, FlowState state, List<Stored> events, long person) {
        Set<String> mine = nodesOf(state, events, person);
        if (mine.isEmpty()) {
            return ofStrangers(template);
        }
        RouteNames names = new RouteNames(template.route());
        Map<String, Access> most = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (String node : mine) {
            names.find(node).ifPresent(found -> named.addAll(fields(found).keySet()));
        }
        for (String key : named) {
            boolean shown = mine.stream()
                    .flatMap(node -> names.find(node).stream())
                    .anyMatch(node -> fields(node).get(key) != Node.Access.HIDDEN);
            most.put(key, shown ? Access.READ : Access.HIDDEN);
        }
        return new FormRights(most, Access.READ);
    }

    /** What no node hides. */
    static FormRights ofStrangers(TemplateVersion template) {
        return new FormRights(least(new RouteNames(template.route())), Access.READ);
    }

    /** What one node lets its people do. */
    static FormRights at(TemplateVersion template, String node) {
        Map<String, Access> rights = new HashMap<>();
        new RouteNames(template.route())
                .find(node)
                .ifPresent(found -> fields(found).forEach((key, may) -> rights.put(key, Access.valueOf(may.name()))));
        return new FormRights(rights, Access.READ);
    }

    private static Set<String> nodesOf(FlowState state, List<Stored> events, long person) {
        Set<String> nodes = new HashSet<>();
        for (FlowState.Task task : state.tasks()) {
            Long forWhom = task.forWhom();
            if (task.assignee() == person || forWhom != null && forWhom == person) {
                nodes.add(state.frame(task.frame()).node());
            }
        }
        for (Stored stored : events) {
            if (stored.event() instanceof FlowEvent.CcGiven given
                    && given.atNode()
                    && given.people().contains(person)) {
                nodes.add(given.node());
            }
        }
        return nodes;
    }

    private static Map<String, Access> least(RouteNames names) {
        Map<String, Access> least = new HashMap<>();
        names.all()
                .forEach(node -> fields(node).forEach((key, may) -> {
                    if (may == Node.Access.HIDDEN) {
                        least.put(key, Access.HIDDEN);
                    }
                }));
        return least;
    }

    private static Map<String, Node.Access> fields(Node node) {
        return switch (node) {
            case Node.Asks asks -> asks.fields();
            case Node.Cc cc -> cc.fields();
            case Node.Branch _, Node.Parallel _, Node.Delay _, Node.Webhook _ -> Map.of();
        };
    }
}
