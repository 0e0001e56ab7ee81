package org.qiao.customercare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customers;
import org.qiao.directory.Departments;
import org.qiao.handover.LeaverLeads;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Whose waiting customers and numbers somebody may see: his own, those of whom he leads or led until they left, all. */
@Component
class CareStanding {

    private static final int PEOPLE_MAX = 200_000;

    private final Customers customers;
    private final LeaverLeads leavers;
    private final Departments departments;

    CareStanding(Customers customers, LeaverLeads leavers, Departments departments) {
        this.customers = customers;
        this.leavers = leavers;
        this.departments = departments;
    }

    List<CareScope> scopes(Actor actor) {
        List<CareScope> scopes = new ArrayList<>(List.of(CareScope.MINE));
        if (!team(actor).isEmpty()) {
            scopes.add(CareScope.TEAM);
        }
        if (actor.isAdmin()) {
            scopes.add(CareScope.ALL);
        }
        return scopes;
    }

    /** Null: everybody. Refuses whoever may not see them; a team without anybody is nobody. */
    @Nullable
    Set<Long> people(Actor actor, CareScope scope) {
        return switch (scope) {
            case MINE -> Set.of(actor.principalId());
            case TEAM -> team(actor);
            case ALL -> {
                CareRules.requireAdmin(actor);
                yield null;
            }
        };
    }

    /** The same, only those in a department and below it. */
    @Nullable
    Set<Long> people(Actor actor, CareScope scope, @Nullable Long department) {
        Set<Long> people = people(actor, scope);
        if (department == null) {
            return people;
        }
        if (!departments.exists(actor.orgId(), department)) {
            throw CustomercareProblem.NOT_FOUND.problem();
        }
        Set<Long> inside = new HashSet<>(departments.memberIds(actor.orgId(), List.of(department), PEOPLE_MAX));
        if (people != null) {
            inside.retainAll(people);
        }
        return inside;
    }

    private Set<Long> team(Actor actor) {
        Set<Long> team = new HashSet<>(customers.ledBy(actor));
        Set<Long> leads = new HashSet<>(team);
        leads.add(actor.principalId());
        team.addAll(leavers.ledBy(actor.orgId(), leads));
        return team;
    }

    /** Whoever serves, helps out or leads one of them may act for the customer; for everybody else the thread is not there. */
    void requireConcerned(Actor actor, CareThread thread) {
        long server = thread.place().serverId();
        boolean own = server == actor.principalId() || thread.responsible() == actor.principalId();
        if (!own && !actor.isAdmin() && !team(actor).contains(server)) {
            throw CustomercareProblem.NOT_FOUND.problem();
        }
    }
}
