package org.qiao.groupguard;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customers;
import org.qiao.customergroup.CustomergroupProblem;
import org.qiao.customergroup.GroupDoor.JoinRule;
import org.qiao.customergroup.GroupTasks;
import org.qiao.groupguard.GroupBlockStore.Blocked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The company's block list: whoever stands on it is taken out of every group and comes into none. His chat with employees stays. */
@Component
class GroupBlocks implements JoinRule {

    private final GroupBlockStore store;
    private final Customers customers;
    private final GroupTasks tasks;
    private final Clock clock;

    GroupBlocks(GroupBlockStore store, Customers customers, GroupTasks tasks, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void require(long orgId, Collection<Long> customerIds) {
        if (!customerIds.isEmpty() && store.any(orgId, customerIds)) {
            throw CustomergroupProblem.BLOCKED.problem();
        }
    }

    /**
     * In the caller's transaction; a repeat changes nothing. Whoever turned out to be somebody else sits in his groups as that one.
     *
     * @param by null: a rule
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(long orgId, long customerId, @Nullable Long by, String reason) {
        store.put(orgId, new Blocked(customerId, by, reason, clock.instant()));
        Set<Long> himself = new HashSet<>(Set.of(customerId));
        customers.currents(orgId, Set.of(customerId)).values().forEach(now -> himself.add(now.id()));
        himself.forEach(id -> tasks.removeEverywhere(orgId, id));
    }

    /** Under whichever of his contacts; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean delete(long orgId, long customerId) {
        return store.delete(orgId, customers.family(orgId, customerId));
    }

    List<Blocked> list(long orgId, long before, int limit) {
        return store.list(orgId, before, limit);
    }
}
