package org.qiao.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.account.Principals;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.messaging.Hints;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.privacy.ErasureStore.Erasure;
import org.qiao.privacy.ErasureStore.NewErasure;
import org.qiao.privacy.PrivacyViews.PrivacyErasureView;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who are to be erased: asked for by themselves, by administrators, or by the rule of retention; it can be called off until it begins. */
@Service
class Erasures {

    private final ErasureStore store;
    private final Customers customers;
    private final PrivacyRules rules;
    private final PrivacyAudit audit;
    private final Telling telling;
    private final PersonParts parts;
    private final Clock clock;

    Erasures(
            ErasureStore store,
            Customers customers,
            PrivacyRules rules,
            PrivacyAudit audit,
            Telling telling,
            PersonParts parts,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.rules = rules;
        this.audit = audit;
        this.telling = telling;
        this.parts = parts;
        this.clock = clock;
    }

    /** Whom it concerns. */
    @Component
    record Telling(CustomerEvents timeline, Hints hints, Principals principals, PrivacyPeople people) {

        static final String TOPIC = "privacy";

        /** The customer's page and the owners look again. */
        void moved(long orgId, long customerId, long id, String kind) {
            List<Long> owners = principals.owners(orgId);
            AfterCommit.run(() -> {
                hints.tell(List.of(customerId), Hints.TO_CUSTOMERS, id, TOPIC);
                hints.tell(owners, TOPIC, id, kind);
            });
        }
    }

    /** Asking again answers what was asked before. */
    @Transactional
    public Erasure ask(Guest guest) {
        Person person = customers.person(guest.orgId(), guest.id());
        return ask(person, ErasureOrigin.CUSTOMER, person.id());
    }

    @Transactional
    public PrivacyErasureView ask(Actor actor, long customerId) {
        PrivacyRules.requireAdmin(actor);
        Customer customer = customers.require(actor, customerId);
        Person person = customers.person(actor.orgId(), customer.id());
        Erasure erasure = ask(person, ErasureOrigin.ADMINISTRATOR, actor.principalId());
        return views(actor, List.of(erasure)).getFirst();
    }

    /** Nobody is asked and nothing waits: the time has passed. */
    @Transactional
    public void expire(long orgId, long customerId) {
        ask(customers.person(orgId, customerId), ErasureOrigin.RETENTION, null);
    }

    private Erasure ask(Person person, ErasureOrigin origin, @Nullable Long by) {
        long orgId = person.orgId();
        if (customers.find(orgId, person.id()).orElseThrow().isErased()) {
            return store.lastOf(orgId, person.ids())
                    .filter(Erasure::isOpen)
                    .orElseThrow(PrivacyProblem.ALREADY_ERASED::problem);
        }
        Instant now = clock.instant();
        Instant due = origin == ErasureOrigin.RETENTION
                ? now
                : now.plus(rules.settings(orgId).waiting());
        Optional<Erasure> fresh = store.insert(new NewErasure(orgId, person.id(), origin, by, now, due));
        if (fresh.isEmpty()) {
            return store.lastOf(orgId, List.of(person.id())).orElseThrow();
        }
        Erasure erasure = fresh.get();
        telling.timeline()
                .add(orgId, person.id(), NewEvent.of("ERASURE_ASKED", by).with(Map.of("due", due.toString())));
        audit.record(
                orgId,
                by,
                AuditKind.ERASURE_ASKED,
                person.id(),
                Map.of("erasure", erasure.id(), "origin", origin, "due", due.toString()));
        telling.moved(orgId, person.id(), erasure.id(), "ASKED");
        return erasure;
    }

    @Transactional
    public void cancel(Guest guest) {
        Erasure open = open(customers.person(guest.orgId(), guest.id()));
        cancel(open, guest.id());
    }

    @Transactional
    public void cancel(Actor actor, long id) {
        PrivacyRules.requireAdmin(actor);
        Erasure erasure = store.find(actor.orgId(), id).orElseThrow(PrivacyProblem.NOT_FOUND::problem);
        cancel(erasure, actor.principalId());
    }

    private Erasure open(Person person) {
        return store.lastOf(person.orgId(), person.ids())
                .filter(Erasure::isOpen)
                .orElseThrow(PrivacyProblem.NOT_FOUND::problem);
    }

    private void cancel(Erasure erasure, long by) {
        if (!store.cancel(erasure, by, clock.instant())) {
            throw PrivacyProblem.ERASURE_NOT_WAITING.problem();
        }
        long orgId = erasure.orgId();
        telling.timeline().add(orgId, erasure.customerId(), NewEvent.of("ERASURE_CANCELLED", by));
        audit.record(orgId, by, AuditKind.ERASURE_CANCELLED, erasure.customerId(), Map.of("erasure", erasure.id()));
        telling.moved(orgId, erasure.customerId(), erasure.id(), "CANCELLED");
    }

    /** What is under way for him, or what has become of it. */
    Optional<Erasure> of(Person person) {
        return store.lastOf(person.orgId(), person.ids());
    }

    /** Newest first, for administrators. */
    @Transactional(readOnly = true)
    public Page<PrivacyErasureView> list(Actor actor, boolean open, @Nullable String after, @Nullable Integer limit) {
        PrivacyRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<Erasure> page = Page.cut(
                store.list(actor.orgId(), open, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                erasure -> Long.toString(erasure.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    List<PrivacyErasureView> views(Actor actor, List<Erasure> some) {
        PrivacyPeople.Known known = telling.people()
                .known(
                        actor,
                        some.stream().map(Erasure::askedBy).toList(),
                        some.stream().map(Erasure::customerId).toList());
        int all = parts.count();
        return some.stream()
                .map(erasure -> new PrivacyErasureView(
                        erasure.id(),
                        known.customer(erasure.customerId()),
                        erasure.origin(),
                        erasure.state(),
                        known.member(erasure.askedBy()),
                        erasure.parts().size(),
                        Math.max(all, erasure.parts().size()),
                        erasure.askedAt(),
                        erasure.dueAt(),
                        erasure.endedAt()))
                .toList();
    }
}
