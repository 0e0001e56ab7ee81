package org.qiao.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.StatisticsStore.DayRow;
import org.qiao.approval.StatisticsStore.NodeRow;
import org.qiao.approval.StatisticsStore.Span;
import org.qiao.approval.StatisticsStore.StateRow;
import org.qiao.approvaltemplate.Templates;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.springframework.stereotype.Service;

/** How many runs there were, how long they took and where they waited, of the templates whose data somebody manages. */
@Service
class Statistics {

    private static final int DAYS_MAX = 366;

    private final StatisticsStore store;
    private final Templates templates;

    Statistics(StatisticsStore store, Templates templates) {
        this.store = store;
        this.templates = templates;
    }

    /** @param nodes the slowest twenty */
    record StatisticsView(List<StateRow> states, List<DayRow> days, List<NodeView> nodes) {

        StatisticsView {
            states = List.copyOf(states);
            days = List.copyOf(days);
            nodes = List.copyOf(nodes);
        }
    }

    record NodeView(long templateId, String node, String name, int tasks, long meanSeconds) {}

    /** @param until included, as from is; both are days of the company */
    StatisticsView of(Actor actor, @Nullable Long template, LocalDate from, LocalDate until) {
        Limits.requireSpan(from, until, DAYS_MAX);
        Span span = new Span(
                actor.orgId(),
                scope(actor, template),
                from.atStartOfDay(actor.zone()).toInstant(),
                until.plusDays(1).atStartOfDay(actor.zone()).toInstant(),
                actor.zone());
        List<NodeView> nodes =
                store.byNode(span).stream().map(row -> node(actor, row)).toList();
        return new StatisticsView(store.byState(span), store.byDay(span), nodes);
    }

    private NodeView node(Actor actor, NodeRow row) {
        RouteNames names = new RouteNames(
                templates.get(actor.orgId(), row.templateId(), row.templateNo()).route());
        return new NodeView(row.templateId(), row.node(), names.name(row.node()), row.tasks(), row.meanSeconds());
    }

    private List<Long> scope(Actor actor, @Nullable Long template) {
        Set<Long> managed = templates.managedBy(actor);
        if (template == null) {
            return List.copyOf(managed);
        }
        return managed.contains(template) ? List.of(template) : List.of();
    }
}
