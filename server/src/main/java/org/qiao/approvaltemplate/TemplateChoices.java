package org.qiao.approvaltemplate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.flow.Approvers;
import org.qiao.flow.Node;
import org.qiao.flow.Route;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Where whoever submits chooses who is asked, and from whom. */
@Service
public class TemplateChoices {

    /** More people than this are not offered one by one; the applicant then searches everybody. */
    private static final int OFFERED_MAX = 500;

    private final Members members;
    private final Departments departments;
    private final Roles roles;

    TemplateChoices(Members members, Departments departments, Roles roles) {
        this.members = members;
        this.departments = departments;
        this.roles = roles;
    }

    /**
     * One node.
     *
     * @param required somebody must be chosen if the path leads there
     * @param from null: anybody
     */
    public record TemplateChoice(
            String node,
            String name,
            boolean required,
            int most,
            @Nullable List<Card> from) {}

    public record TemplateChoicesView(List<TemplateChoice> items) {

        public TemplateChoicesView {
            items = List.copyOf(items);
        }
    }

    public TemplateChoicesView list(Actor actor, Route route) {
        List<TemplateChoice> choices = new ArrayList<>();
        add(actor, route.nodes(), choices);
        return new TemplateChoicesView(choices);
    }

    private void add(Actor actor, List<Node> nodes, List<TemplateChoice> choices) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Asks asks -> add(actor, node, asks.approvers(), choices);
                case Node.Cc cc -> add(actor, node, cc.people(), choices);
                case Node.Branch branch -> branch.ways().forEach(way -> add(actor, way.nodes(), choices));
                case Node.Parallel parallel -> parallel.ways().forEach(way -> add(actor, way.nodes(), choices));
                case Node.Delay _, Node.Webhook _ -> {}
            }
        }
    }

    private void add(Actor actor, Node node, Approvers approvers, List<TemplateChoice> choices) {
        if (approvers instanceof Approvers.Chosen chosen) {
            String name = node.name() == null ? "" : node.name();
            choices.add(new TemplateChoice(
                    node.id(), name, node instanceof Node.Asks, chosen.most(), from(actor, chosen.range())));
        }
    }

    private @Nullable List<Card> from(Actor actor, Approvers.Range range) {
        if (range.equals(Approvers.Range.EVERYBODY)) {
            return null;
        }
        Set<Long> ids = new HashSet<>(range.members());
        ids.addAll(roles.memberIds(actor.orgId(), Set.copyOf(range.roles()), OFFERED_MAX));
        ids.addAll(departments.memberIds(actor.orgId(), range.departments(), OFFERED_MAX));
        return ids.size() > OFFERED_MAX
                ? null
                : members.cards(actor, members.present(actor, ids)).stream()
                        .sorted(Comparator.comparing(Card::name))
                        .toList();
    }
}
