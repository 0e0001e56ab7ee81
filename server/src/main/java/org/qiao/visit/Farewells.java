package org.qiao.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customer.RelationClosed;
import org.qiao.customer.RelationEnd;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.messaging.Hints;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who end a contact, with or without a complaint: nothing is deleted, and administrators are told. */
@Service
class Farewells {

    private final ComplaintStore store;
    private final CustomerRelations relations;
    private final Customers customers;
    private final Members members;
    private final Complaints complaints;
    private final Hints hints;

    Farewells(
            ComplaintStore store,
            CustomerRelations relations,
            Customers customers,
            Members members,
            Complaints complaints,
            Hints hints) {
        this.store = store;
        this.relations = relations;
        this.customers = customers;
        this.members = members;
        this.complaints = complaints;
        this.hints = hints;
    }

    /**
     * A contact that a customer ended, or something he complains about.
     *
     * @param group which of the member's groups he complains about; null for a thread
     * @param reason NONE: the customer has only ended the contact
     */
    record FarewellView(
            long id,
            CustomerCard customer,
            Card member,
            @Nullable String group,
            String reason,
            String text,
            Instant at) {}

    @Transactional
    public void end(Guest guest, long relationId, @Nullable VisitComplaint complaint) {
        CustomerRelation relation = relations
                .find(guest.orgId(), relationId)
                .filter(found -> found.customerId() == guest.id() && found.isOpen())
                .orElseThrow(VisitProblem.NOT_FOUND::problem);
        relations.close(guest.orgId(), relationId, RelationEnd.CUSTOMER, guest.id());
        complaints.aboutThread(guest, relation, complaint);
    }

    /** Whoever has ended it: the customer's page learns that nobody can write there any more. */
    @EventListener
    void on(RelationClosed closed) {
        boolean goesOn = closed.reason() == RelationEnd.HANDED_OVER || closed.reason() == RelationEnd.MERGED;
        if (!goesOn) {
            AfterCommit.run(
                    () -> hints.tell(List.of(closed.customerId()), Hints.TO_CUSTOMERS, closed.relationId(), "CLOSED"));
        }
    }

    /** For administrators, newest first. */
    @Transactional(readOnly = true)
    public Page<FarewellView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        HostKeys.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<ComplaintStore.Row> page = Page.cut(
                store.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                row -> Long.toString(row.id()));
        Map<Long, CustomerCard> who =
                customers
                        .cards(
                                actor.orgId(),
                                page.items().stream()
                                        .map(ComplaintStore.Row::customerId)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, card -> card));
        Map<Long, Card> people =
                members
                        .cards(
                                actor,
                                page.items().stream()
                                        .map(ComplaintStore.Row::memberId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Card::id, card -> card));
        return page.map(row -> new FarewellView(
                row.id(),
                Objects.requireNonNull(who.get(row.customerId())),
                Objects.requireNonNull(people.get(row.memberId())),
                row.groupTitle(),
                row.reason(),
                row.text(),
                row.at()));
    }
}
