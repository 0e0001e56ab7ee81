package org.qiao.handover;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customers;
import org.qiao.handover.LeaverStore.Leaver;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Whose customers somebody may give away: administrators everybody's, leads those of their people, also of people who have left. */
@Component
class Standing {

    private final Customers customers;
    private final LeaverStore leavers;

    Standing(Customers customers, LeaverStore leavers) {
        this.customers = customers;
        this.leavers = leavers;
    }

    /** For one; for several ask {@link #managed} once. */
    boolean manages(Actor actor, long memberId) {
        if (actor.isAdmin()) {
            return true;
        }
        Set<Long> led = customers.ledBy(actor);
        if (led.contains(memberId)) {
            return true;
        }
        Optional<Long> lead = leavers.find(actor.orgId(), memberId).map(Leaver::leadId);
        return lead.filter(id -> id == actor.principalId() || led.contains(id)).isPresent();
    }

    /** Whose leavers he looks after: null for all of the company. */
    @Nullable
    Set<Long> leads(Actor actor) {
        if (actor.isAdmin()) {
            return null;
        }
        Set<Long> leads = new HashSet<>(customers.ledBy(actor));
        leads.add(actor.principalId());
        return leads;
    }

    /** Whose customers he may give away: null for everybody's. */
    @Nullable
    Set<Long> managed(Actor actor) {
        Set<Long> leads = leads(actor);
        if (leads == null) {
            return null;
        }
        Set<Long> people = new HashSet<>(leads);
        people.remove(actor.principalId()); // he leads leavers, not himself
        people.addAll(leavers.ofLeads(actor.orgId(), leads));
        return people;
    }

    /** @param people null: everybody */
    static boolean includes(@Nullable Set<Long> people, long memberId) {
        return people == null || people.contains(memberId);
    }

    /** A leaver whom the actor looks after; for everybody else there is none. */
    Leaver require(Actor actor, long memberId) {
        Leaver leaver = leavers.find(actor.orgId(), memberId).orElseThrow(HandoverProblem.NOT_FOUND::problem);
        if (!manages(actor, memberId)) {
            throw HandoverProblem.NOT_FOUND.problem();
        }
        return leaver;
    }
}
