package org.qiao.customer;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who serves whom. At most one open relation for a customer and a member; closed ones stay. Whoever opens or closes one holds the
 * customer's row, so two never see half of each other.
 */
@Service
public class CustomerRelations {

    private final RelationStore store;
    private final CustomerStore customers;
    private final CustomerRules rules;
    private final CustomerEvents timeline;
    private final CustomerAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerRelations(
            RelationStore store,
            CustomerStore customers,
            CustomerRules rules,
            CustomerEvents timeline,
            CustomerAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.rules = rules;
        this.timeline = timeline;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A relation that shall be opened.
     *
     * @param conversationId a thread that moves with it; null: the one they had, or a new one after the commit
     * @param wayId the code it came by, of the module contactway
     * @param actorId who opens it; null: the customer
     */
    public record NewRelation(
            long orgId,
            long customerId,
            long memberId,
            @Nullable Long conversationId,
            Remark remark,
            AddWay addWay,
            String state,
            @Nullable Long wayId,
            @Nullable Long actorId) {

        public static NewRelation of(long orgId, long customerId, long memberId, AddWay addWay) {
            return new NewRelation(orgId, customerId, memberId, null, Remark.NONE, addWay, "", null, null);
        }

        public NewRelation by(@Nullable Long way, String parameter) {
            return new NewRelation(
                    orgId, customerId, memberId, conversationId, remark, addWay, parameter, way, actorId);
        }

        public NewRelation actedBy(@Nullable Long actor) {
            return new NewRelation(orgId, customerId, memberId, conversationId, remark, addWay, state, wayId, actor);
        }

        NewRelation of(long customer) {
            return new NewRelation(orgId, customer, memberId, conversationId, remark, addWay, state, wayId, actorId);
        }

        NewRelation takingOver(@Nullable Long conversation, Remark known) {
            return new NewRelation(orgId, customerId, memberId, conversation, known, addWay, state, wayId, actorId);
        }
    }

    /** @param created false: the two had one already */
    public record OpenedRelation(CustomerRelation relation, boolean created) {}

    /**
     * Opens a relation in the caller's transaction, or answers the open one of the two.
     *
     * @throws org.qiao.platform.Problem customer.blocked, customer.member_full, customer.company_full
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenedRelation open(NewRelation wanted) {
        Customer customer = lock(wanted.orgId(), wanted.customerId());
        requireServable(customer);
        Optional<CustomerRelation> known = store.openOfPair(wanted.orgId(), customer.id(), wanted.memberId());
        if (known.isPresent()) {
            return new OpenedRelation(known.get(), false);
        }
        CustomerSettings settings = rules.settings(wanted.orgId());
        if (store.total(wanted.orgId()) >= settings.perCompany()) {
            throw CustomerProblem.COMPANY_FULL.problem("max", settings.perCompany());
        }
        NewRelation whole = wanted.conversationId() != null
                ? wanted
                : wanted.takingOver(
                        store.lastThread(wanted.orgId(), customer.id(), wanted.memberId())
                                .orElse(null),
                        wanted.remark());
        return new OpenedRelation(insert(whole.of(customer.id()), settings.perMember()), true);
    }

    private CustomerRelation insert(NewRelation wanted, int most) {
        if (!store.take(wanted.orgId(), wanted.memberId(), most)) {
            throw CustomerProblem.MEMBER_FULL.problem("max", most);
        }
        CustomerRelation relation = store.insert(wanted, clock.instant());
        timeline.add(
                wanted.orgId(),
                wanted.customerId(),
                NewEvent.of("ADDED", wanted.actorId())
                        .about(relation.id())
                        .with(Map.of("member", wanted.memberId(), "addWay", wanted.addWay(), "state", wanted.state())));
        events.publishEvent(new RelationOpened(
                wanted.orgId(), relation.id(), wanted.customerId(), wanted.memberId(), wanted.wayId()));
        return relation;
    }

    /** Closes it in the caller's transaction; one that is closed stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long orgId, long relationId, RelationEnd reason, @Nullable Long actorId) {
        CustomerRelation seen = store.find(orgId, relationId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        lock(orgId, seen.customerId());
        end(store.lock(orgId, relationId).orElseThrow(), reason, actorId);
    }

    private void end(CustomerRelation relation, RelationEnd reason, @Nullable Long actorId) {
        if (!store.close(relation, reason, actorId, clock.instant())) {
            return;
        }
        store.giveBack(relation.orgId(), relation.memberId());
        timeline.add(
                relation.orgId(),
                relation.customerId(),
                NewEvent.of("CLOSED", actorId)
                        .about(relation.id())
                        .with(Map.of("member", relation.memberId(), "reason", reason)));
        events.publishEvent(new RelationClosed(
                relation.orgId(),
                relation.id(),
                relation.customerId(),
                relation.memberId(),
                relation.conversationId(),
                reason));
    }

    /**
     * Who serves next.
     *
     * @param remark what the last one wrote down for himself goes with it
     * @param actorId who decided it; null: time, or the customer
     */
    public record NextServer(
            long memberId, boolean remark, @Nullable Long actorId) {}

    /**
     * Somebody else serves from now on: the old relation is closed, a new one with the same thread is opened; with one that the next
     * has already, that one stays. Seats in the thread are the caller's to change.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerRelation handOver(long orgId, long relationId, NextServer next) {
        long memberId = next.memberId();
        Long actorId = next.actorId();
        CustomerRelation seen = store.find(orgId, relationId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        Customer customer = lock(orgId, seen.customerId());
        CustomerRelation before = store.lock(orgId, relationId).orElseThrow();
        if (!before.isOpen()) {
            throw CustomerProblem.CLOSED.problem();
        }
        Optional<CustomerRelation> known = store.openOfPair(orgId, customer.id(), memberId);
        if (known.isPresent() && known.get().id() == relationId) {
            return before;
        }
        CustomerRelation after = known.orElseGet(() -> insert(
                NewRelation.of(orgId, customer.id(), memberId, AddWay.HANDED_OVER)
                        .by(before.wayId(), before.state())
                        .actedBy(actorId)
                        .takingOver(before.conversationId(), next.remark() ? before.remark() : Remark.NONE),
                rules.settings(orgId).perMember()));
        end(before, RelationEnd.HANDED_OVER, actorId);
        return after;
    }

    /**
     * Opens one again that was closed, unless there is another open one of the two by now. In the caller's transaction.
     *
     * @throws org.qiao.platform.Problem customer.blocked: whom the company does not talk to is served by nobody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reopen(long orgId, long relationId, @Nullable Long actorId) {
        CustomerRelation closed = store.find(orgId, relationId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        requireServable(lock(orgId, closed.customerId()));
        CustomerRelation seen = store.lock(orgId, relationId).orElseThrow();
        boolean replaced =
                store.openOfPair(orgId, seen.customerId(), seen.memberId()).isPresent();
        if (seen.isOpen() || replaced) {
            return false;
        }
        if (!store.take(orgId, seen.memberId(), Integer.MAX_VALUE) || !store.reopen(orgId, relationId)) {
            throw new IllegalStateException("A relation changed under its customer's lock: " + relationId);
        }
        timeline.add(
                orgId,
                seen.customerId(),
                NewEvent.of("REOPENED", actorId).about(relationId).with(Map.of("member", seen.memberId())));
        events.publishEvent(new RelationOpened(orgId, relationId, seen.customerId(), seen.memberId(), seen.wayId()));
        return true;
    }

    /** Its thread was made in the transaction that opened it: whoever hears of the opening finds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginWith(CustomerRelation relation, long conversationId) {
        store.setConversation(relation.orgId(), relation.id(), conversationId);
    }

    @Transactional
    void setThread(CustomerRelation relation, long conversationId) {
        store.setConversation(relation.orgId(), relation.id(), conversationId);
        events.publishEvent(new RelationChanged(relation.orgId(), relation.id(), relation.customerId()));
    }

    /** For programs that act for nobody. */
    public Optional<CustomerRelation> find(long orgId, long id) {
        return store.find(orgId, id);
    }

    public List<CustomerRelation> findAll(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(orgId, ids);
    }

    /** The open relation of the two. */
    public Optional<CustomerRelation> findOpen(long orgId, long customerId, long memberId) {
        return store.openOfPair(orgId, customerId, memberId);
    }

    /** Who knows whom now. */
    public record Pair(long customerId, long memberId) {}

    /** Who of these customers has an open relation to whom of these members. */
    public Set<Pair> openAmong(long orgId, Collection<Long> customers, Collection<Long> members) {
        return customers.isEmpty() || members.isEmpty()
                ? Set.of()
                : Set.copyOf(store.openAmong(orgId, customers, members));
    }

    /** All of a customer, closed ones too, newest first. */
    public List<CustomerRelation> ofCustomer(long orgId, long customerId) {
        return store.ofCustomer(orgId, customerId);
    }

    /** The same, no more than so many: for what is shown. */
    public List<CustomerRelation> ofCustomer(long orgId, long customerId, int limit) {
        return store.ofCustomer(orgId, customerId, limit);
    }

    /** Who serves each of the customers now; for programs that have checked who asks. */
    public Map<Long, List<Long>> servers(long orgId, Collection<Long> customerIds) {
        return customerIds.isEmpty() ? Map.of() : store.serversOf(orgId, customerIds);
    }

    /** Open ones of a member, page by page in the order of their ids. */
    public List<CustomerRelation> ofMember(long orgId, long memberId, long after, int limit) {
        return store.ofMember(orgId, memberId, after, limit);
    }

    /** Relations to which these threads belong or belonged, the oldest first. */
    public List<CustomerRelation> ofConversations(long orgId, Collection<Long> conversations) {
        return conversations.isEmpty() ? List.of() : store.ofConversations(orgId, conversations);
    }

    /** Those of the conversations that are or were a relation's thread: one question for all companies. */
    public Set<Long> threadsAmong(Collection<Stretch> stretches) {
        return stretches.isEmpty() ? Set.of() : store.threadsAmong(stretches);
    }

    /** How many open ones each has; who has none is left out. */
    public Map<Long, Integer> loads(long orgId, Collection<Long> members) {
        return members.isEmpty() ? Map.of() : store.loads(orgId, members);
    }

    /** The actor's own relation, or one of somebody he leads; for everybody else there is none. */
    public CustomerRelation require(Actor actor, long id) {
        CustomerRelation relation = store.find(actor.orgId(), id).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        boolean mayLook = relation.memberId() == actor.principalId()
                || actor.isAdmin()
                || access.leadsAny(actor, Set.of(relation.memberId()));
        if (!mayLook) {
            throw CustomerProblem.NOT_FOUND.problem();
        }
        return relation;
    }

    private static void requireServable(Customer customer) {
        if (customer.isBlocked()) {
            throw CustomerProblem.BLOCKED.problem();
        }
        if (customer.isErased()) {
            throw CustomerProblem.ERASED.problem();
        }
    }

    private Customer lock(long orgId, long customerId) {
        Customer customer = locked(orgId, access.current(orgId, customerId).id());
        for (Long into = customer.mergedInto(); into != null; into = customer.mergedInto()) {
            customer = locked(orgId, into);
        }
        return customer;
    }

    private Customer locked(long orgId, long id) {
        return customers.lock(orgId, List.of(id)).stream().findFirst().orElseThrow(CustomerProblem.NOT_FOUND::problem);
    }
}
