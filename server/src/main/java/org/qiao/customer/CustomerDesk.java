package org.qiao.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.customer.CustomerRequests.RemarkRequest;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff see of customers and write about them. */
@Service
class CustomerDesk {

    private static final int RELATIONS_SHOWN = 200;

    private final CustomerStore customers;
    private final RelationStore relations;
    private final CustomerAccess access;
    private final CustomerRelations relating;
    private final CustomerEvents timeline;
    private final Members members;
    private final ApplicationEventPublisher events;

    CustomerDesk(
            CustomerStore customers,
            RelationStore relations,
            CustomerAccess access,
            CustomerRelations relating,
            CustomerEvents timeline,
            Members members,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.relations = relations;
        this.access = access;
        this.relating = relating;
        this.timeline = timeline;
        this.members = members;
        this.events = events;
    }

    /** Whose customers a list shows. */
    enum Scope {
        MINE,
        TEAM,
        ALL
    }

    /** What is asked for; {@code member} narrows TEAM and ALL to one. */
    record Search(
            Scope scope,
            @Nullable Long member,
            @Nullable String text,
            @Nullable Boolean open) {}

    /** One line: a customer and one relation to him. */
    record CustomerLine(CustomerCard customer, CustomerRelationView relation) {}

    /**
     * A customer as a whole.
     *
     * @param relations those with the company's people, newest first
     * @param mine the actor's open one
     * @param mayUnblock the actor may undo the blocking
     */
    record CustomerView(
            CustomerCard customer,
            List<CustomerProof> proofs,
            @Nullable Long firstWayId,
            @Nullable Integer consentVersion,
            Instant createdAt,
            List<CustomerRelationView> relations,
            @Nullable CustomerRelationView mine,
            boolean mayUnblock) {}

    /** What he has proved. */
    record CustomerProof(CustomerKey.Kind kind, String value) {

        @Override
        public String toString() {
            return "CustomerProof " + kind;
        }
    }

    @Transactional(readOnly = true)
    public Page<CustomerLine> list(Actor actor, Search search, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        RelationStore.Wanted wanted = new RelationStore.Wanted(
                whose(actor, search), search.open(), LikePattern.of(search.text()), Limits.key(after, Long.MAX_VALUE));
        Page<CustomerRelation> page = Page.cut(
                relations.list(actor.orgId(), wanted, size + 1), size, relation -> Long.toString(relation.id()));
        Map<Long, CustomerCard> cards = customers
                .findAll(
                        actor.orgId(),
                        page.items().stream().map(CustomerRelation::customerId).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Customer::id, CustomerCard::of));
        Map<Long, Card> people = people(actor, page.items());
        return page.map(relation -> new CustomerLine(
                Objects.requireNonNull(cards.get(relation.customerId())),
                CustomerRelationView.of(
                        relation,
                        Objects.requireNonNull(people.get(relation.memberId())),
                        true,
                        relation.memberId() == actor.principalId())));
    }

    /** Null: everybody's. */
    private @Nullable Collection<Long> whose(Actor actor, Search search) {
        Long member = search.member();
        return switch (search.scope()) {
            case MINE -> List.of(actor.principalId());
            case TEAM -> {
                Set<Long> led = new HashSet<>(access.led(actor));
                if (member != null) {
                    led.retainAll(Set.of(member));
                }
                yield led;
            }
            case ALL -> {
                CustomerRules.requireAdmin(actor);
                yield member == null ? null : List.of(member);
            }
        };
    }

    @Transactional(readOnly = true)
    public CustomerView get(Actor actor, long id) {
        Customer customer = access.require(actor, id);
        List<CustomerRelation> all = relations.ofCustomer(actor.orgId(), customer.id(), RELATIONS_SHOWN);
        Map<Long, Card> people = people(actor, all);
        Set<Long> led = actor.isAdmin() ? Set.of() : access.led(actor);
        List<CustomerRelationView> views = all.stream()
                .map(relation -> {
                    boolean mine = relation.memberId() == actor.principalId();
                    boolean whole = mine || actor.isAdmin() || led.contains(relation.memberId());
                    return CustomerRelationView.of(
                            relation, Objects.requireNonNull(people.get(relation.memberId())), whole, mine);
                })
                .toList();
        boolean mayUnblock = customer.isBlocked()
                && (actor.isAdmin()
                        || customers
                                .blocker(actor.orgId(), customer.id())
                                .filter(by -> by == actor.principalId())
                                .isPresent());
        return new CustomerView(
                CustomerCard.of(customer),
                customers.keys(actor.orgId(), List.of(customer.id())).stream()
                        .map(owned -> new CustomerProof(
                                owned.key().kind(), owned.key().value()))
                        .toList(),
                customer.firstWayId(),
                customer.consentVersion(),
                customer.createdAt(),
                views,
                views.stream()
                        .filter(view -> view.open() && view.member().id() == actor.principalId())
                        .findFirst()
                        .orElse(null),
                mayUnblock);
    }

    /** The customer behind a thread, for its sidebar. */
    @Transactional(readOnly = true)
    public CustomerView ofThread(Actor actor, long conversationId) {
        CustomerRelation relation = relations.ofConversations(actor.orgId(), List.of(conversationId)).stream()
                .reduce((first, last) -> last)
                .orElseThrow(CustomerProblem.NOT_FOUND::problem);
        return get(actor, relation.customerId());
    }

    private Map<Long, Card> people(Actor actor, Collection<CustomerRelation> some) {
        return members.cardsById(
                actor, some.stream().map(CustomerRelation::memberId).distinct().toList());
    }

    /** Only the employee himself writes about his customer. */
    @Transactional
    public CustomerRelationView setRemark(Actor actor, long relationId, RemarkRequest input) {
        CustomerRelation relation = requireMine(actor, relationId);
        Remark remark = new Remark(
                PlainText.clean(input.text()),
                input.description().strip(),
                PlainText.clean(input.company()),
                input.phones().stream().map(CustomerDesk::phone).distinct().toList());
        relations.setRemark(actor.orgId(), relationId, remark);
        timeline.add(
                actor.orgId(),
                relation.customerId(),
                NewEvent.of("REMARK_CHANGED", actor.principalId()).about(relationId));
        events.publishEvent(new RelationChanged(actor.orgId(), relationId, relation.customerId()));
        CustomerRelation after = relations.find(actor.orgId(), relationId).orElseThrow();
        return CustomerRelationView.of(
                after, members.cards(actor, List.of(actor.principalId())).getFirst(), true, true);
    }

    /** As it was written, without decoration; what has no digits is none. */
    private static String phone(String raw) {
        String plain = PlainText.clean(raw);
        if (!plain.matches("[+0-9 ()./-]{3,30}")) {
            throw CustomerProblem.BAD_PHONE.problem("field", "phones");
        }
        return plain;
    }

    /** The employee ends the contact: nobody can write any more, everything stays readable. */
    @Transactional
    public void end(Actor actor, long relationId) {
        CustomerRelation relation = requireMine(actor, relationId);
        if (!relation.isOpen()) {
            throw CustomerProblem.CLOSED.problem();
        }
        relating.close(actor.orgId(), relationId, RelationEnd.EMPLOYEE, actor.principalId());
    }

    /** The employee takes up again what he ended. */
    @Transactional
    public void resume(Actor actor, long relationId) {
        CustomerRelation relation = requireMine(actor, relationId);
        boolean ended = relation.endReason() == RelationEnd.EMPLOYEE;
        if (!ended || !relating.reopen(actor.orgId(), relationId, actor.principalId())) {
            throw CustomerProblem.CLOSED.problem();
        }
    }

    private CustomerRelation requireMine(Actor actor, long relationId) {
        return relations
                .find(actor.orgId(), relationId)
                .filter(relation -> relation.memberId() == actor.principalId())
                .orElseThrow(CustomerProblem.NOT_FOUND::problem);
    }
}
