package org.qiao.customergroup;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.MessagingProblem;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.messaging.SharedGroups.GroupState;
import org.qiao.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Lets customers into groups; for programs that have checked who asks. Not within a transaction. */
@Service
public class GroupDoor {

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final CustomerConversations conversations;
    private final SharedGroups shared;
    private final CustomerGroupRules rules;
    private final Lower lower;
    private final Clock clock;

    GroupDoor(
            CustomerGroupStore store,
            GroupMemberStore members,
            CustomerConversations conversations,
            SharedGroups shared,
            CustomerGroupRules rules,
            Lower lower,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.conversations = conversations;
        this.shared = shared;
        this.rules = rules;
        this.lower = lower;
        this.clock = clock;
    }

    /** What opens groups and who has something to say about it. */
    @Component
    record Lower(Openings openings, GroupGates gates, ObjectProvider<JoinRule> joinRules) {}

    /** What a module above has to say before customers come into a group. A bean of this type is asked by itself. */
    public interface JoinRule {

        /**
         * @param customerIds contacts, or all contacts that turned out to be one person
         * @throws Problem refuses all of them
         */
        void require(long orgId, Collection<Long> customerIds);
    }

    /** A group that customers can come into. */
    public record GroupRoom(long groupId, String title, int members, int most) {

        public boolean hasRoom() {
            return members < most;
        }
    }

    /**
     * Somebody who is about to come.
     *
     * @param codeId by which code
     * @param by which employee brings him
     */
    public record Expected(
            long customerId,
            @Nullable Long codeId,
            @Nullable Long by,
            String state) {}

    /** What came of it. */
    public enum Entry {
        JOINED,
        ALREADY_IN,
        FULL,
        GONE
    }

    /** In the order asked for; dissolved ones and those that are being made are left out. */
    public List<GroupRoom> rooms(long orgId, Collection<Long> groupIds) {
        if (groupIds.isEmpty()) {
            return List.of();
        }
        Map<Long, CustomerGroup> groups =
                store.findAll(orgId, groupIds).stream().collect(Collectors.toMap(CustomerGroup::id, group -> group));
        Map<Long, GroupState> states = shared.states(
                orgId,
                groups.values().stream()
                        .map(CustomerGroup::conversationId)
                        .filter(Objects::nonNull)
                        .toList());
        int most = rules.most(orgId);
        return groupIds.stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .map(group -> room(group, states, most))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable GroupRoom room(CustomerGroup group, Map<Long, GroupState> states, int most) {
        Long conversation = group.conversationId();
        GroupState state = conversation == null ? null : states.get(conversation);
        return state == null ? null : new GroupRoom(group.id(), state.title(), state.members(), most);
    }

    /** In which of the groups a customer sits. */
    public Optional<Long> sits(long orgId, long customerId, Collection<Long> groupIds) {
        Map<Long, Long> groups = store.findAll(orgId, groupIds).stream()
                .filter(group -> group.conversationId() != null && !group.dissolved())
                .collect(Collectors.toMap(group -> Objects.requireNonNull(group.conversationId()), CustomerGroup::id));
        return shared.seatedIn(orgId, customerId, groups.keySet()).stream()
                .findFirst()
                .map(groups::get);
    }

    /** Refuses a person, under any of his contacts, whom the company wants in no group. */
    public void requireWelcome(long orgId, Collection<Long> customerIds) {
        lower.joinRules().forEach(rule -> rule.require(orgId, customerIds));
    }

    /** Counts under the group's lock: never one too many. */
    public Entry join(long orgId, long groupId, Expected expected) {
        CustomerGroup group = store.find(orgId, groupId).orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
        if (group.dissolved() || group.conversationId() == null) {
            return Entry.GONE;
        }
        members.expect(group, expected, clock.instant());
        try {
            boolean joined = conversations.join(orgId, group.conversation(), expected.customerId(), rules.most(orgId));
            return joined ? Entry.JOINED : Entry.ALREADY_IN;
        } catch (Problem problem) {
            if (problem.is(MessagingProblem.GROUP_FULL)) {
                return Entry.FULL;
            }
            if (problem.is(MessagingProblem.NOT_FOUND)) {
                return Entry.GONE;
            }
            throw problem;
        }
    }

    /**
     * One more group like another one: with its owner, staff, welcome and replies.
     *
     * @param key see {@link Openings.NewGroup}; by the owner of the other one
     */
    public long openLike(long orgId, long groupId, String key, String title) {
        CustomerGroup like = store.find(orgId, groupId).orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
        List<Long> staff = like.conversationId() == null
                ? like.first().staff()
                : shared.seats(orgId, like.conversation()).stream()
                        .filter(seat -> !seat.guest() && seat.id() != like.ownerId())
                        .map(GroupSeat::id)
                        .toList();
        CustomerGroup fresh = lower.openings()
                .open(new Openings.NewGroup(orgId, like.ownerId(), like.ownerId(), key, title, staff, List.of()))
                .group();
        if (fresh.version() == 1) {
            store.setRules(orgId, fresh.id(), like.rules());
            lower.gates().changed(fresh);
        }
        return fresh.id();
    }

    /** By which codes a customer came into groups in which he is. */
    public List<Long> codesOf(long orgId, long customerId) {
        return members.codesOf(orgId, customerId);
    }

    /** How many customers came by each code, counted once for each group. */
    public Map<Long, Integer> countCodes(long orgId, Collection<Long> codes) {
        return codes.isEmpty() ? Map.of() : members.countCodes(orgId, codes);
    }

    /**
     * A group that lives.
     *
     * @param customers how many sit in it
     */
    public record OwnedGroup(long groupId, long conversationId, long ownerId, String title, int customers) {}

    /** Those of the groups that live; others are left out. */
    public List<OwnedGroup> owned(long orgId, Collection<Long> groupIds) {
        return groupIds.isEmpty() ? List.of() : living(store.findAll(orgId, Set.copyOf(groupIds)));
    }

    /** The groups that these employees own, the newest first. */
    public List<OwnedGroup> ofOwners(long orgId, Collection<Long> owners, int most) {
        return owners.isEmpty()
                ? List.of()
                : living(store.list(orgId, owners, new CustomerGroupStore.Slice(Long.MAX_VALUE, null, most)));
    }

    /** Those of the conversations that are groups which live. */
    public List<OwnedGroup> ofConversations(long orgId, Collection<Long> conversationIds) {
        return conversationIds.isEmpty() ? List.of() : living(store.findConversations(orgId, conversationIds));
    }

    /** Those of the conversations that are or were groups with customers: one question for all companies. */
    public Set<Long> groupsAmong(Collection<Stretch> stretches) {
        return stretches.isEmpty() ? Set.of() : store.among(stretches);
    }

    private static List<OwnedGroup> living(List<CustomerGroup> groups) {
        return groups.stream()
                .filter(group -> group.conversationId() != null && !group.dissolved())
                .map(group -> new OwnedGroup(
                        group.id(), group.conversation(), group.ownerId(), group.title(), group.customers()))
                .toList();
    }

    /** Titles of groups, dissolved ones too. */
    public Map<Long, String> titles(long orgId, Collection<Long> groupIds) {
        return groupIds.isEmpty()
                ? Map.of()
                : store.findAll(orgId, Set.copyOf(groupIds)).stream()
                        .collect(Collectors.toMap(CustomerGroup::id, CustomerGroup::title));
    }

    /** Who owns a group. */
    public @Nullable Long owner(long orgId, long groupId) {
        return store.find(orgId, groupId).map(CustomerGroup::ownerId).orElse(null);
    }
}
