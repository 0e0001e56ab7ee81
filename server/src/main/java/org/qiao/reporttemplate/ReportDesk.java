package org.qiao.reporttemplate;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.reporttemplate.ReportTemplateRequests.ReportAccessRequest;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates as their editors keep them: the list, who may what, stopping and deleting. */
@Service
class ReportDesk {

    private final ReportTemplateStore store;
    private final ReportShipping shipping;
    private final Members members;
    private final Audiences audiences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportDesk(
            ReportTemplateStore store,
            ReportShipping shipping,
            Members members,
            Audiences audiences,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.shipping = shipping;
        this.members = members;
        this.audiences = audiences;
        this.events = events;
        this.clock = clock;
    }

    /** All of them for administrators, their own for managers; for everybody else there is nothing to see. */
    @Transactional
    public Page<ReportTemplateView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit, Limits.PAGE_MAX, Limits.PAGE_MAX);
        long from = Limits.key(after, 0);
        shipping.ensure(actor.orgId());
        List<ReportTemplate> mine = store.list(actor.orgId()).stream()
                .filter(template -> template.mayBeEditedBy(actor))
                .toList();
        if (mine.isEmpty() && !actor.isAdmin()) {
            throw ReporttemplateProblem.NOT_ALLOWED.problem();
        }
        List<ReportTemplate> behind = from == 0
                ? mine
                : mine.stream()
                        .dropWhile(template -> template.id() != from)
                        .skip(1)
                        .toList();
        Page<ReportTemplate> page =
                Page.cut(behind.stream().limit(size + 1L).toList(), size, template -> Long.toString(template.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    ReportTemplateView get(Actor actor, long id) {
        return views(actor, List.of(require(actor, id))).getFirst();
    }

    /** The template, for somebody who may edit it. */
    ReportTemplate require(Actor actor, long id) {
        ReportTemplate template = store.find(actor.orgId(), id)
                .filter(found -> found.state() != ReportTemplate.State.DELETED)
                .orElseThrow(ReporttemplateProblem.NOT_FOUND::problem);
        if (!template.mayBeEditedBy(actor)) {
            throw ReporttemplateProblem.NOT_ALLOWED.problem();
        }
        return template;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ReporttemplateProblem.NOT_ALLOWED.problem();
        }
    }

    /** The same, with the row locked: two editors take turns. */
    ReportTemplate lock(Actor actor, long id) {
        store.lock(actor.orgId(), id);
        return require(actor, id);
    }

    @Transactional
    public ReportTemplateView setState(Actor actor, long id, ReportTemplate.State state) {
        ReportTemplate template = lock(actor, id);
        if (state == ReportTemplate.State.DELETED) {
            requireAdmin(actor);
        }
        store.setState(actor.orgId(), id, state, clock.instant());
        events.publishEvent(new ReportTemplateChanged(actor.orgId(), id));
        return views(actor, List.of(store.find(actor.orgId(), template.id()).orElseThrow()))
                .getFirst();
    }

    @Transactional
    public ReportTemplateView setAccess(Actor actor, long id, ReportAccessRequest access) {
        ReportTemplate before = lock(actor, id);
        if (!before.managers().equals(access.managers())
                || !before.dataManagers().equals(access.dataManagers())) {
            requireAdmin(actor);
        }
        Set<Long> people = new HashSet<>(access.managers());
        people.addAll(access.dataManagers());
        people.removeAll(before.managers());
        people.removeAll(before.dataManagers());
        boolean known = audiences.isKnown(actor, access.write(), ReportContents.named(before.write()))
                && members.present(actor, people).size() == people.size();
        if (!known) {
            throw ReporttemplateProblem.UNKNOWN_SELECTION.problem();
        }
        store.setAccess(actor.orgId(), id, access, clock.instant());
        return get(actor, id);
    }

    @Transactional
    public void arrange(Actor actor, List<Long> ids) {
        requireAdmin(actor);
        Set<Long> known =
                store.list(actor.orgId()).stream().map(ReportTemplate::id).collect(Collectors.toSet());
        if (!known.containsAll(ids) || new HashSet<>(ids).size() < ids.size()) {
            throw ReporttemplateProblem.NOT_FOUND.problem();
        }
        store.arrange(actor.orgId(), ids);
    }

    private List<ReportTemplateView> views(Actor actor, List<ReportTemplate> templates) {
        Set<Long> people = new HashSet<>();
        templates.forEach(template -> {
            people.addAll(template.managers());
            people.addAll(template.dataManagers());
        });
        Map<Long, Card> cards = members.cardsById(actor, people);
        return templates.stream()
                .map(template -> new ReportTemplateView(
                        template.id(),
                        template.name(),
                        template.icon(),
                        template.description(),
                        template.state(),
                        template.shippedKey(),
                        template.version(),
                        template.cycle(),
                        template.write(),
                        cards(cards, template.managers()),
                        cards(cards, template.dataManagers()),
                        template.updatedAt()))
                .toList();
    }

    private static List<Card> cards(Map<Long, Card> known, Collection<Long> ids) {
        return ids.stream().sorted().map(known::get).filter(Objects::nonNull).toList();
    }
}
