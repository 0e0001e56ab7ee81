package org.qiao.grouptold;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.account.Guest;
import org.qiao.customer.Customers;
import org.qiao.customergroup.VisitGroups;
import org.qiao.messaging.News.Key;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups of which a customer wants to hear nothing; contacts that turned out to be him have decided for him, too. */
@Service
class ToldQuiets {

    private final ToldQuietStore store;
    private final VisitGroups groups;
    private final Customers customers;
    private final Clock clock;

    ToldQuiets(ToldQuietStore store, VisitGroups groups, Customers customers, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.customers = customers;
        this.clock = clock;
    }

    /** @param quiet nothing of this group is told while his page is closed */
    record VisitGroupTelling(boolean quiet) {}

    VisitGroupTelling get(Guest guest, long groupId) {
        long conversation = conversation(guest, groupId);
        return new VisitGroupTelling(!store.among(guest.orgId(), family(guest), List.of(conversation))
                .isEmpty());
    }

    @Transactional
    public VisitGroupTelling set(Guest guest, long groupId, boolean quiet) {
        long conversation = conversation(guest, groupId);
        if (quiet) {
            store.add(guest.orgId(), new Key(guest.id(), conversation), clock.instant());
        } else {
            store.remove(guest.orgId(), family(guest), conversation);
        }
        return new VisitGroupTelling(quiet);
    }

    /** Refused like a missing one when he does not sit there. */
    private long conversation(Guest guest, long groupId) {
        return groups.get(guest.orgId(), guest.id(), groupId).conversationId();
    }

    private List<Long> family(Guest guest) {
        return customers.family(guest.orgId(), guest.id());
    }

    /** Those of the keys that are quiet. */
    Set<Key> among(long orgId, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Map<Long, List<Long>> families =
                customers.families(orgId, keys.stream().map(Key::principalId).collect(Collectors.toSet()));
        Set<Long> everybody = new HashSet<>();
        families.values().forEach(everybody::addAll);
        Set<Key> quiet = store.among(
                orgId, everybody, keys.stream().map(Key::conversationId).collect(Collectors.toSet()));
        return keys.stream()
                .filter(key -> families.getOrDefault(key.principalId(), List.of()).stream()
                        .anyMatch(id -> quiet.contains(new Key(id, key.conversationId()))))
                .collect(Collectors.toSet());
    }
}
