package org.qiao.approvaltemplate;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates as their editors keep them: the list, who may what, stopping and deleting. */
@Service
class ManagedTemplates {

    private final TemplateStore store;
    private final TemplateShipping shipping;
    private final Members members;
    private final Departments departments;
    private final Roles roles;
    private final Clock clock;

    ManagedTemplates(
            TemplateStore store,
            TemplateShipping shipping,
            Members members,
            Departments departments,
            Roles roles,
            Clock clock) {
        this.store = store;
        this.shipping = shipping;
        this.members = members;
        this.departments = departments;
        this.roles = roles;
        this.clock = clock;
    }

    /** All of them for administrators, their own for managers. */
    @Transactional
    Page<TemplateView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit, Limits.PAGE_MAX, Limits.PAGE_MAX);
        long from = Limits.key(after, 0);
        if (!actor.isAdmin()) {
            TemplateRule.requireSome(actor, store.list(actor.orgId()));
        }
        shipping.ensure(actor.orgId());
        List<TemplateRow> rows = store.list(actor.orgId()).stream()
                .filter(row -> TemplateRule.mayEdit(actor, row))
                .toList();
        Page<TemplateRow> page =
                Page.cut(behind(rows, from).stream().limit(size + 1L).toList(), size, row -> Long.toString(row.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    private static List<TemplateRow> behind(List<TemplateRow> rows, long after) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id() == after) {
                return rows.subList(i + 1, rows.size());
            }
        }
        return after == 0 ? rows : List.of();
    }

    TemplateView get(Actor actor, long id) {
        return view(actor, require(actor, id));
    }

    /** The template, for somebody who may edit it. */
    TemplateRow require(Actor actor, long id) {
        TemplateRow row = store.find(actor.orgId(), id)
                .filter(found -> found.state() != TemplateState.DELETED)
                .orElseThrow(ApprovaltemplateProblem.NOT_FOUND::problem);
        TemplateRule.requireEdit(actor, row);
        return row;
    }

    /** The same, with the row locked: two editors take turns. */
    TemplateRow lock(Actor actor, long id) {
        store.lock(actor.orgId(), id);
        return require(actor, id);
    }

    @Transactional
    TemplateView setState(Actor actor, long id, TemplateState state) {
        TemplateRow row = lock(actor, id);
        if (state == TemplateState.DELETED) {
            TemplateRule.requireAdmin(actor);
        }
        store.setState(actor.orgId(), row.id(), state, clock.instant());
        return view(actor, store.find(actor.orgId(), id).orElseThrow());
    }

    @Transactional
    TemplateView setAccess(Actor actor, long id, TemplateAccessRequest access) {
        TemplateRow before = lock(actor, id);
        boolean powers = !before.managers().equals(access.managers())
                || !before.dataManagers().equals(access.dataManagers());
        if (powers) {
            TemplateRule.requireAdmin(actor);
        }
        requireKnown(actor, before, access);
        store.setAccess(actor.orgId(), id, access, clock.instant());
        return get(actor, id);
    }

    /** Who was named before may have left and stay named. */
    private void requireKnown(Actor actor, TemplateRow before, TemplateAccessRequest access) {
        StartRange.StartExcept except = access.start().excepted();
        Set<Long> people = union(access.start().members(), except.members(), access.managers(), access.dataManagers());
        people.removeAll(union(
                before.start().members(),
                before.start().excepted().members(),
                before.managers(),
                before.dataManagers()));
        Set<Long> places = union(access.start().departments(), except.departments());
        boolean known = members.present(actor, people).size() == people.size()
                && departments.names(actor.orgId(), places).size() == places.size()
                && roles.exist(actor.orgId(), union(access.start().roles(), except.roles()));
        if (!known) {
            throw ApprovaltemplateProblem.UNKNOWN_SELECTION.problem();
        }
    }

    @SafeVarargs
    private static Set<Long> union(Set<Long>... sets) {
        Set<Long> all = new HashSet<>();
        for (Set<Long> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    TemplateView view(Actor actor, TemplateRow row) {
        return views(actor, List.of(row)).getFirst();
    }

    private List<TemplateView> views(Actor actor, List<TemplateRow> rows) {
        Set<Long> people = new HashSet<>();
        rows.forEach(row -> {
            people.addAll(row.managers());
            people.addAll(row.dataManagers());
        });
        Map<Long, Card> cards = members.cardsById(actor, people);
        return rows.stream()
                .map(row -> new TemplateView(
                        row.id(),
                        row.name(),
                        row.icon(),
                        row.description(),
                        row.groupId(),
                        row.state(),
                        row.shippedKey(),
                        row.version() == 0 ? null : row.version(),
                        row.isChanged(),
                        row.start(),
                        cards(cards, row.managers()),
                        cards(cards, row.dataManagers()),
                        row.updatedAt()))
                .toList();
    }

    private static List<Card> cards(Map<Long, Card> known, Collection<Long> ids) {
        return ids.stream().sorted().map(known::get).filter(Objects::nonNull).toList();
    }
}
