package org.qiao.customergroup;

import java.util.List;
import java.util.Optional;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a group's log on, in its order and each entry once, under the lock of the group's row: who came and went, what was said. It
 * is the only one who writes these down, so nothing is counted twice, whoever changed the group and however.
 */
@Component
class GroupLog {

    private static final int AT_ONCE = 500;

    private final CustomerGroupStore store;
    private final SharedGroups shared;
    private final GroupMoves moves;
    private final GroupTalk talk;

    GroupLog(CustomerGroupStore store, SharedGroups shared, GroupMoves moves, GroupTalk talk) {
        this.store = store;
        this.shared = shared;
        this.moves = moves;
        this.talk = talk;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean read(long orgId, long groupId) {
        Optional<CustomerGroup> found =
                store.lock(orgId, groupId).filter(group -> group.conversationId() != null && !group.dissolved());
        if (found.isEmpty()) {
            return false;
        }
        CustomerGroup group = found.get();
        List<GroupEntry> entries = shared.entries(orgId, group.conversation(), group.logSeq(), AT_ONCE);
        if (entries.isEmpty()) {
            return false;
        }
        long seq = entries.getLast().seq();
        if (!moves.apply(group, entries, seq)) {
            store.readOn(orgId, groupId, seq);
        }
        talk.count(group, entries);
        return entries.size() == AT_ONCE;
    }
}
