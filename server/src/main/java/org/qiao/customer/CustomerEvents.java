package org.qiao.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The timeline of a customer: what happened, append-only. Other modules add their own kinds. */
@Service
public class CustomerEvents {

    private final CustomerEventStore store;
    private final CustomerStore customers;
    private final CustomerAccess access;
    private final Members members;
    private final Clock clock;

    CustomerEvents(
            CustomerEventStore store, CustomerStore customers, CustomerAccess access, Members members, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.access = access;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param kind capital letters, as "TAG_ADDED"; clients have words for the kinds they know
     * @param actorId who did it, a member or the customer himself; null: a rule, or time
     * @param data small, for the words: ids, names; never the text of messages
     */
    public record NewEvent(
            String kind, @Nullable Long actorId, @Nullable Long relationId, Map<String, Object> data) {

        public static NewEvent of(String kind, @Nullable Long actorId) {
            return new NewEvent(kind, actorId, null, Map.of());
        }

        public NewEvent about(long relation) {
            return new NewEvent(kind, actorId, relation, data);
        }

        public NewEvent with(Map<String, Object> more) {
            return new NewEvent(kind, actorId, relationId, more);
        }
    }

    /** What many customers have in common; {@code actorId} as in {@link NewEvent}. */
    public record Same(String kind, @Nullable Long actorId) {}

    /** One of many to whom the same happened, each on one relation. */
    public record Happened(long customerId, long relationId, Map<String, Object> data) {}

    /** The same happened to many: one statement, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(long orgId, Same same, List<Happened> some) {
        if (!some.isEmpty()) {
            store.insertAll(orgId, same, some, clock.instant());
        }
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long orgId, long customerId, NewEvent event) {
        store.insert(orgId, customerId, event, clock.instant());
    }

    /** Newest first, for whoever may look at the customer; with what happened to contacts that turned out to be him. */
    @Transactional(readOnly = true)
    public Page<CustomerEventView> list(
            Actor actor, long customerId, @Nullable String before, @Nullable Integer limit) {
        Customer customer = access.require(actor, customerId);
        int size = Limits.page(limit);
        Page<CustomerEventStore.Row> page = Page.cut(
                store.list(
                        actor.orgId(),
                        customers.family(actor.orgId(), customer.id()),
                        Limits.key(before, Long.MAX_VALUE),
                        size + 1),
                size,
                row -> Long.toString(row.id()));
        List<Long> people = page.items().stream()
                .map(CustomerEventStore.Row::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Card> cards = members.cardsById(actor, people);
        return page.map(row -> view(row, cards, customer.id()));
    }

    private static CustomerEventView view(CustomerEventStore.Row row, Map<Long, Card> cards, long customerId) {
        Long actor = row.actorId();
        boolean himself = actor != null && (actor == customerId || actor == row.customerId());
        Card card = actor == null || himself ? null : cards.get(actor);
        return new CustomerEventView(row.id(), row.kind(), card, himself, row.relationId(), row.data(), row.at());
    }

    /**
     * A line of the timeline.
     *
     * @param byCustomer the customer did it himself
     */
    public record CustomerEventView(
            long id,
            String kind,
            @Nullable Card actor,
            boolean byCustomer,
            @Nullable Long relationId,
            Map<String, Object> data,
            Instant at) {}
}
