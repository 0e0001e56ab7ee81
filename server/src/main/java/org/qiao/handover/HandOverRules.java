package org.qiao.handover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverRule.Taker;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides about hand-overs, and who can take a customer now. */
@Service
class HandOverRules {

    private final HandOverSettingStore store;
    private final CustomerRules customers;
    private final CustomerRelations relations;
    private final HandOverAudit audit;
    private final Clock clock;

    HandOverRules(
            HandOverSettingStore store,
            CustomerRules customers,
            CustomerRelations relations,
            HandOverAudit audit,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.relations = relations;
        this.audit = audit;
        this.clock = clock;
    }

    HandOverSettings settings(long orgId) {
        return store.find(orgId).orElse(HandOverSettings.STANDARD);
    }

    @Transactional
    HandOverSettings set(Actor actor, HandOverSettings input) {
        requireAdmin(actor);
        HandOverSettings before = settings(actor.orgId());
        store.set(actor, input, clock.instant());
        audit.record(new Entry(
                actor.orgId(),
                actor.principalId(),
                AuditKind.SETTINGS,
                null,
                null,
                Map.of("before", before, "settings", input)));
        return input;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw HandoverProblem.NOT_ALLOWED.problem();
        }
    }

    Taker taker(long orgId, long takerId, long customerId) {
        return new Taker(
                takerId,
                !customers.eligible(orgId, List.of(takerId)).isEmpty(),
                relations.loads(orgId, List.of(takerId)).getOrDefault(takerId, 0),
                most(orgId),
                relations.findOpen(orgId, customerId, takerId).isPresent());
    }

    /** How many customers one employee may have. */
    int most(long orgId) {
        return customers.settings(orgId).perMember();
    }
}
