package org.qiao.moment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.Pair;
import org.qiao.customer.Customers;
import org.qiao.customer.RelationEnd;
import org.qiao.customerprofile.TaggedRelations;
import org.qiao.moment.FeedStore.FeedReader;
import org.qiao.moment.FeedStore.Reach;
import org.springframework.stereotype.Component;

/**
 * Whom a customer knows: whoever serves him, and whoever served him until somebody else took over, up to that day. Whoever ended the
 * contact, or with whom it was ended, is not among them.
 */
@Component
class Acquaintances {

    private static final int AUTHORS = 100;

    private final CustomerRelations relations;
    private final Customers customers;
    private final TaggedRelations tagged;
    private final FeedStore store;

    Acquaintances(CustomerRelations relations, Customers customers, TaggedRelations tagged, FeedStore store) {
        this.relations = relations;
        this.customers = customers;
        this.tagged = tagged;
        this.store = store;
    }

    /**
     * A relation as moments see it.
     *
     * @param until what is published later is not for him
     */
    record Seat(CustomerRelation relation, Instant until) {

        static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

        boolean isOpen() {
            return relation.isOpen();
        }
    }

    /** A customer who reads: his own ids, whom he knows, and what he may read of them. */
    record GuestReader(Guest guest, Set<Long> family, Map<Long, Seat> seats, List<Reach> reaches) {

        FeedReader feed() {
            return new FeedReader(guest.orgId(), family, reaches);
        }

        boolean knowsNow(long authorId) {
            return Objects.requireNonNull(seats.get(authorId)).isOpen();
        }
    }

    GuestReader reader(Guest guest) {
        Map<Long, Seat> seats = seats(relations.ofCustomer(guest.orgId(), guest.id()));
        Map<Long, Set<Long>> tags = tagged.tags(
                guest.orgId(),
                seats.values().stream().map(seat -> seat.relation().id()).toList());
        List<Reach> reaches = store
                .channels(guest.orgId(), seats.keySet(), channel -> {
                    Seat seat = Objects.requireNonNull(seats.get(channel.authorId()));
                    return channel.choice()
                            .admits(tags.getOrDefault(seat.relation().id(), Set.of()));
                })
                .stream()
                .map(channel -> new Reach(
                        channel.id(),
                        Objects.requireNonNull(seats.get(channel.authorId())).until()))
                .toList();
        return new GuestReader(guest, Set.copyOf(customers.family(guest.orgId(), guest.id())), seats, reaches);
    }

    /** By author, open ones first. */
    static Map<Long, Seat> seats(List<CustomerRelation> newestFirst) {
        Map<Long, Seat> seats = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(CustomerRelation::isOpen)
                .limit(AUTHORS)
                .forEach(relation -> seats.put(relation.memberId(), new Seat(relation, Seat.ALWAYS)));
        for (CustomerRelation relation : newestFirst) {
            Instant closed = relation.closedAt();
            if (relation.endReason() == RelationEnd.HANDED_OVER && closed != null && seats.size() < AUTHORS) {
                seats.putIfAbsent(relation.memberId(), new Seat(relation, closed));
            }
        }
        return seats;
    }

    /**
     * Other customers, as those see them who know the same employee.
     *
     * @param names by any of a customer's ids
     * @param current the contact that an id stands for now
     */
    record Faces(Map<Long, String> names, Map<Long, Long> current, Set<Pair> pairs) {

        /** The name of who knows the employee still; null for everybody else. */
        @Nullable
        String of(long customerId, long authorId) {
            Long now = current.get(customerId);
            return now != null && pairs.contains(new Pair(now, authorId)) ? names.get(customerId) : null;
        }
    }

    Faces faces(long orgId, Collection<Long> ids, Collection<Long> authors) {
        Map<Long, String> names = new HashMap<>();
        Map<Long, Long> current = new HashMap<>();
        customers.findAll(orgId, Set.copyOf(ids)).forEach(customer -> names.put(customer.id(), customer.name()));
        customers.currents(orgId, names.keySet()).forEach((id, customer) -> current.put(id, customer.id()));
        List<Long> now = new ArrayList<>(current.values());
        return new Faces(
                names,
                current,
                relations.openAmong(orgId, now, authors).stream().collect(Collectors.toSet()));
    }
}
