package org.qiao.customergroup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.customer.CustomersMerged;
import org.qiao.customergroup.GroupMergeStore.MovedPlace;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Hints;
import org.qiao.messaging.SharedGroups;
import org.qiao.platform.AfterCommit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two contacts turned out to be one person: his places in groups are the kept one's. Taken apart they go back. */
@Component
class GroupMerges {

    private final GroupMergeStore store;
    private final CustomerGroupStore groups;
    private final GroupMemberStore members;
    private final SharedGroups shared;
    private final CustomerConversations conversations;
    private final After after;
    private final TransactionTemplate transaction;

    GroupMerges(
            GroupMergeStore store,
            CustomerGroupStore groups,
            GroupMemberStore members,
            SharedGroups shared,
            CustomerConversations conversations,
            After after,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.groups = groups;
        this.members = members;
        this.shared = shared;
        this.conversations = conversations;
        this.after = after;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who has to look again. */
    @Component("customergroupAfter")
    record After(Hints hints, GroupGates gates) {}

    @ApplicationModuleListener
    void on(CustomersMerged merged) {
        if (merged.undone()) {
            takeApart(merged);
        } else {
            join(merged);
        }
        AfterCommit.run(() -> after.hints()
                .tell(List.of(merged.keptId(), merged.goneId()), Hints.TO_CUSTOMERS, merged.keptId(), "GROUP"));
    }

    private void join(CustomersMerged merged) {
        List<Long> ids = members.groupsOf(merged.orgId(), merged.goneId());
        Set<Long> kept = Set.copyOf(members.groupsOf(merged.orgId(), merged.keptId()));
        for (CustomerGroup group : groups.findAll(merged.orgId(), ids)) {
            if (!group.dissolved()) {
                store.note(merged.orgId(), merged.mergeId(), new MovedPlace(group.id(), kept.contains(group.id())));
                move(group, merged.goneId(), merged.keptId());
            }
        }
    }

    private void takeApart(CustomersMerged merged) {
        for (MovedPlace place : store.take(merged.orgId(), merged.mergeId())) {
            Optional<CustomerGroup> group =
                    groups.find(merged.orgId(), place.groupId()).filter(found -> !found.dissolved());
            group.ifPresent(found -> {
                if (place.bothIn()) {
                    conversations.join(merged.orgId(), found.conversation(), merged.goneId(), Integer.MAX_VALUE);
                } else {
                    move(found, merged.keptId(), merged.goneId());
                }
            });
        }
    }

    /** May be repeated: a place that is empty moves nowhere. */
    void move(CustomerGroup group, long from, long to) {
        shared.replaceCustomer(group.orgId(), group.conversation(), from, to);
        transaction.executeWithoutResult(status -> {
            groups.lock(group.orgId(), group.id());
            store.move(group, from, to);
        });
        AfterCommit.run(() -> after.gates().changed(group));
    }
}
