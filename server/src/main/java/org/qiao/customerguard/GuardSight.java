package org.qiao.customerguard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qiao.customer.Customers;
import org.qiao.customerguard.GuardViews.GuardRights;
import org.qiao.customerguard.GuardViews.GuardRuleName;
import org.qiao.customerguard.HitListStore.Sight;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees what: administrators all, leads what concerns whom they lead, a rule's people what the rule found. Excerpts are for a
 * rule's people only: to administer is not to read.
 */
@Component
class GuardSight {

    private final RuleStore rules;
    private final Customers customers;

    GuardSight(RuleStore rules, Customers customers) {
        this.rules = rules;
        this.customers = customers;
    }

    Sight of(Actor actor) {
        return new Sight(
                actor.orgId(),
                actor.isAdmin(),
                rules.ofPerson(actor),
                actor.isAdmin() ? Set.of() : customers.ledBy(actor));
    }

    /** Refuses whoever sees nothing at all. */
    Sight require(Actor actor) {
        Sight sight = of(actor);
        if (sight.isNothing()) {
            throw CustomerguardProblem.NOT_ALLOWED.problem();
        }
        return sight;
    }

    @Transactional(readOnly = true)
    public GuardRights rights(Actor actor) {
        Sight sight = of(actor);
        Set<Long> mine = new HashSet<>(sight.rules());
        boolean some = sight.all() || !sight.members().isEmpty();
        List<GuardRuleName> names = sight.isNothing()
                ? List.of()
                : rules.list(actor.orgId()).stream()
                        .filter(rule -> some || mine.contains(rule.id()))
                        .map(GuardSight::name)
                        .toList();
        return new GuardRights(actor.isAdmin(), !sight.isNothing(), some, names);
    }

    static GuardRuleName name(GuardRule rule) {
        return new GuardRuleName(rule.id(), rule.name(), rule.action());
    }
}
