package org.qiao.archive;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.Customers;
import org.qiao.customer.CustomersMerged;
import org.qiao.customergroup.GroupJoined;
import org.qiao.messaging.CustomerLogs;
import org.qiao.messaging.Oversight;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps up with the groups of customers who ever agreed; events may come twice and in any order. */
@Component
class Rooms {

    private final RoomStore store;
    private final AnswerStore answers;
    private final Customers customers;
    private final CustomerLogs logs;
    private final Oversight oversight;

    Rooms(RoomStore store, AnswerStore answers, Customers customers, CustomerLogs logs, Oversight oversight) {
        this.store = store;
        this.answers = answers;
        this.customers = customers;
        this.logs = logs;
        this.oversight = oversight;
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(long orgId, long customerId) {
        List<Long> family = customers.family(orgId, customerId);
        if (answers.lock(orgId, family)) {
            store.put(orgId, customerId, groups(orgId, family));
        }
    }

    /** Groups in which he sits or sat. */
    private List<Long> groups(long orgId, Collection<Long> family) {
        return logs.places(orgId, family).stream()
                .filter(place -> !place.thread())
                .map(CustomerLogs.Place::conversationId)
                .toList();
    }

    /** The employees who sit in his groups. */
    Set<Long> staff(long orgId, Collection<Long> family) {
        return oversight.stays(orgId, groups(orgId, family), List.of()).stream()
                .filter(stay -> stay.window().until() == null)
                .map(Oversight.Stay::principalId)
                .collect(Collectors.toSet());
    }

    @ApplicationModuleListener
    void on(GroupJoined joined) {
        renew(joined.orgId(), joined.customerId());
    }

    @ApplicationModuleListener
    void on(CustomersMerged merged) {
        renew(merged.orgId(), merged.keptId());
        renew(merged.orgId(), merged.goneId());
    }
}
