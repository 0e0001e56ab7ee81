package org.qiao.customergroup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.qiao.customergroup.CustomerGroupStore.Slice;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.MessagingProblem;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupState;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;

/** Groups of somebody who is there no more go to whoever takes over; for programs that have checked who asks. */
@Service
public class GroupHandOvers {

    private final CustomerGroupStore store;
    private final SharedGroups shared;
    private final CustomerConversations conversations;
    private final GroupLog log;

    GroupHandOvers(CustomerGroupStore store, SharedGroups shared, CustomerConversations conversations, GroupLog log) {
        this.store = store;
        this.shared = shared;
        this.conversations = conversations;
        this.log = log;
    }

    /** A group that somebody owns. */
    public record OwnedGroup(long id, String title, int members, int customers) {}

    /** How many groups each of them owns; who owns none is left out. */
    public Map<Long, Integer> counts(long orgId, Collection<Long> members) {
        return members.isEmpty() ? Map.of() : store.countOfOwners(orgId, members);
    }

    /** Newest first. */
    public List<OwnedGroup> list(long orgId, long ownerId, long before, int limit) {
        List<CustomerGroup> groups = store.list(orgId, Set.of(ownerId), new Slice(before, null, limit));
        Map<Long, GroupState> states = shared.states(
                orgId,
                groups.stream()
                        .map(CustomerGroup::conversationId)
                        .filter(Objects::nonNull)
                        .toList());
        return groups.stream()
                .map(group -> {
                    Long conversation = group.conversationId();
                    GroupState state = conversation == null ? null : states.get(conversation);
                    int members = state == null ? 0 : state.members();
                    return new OwnedGroup(group.id(), group.title(), members, group.customers());
                })
                .toList();
    }

    /**
     * The next one owns the group and is brought in; who owned it is taken out. Not within a transaction; repeats are harmless.
     *
     * @param by who decides it
     * @return false when the group is not, or not any more, of who owned it
     */
    public boolean give(Actor by, long groupId, long from, long to) {
        CustomerGroup group = store.find(by.orgId(), groupId)
                .filter(found -> found.ownerId() == from && !found.dissolved() && found.conversationId() != null)
                .orElse(null);
        if (group == null || from == to) {
            return false;
        }
        try {
            shared.setOwner(by, group.conversation(), to);
            conversations.remove(by, group.conversation(), from);
        } catch (Problem problem) {
            if (problem.is(MessagingProblem.NOT_FOUND)) {
                return false;
            }
            throw problem;
        }
        log.read(by.orgId(), groupId);
        return true;
    }
}
