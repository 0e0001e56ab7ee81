package org.qiao.customerguard;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.customerguard.AlertStore.Alert;
import org.qiao.customerguard.GuardViews.GuardAlertView;
import org.qiao.customerguard.HitListStore.Sight;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts for whoever may see them, and what the company wants to be alerted of. */
@Service
class Alerts {

    private final AlertStore store;
    private final GuardSettingStore settings;
    private final GuardSight sight;
    private final GuardRules rules;
    private final Members members;
    private final Customers customers;
    private final Clock clock;

    Alerts(
            AlertStore store,
            GuardSettingStore settings,
            GuardSight sight,
            GuardRules rules,
            Members members,
            Customers customers,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.sight = sight;
        this.rules = rules;
        this.members = members;
        this.customers = customers;
        this.clock = clock;
    }

    /** Newest first: administrators all, leads those of whom they lead. */
    @Transactional(readOnly = true)
    public Page<GuardAlertView> list(
            Actor actor, AlertStore.Filter filter, @Nullable String after, @Nullable Integer limit) {
        Sight mine = sight.of(actor);
        if (!mine.all() && mine.members().isEmpty()) {
            throw CustomerguardProblem.NOT_ALLOWED.problem();
        }
        int size = Limits.page(limit);
        Page<Alert> page = Page.cut(
                store.list(mine, filter, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                alert -> Long.toString(alert.id()));
        Map<Long, Card> people = members.cardsById(
                actor.orgId(), page.items().stream().map(Alert::memberId).toList());
        Map<Long, CustomerCard> known = customers.cardsById(
                actor.orgId(),
                page.items().stream()
                        .map(Alert::customerId)
                        .filter(Objects::nonNull)
                        .toList());
        return page.map(alert -> new GuardAlertView(
                alert.id(),
                alert.kind(),
                Objects.requireNonNull(people.get(alert.memberId())),
                known.get(alert.customerId()),
                alert.conversationId(),
                alert.messages(),
                alert.at()));
    }

    @Transactional(readOnly = true)
    public GuardSettings settings(Actor actor) {
        GuardRules.requireAdmin(actor);
        return of(actor.orgId());
    }

    GuardSettings of(long orgId) {
        return settings.find(orgId).orElse(GuardSettings.STANDARD);
    }

    @Transactional
    public GuardSettings set(Actor actor, GuardSettings input) {
        GuardRules.requireAdmin(actor);
        rules.requirePeople(actor, input.people(), of(actor.orgId()).people());
        settings.set(actor, input, clock.instant());
        return input;
    }
}
