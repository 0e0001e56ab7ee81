package org.qiao.customerprofile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerChanged;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customer.CustomersMerged;
import org.qiao.customer.RelationChanged;
import org.qiao.customer.RelationClosed;
import org.qiao.customer.RelationEnd;
import org.qiao.customer.RelationOpened;
import org.qiao.customerprofile.LineStore.Known;
import org.qiao.customerprofile.LineStore.Words;
import org.qiao.threadfeed.ThreadFeed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Keeps persons and lines as module customer has them. Every event makes it look again at the whole customer, under the lock of his
 * row: events may come twice and in any order.
 */
@Component
class Projection {

    private final Customers customers;
    private final CustomerRelations relations;
    private final PersonStore people;
    private final LineStore lines;
    private final ThreadFeed feed;
    private final CustomerTags tags;
    private final WayTags wayTags;

    Projection(
            Customers customers,
            CustomerRelations relations,
            PersonStore people,
            LineStore lines,
            ThreadFeed feed,
            CustomerTags tags,
            WayTags wayTags) {
        this.customers = customers;
        this.relations = relations;
        this.people = people;
        this.lines = lines;
        this.feed = feed;
        this.tags = tags;
        this.wayTags = wayTags;
    }

    @ApplicationModuleListener
    void on(RelationOpened opened) {
        refresh(opened.orgId(), opened.customerId());
    }

    @ApplicationModuleListener
    void on(RelationClosed closed) {
        refresh(closed.orgId(), closed.customerId());
    }

    @ApplicationModuleListener
    void on(RelationChanged changed) {
        refresh(changed.orgId(), changed.customerId());
    }

    @ApplicationModuleListener
    void on(CustomerChanged changed) {
        refresh(changed.orgId(), changed.customerId());
    }

    @ApplicationModuleListener
    void on(CustomersMerged merged) {
        Stream.of(merged.keptId(), merged.goneId()).sorted().forEach(id -> refresh(merged.orgId(), id));
        if (!merged.undone()) {
            joinTags(relations.ofCustomer(merged.orgId(), merged.keptId()));
        }
    }

    /** Of two relations with one employee one was closed: company tags go on with the other. */
    private void joinTags(List<CustomerRelation> all) {
        for (CustomerRelation open : all) {
            all.stream()
                    .filter(other -> open.isOpen() && other.endReason() == RelationEnd.MERGED)
                    .filter(other -> other.memberId() == open.memberId())
                    .forEach(other -> tags.inherit(open.orgId(), other.id(), open.id()));
        }
    }

    private void refresh(long orgId, long customerId) {
        people.lock(orgId, customerId);
        Optional<Customer> found = customers.find(orgId, customerId);
        if (found.isEmpty()) {
            return; // rolled back, or erased meanwhile
        }
        Customer customer = found.get();
        people.setKnown(
                orgId,
                customerId,
                new PersonStore.Known(
                        customer.name(),
                        customer.level().name(),
                        customer.isBlocked(),
                        Contacts.proofs(customers.keys(orgId, customerId))));
        List<CustomerRelation> all = relations.ofCustomer(orgId, customerId);
        Map<Long, Known> known =
                lines.known(orgId, all.stream().map(CustomerRelation::id).toList());
        for (CustomerRelation relation : new ArrayList<>(all).reversed()) {
            set(customer, relation, known.get(relation.id()));
        }
    }

    private void set(Customer customer, CustomerRelation relation, @Nullable Known before) {
        lines.set(
                relation,
                new Words(Contacts.searchText(customer, relation.remark()), Contacts.phones(relation.remark())));
        Long thread = relation.conversationId();
        if (thread != null && (before == null || !Objects.equals(before.conversationId(), thread))) {
            feed.addWhole(ThreadMoves.LANE, relation.orgId(), thread);
        }
        if (before == null) {
            tags.inherit(relation.orgId(), predecessor(relation), relation.id());
            wayTags.set(relation);
        }
    }

    /** Whose thread it goes on with. */
    private @Nullable Long predecessor(CustomerRelation relation) {
        Long thread = relation.conversationId();
        return thread == null
                ? null
                : relations.ofConversations(relation.orgId(), List.of(thread)).stream()
                        .map(CustomerRelation::id)
                        .filter(id -> id < relation.id())
                        .reduce((first, last) -> last)
                        .orElse(null);
    }
}
