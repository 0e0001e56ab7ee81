package org.qiao.customergroup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qiao.account.Guests;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/**
 * What is asked before every message: which company has groups with customers, and who may not write in which. Kept in memory; whoever
 * changes something says so after his commit.
 */
@Service
public class GroupGates implements SmartInitializingSingleton {

    private static final int GROUPS_MAX = 20_000;
    private static final int PEOPLE_MAX = 200_000;

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final Guests guests;
    private final Clock clock;
    private final Set<Long> companies = ConcurrentHashMap.newKeySet();
    private final Cache<Key, Optional<Gate>> gates =
            Caffeine.newBuilder().maximumSize(GROUPS_MAX).build();

    /** Whether somebody is a customer never changes. */
    private final Cache<Key, Boolean> customers =
            Caffeine.newBuilder().maximumSize(PEOPLE_MAX).build();

    GroupGates(CustomerGroupStore store, GroupMemberStore members, Guests guests, Clock clock) {
        this.store = store;
        this.members = members;
        this.guests = guests;
        this.clock = clock;
    }

    private record Key(long orgId, long id) {}

    /** @param muted until when, by customer; who is not muted any more may be among them */
    public record Gate(long groupId, boolean mutedAll, Map<Long, Instant> muted) {

        boolean isOpen() {
            return !mutedAll && muted.isEmpty();
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        companies.addAll(store.companies());
    }

    /** From memory only. */
    public boolean hasGroups(long orgId) {
        return companies.contains(orgId);
    }

    /** A look-up by key at most; nothing for a conversation that is no group with customers. */
    public Optional<Gate> find(long orgId, long conversationId) {
        return Objects.requireNonNull(gates.get(
                new Key(orgId, conversationId),
                key -> store.findConversation(key.orgId(), key.id())
                        .map(group -> new Gate(
                                group.id(), group.rules().mutedAll(), members.muted(group, clock.instant())))));
    }

    /** A look-up by key at most. */
    public boolean isCustomer(long orgId, long principalId) {
        return customers.get(
                new Key(orgId, principalId),
                key -> guests.find(key.orgId(), key.id()).isPresent());
    }

    /** After the commit. */
    void opened(long orgId, long conversationId) {
        companies.add(orgId);
        gates.invalidate(new Key(orgId, conversationId));
    }

    /** After the commit. */
    void changed(CustomerGroup group) {
        Long conversation = group.conversationId();
        if (conversation != null) {
            gates.invalidate(new Key(group.orgId(), conversation));
        }
    }
}
