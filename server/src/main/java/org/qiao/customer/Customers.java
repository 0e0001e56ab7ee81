package org.qiao.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who a customer is. What staff may do with him goes through {@link #require}; the rest is for programs that act for nobody. */
@Service
public class Customers {

    public static final int NAME_MAX = 30;

    private final CustomerStore store;
    private final CustomerAccess access;
    private final CustomerEvents timeline;
    private final Around around;
    private final Clock clock;

    Customers(CustomerStore store, CustomerAccess access, CustomerEvents timeline, Around around, Clock clock) {
        this.store = store;
        this.access = access;
        this.timeline = timeline;
        this.around = around;
        this.clock = clock;
    }

    /**
     * Somebody who comes for the first time; his principal exists already.
     *
     * @param wayId the code, of the module contactway
     */
    public record NewCustomer(
            long orgId,
            String name,
            CustomerSource source,
            @Nullable Long wayId,
            @Nullable Integer consentVersion) {}

    /** What other parts of this module do for it. */
    @Component
    record Around(Guests guests, CustomerConsents consents, ApplicationEventPublisher events) {}

    /** Writes the person down beside his principal, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Customer add(long id, NewCustomer person) {
        store.insert(id, person, clock.instant());
        if (person.consentVersion() != null) {
            around.consents().write(person.orgId(), id, person.consentVersion(), true);
        }
        return store.find(person.orgId(), id).orElseThrow();
    }

    /** Refuses like a missing one whomever the actor neither serves nor leads the servers of. An id that was merged gives the kept one. */
    @Transactional(readOnly = true)
    public Customer require(Actor actor, long customerId) {
        return access.require(actor, customerId);
    }

    /** The same of many at once, by the ids asked for; whom the actor may not look at is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Customer> visible(Actor actor, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : access.visible(actor, ids);
    }

    /** The people in the departments that the actor leads and below them, without himself: whose customers he may see. */
    public Set<Long> ledBy(Actor actor) {
        return access.led(actor);
    }

    /** For programs that act for nobody. */
    public Optional<Customer> find(long orgId, long id) {
        return store.find(orgId, id);
    }

    /** The contact that the id stands for now: the kept one of those that were merged, also in several steps. */
    public Customer current(long orgId, long id) {
        return access.current(orgId, id);
    }

    /** The same of many, by the ids asked for; foreign and unknown ids are left out. */
    public Map<Long, Customer> currents(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : access.currents(orgId, ids);
    }

    /**
     * The contact and those that turned out to be it, also in several steps: what other modules keep by a customer's id may be under
     * any of these.
     */
    public List<Long> family(long orgId, long id) {
        return store.family(orgId, id);
    }

    /** The same of many; foreign and unknown ids are left out. */
    public Map<Long, List<Long>> families(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : store.families(orgId, ids);
    }

    public List<Customer> findAll(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(orgId, ids);
    }

    /** In the order asked for; foreign and unknown ids are left out. */
    public List<CustomerCard> cards(long orgId, Collection<Long> ids) {
        Map<Long, CustomerCard> cards = findAll(orgId, Set.copyOf(ids)).stream()
                .map(CustomerCard::of)
                .collect(Collectors.toMap(CustomerCard::id, card -> card));
        return ids.stream().distinct().map(cards::get).filter(Objects::nonNull).toList();
    }

    /** The same, to be looked up by id. */
    public Map<Long, CustomerCard> cardsById(long orgId, Collection<Long> ids) {
        return cards(orgId, ids).stream().collect(Collectors.toMap(CustomerCard::id, card -> card));
    }

    /** What the customer has proved, the oldest first: whole, for programs that send something. */
    public List<CustomerKey> keys(long orgId, long id) {
        return store.keys(orgId, List.of(id)).stream()
                .map(CustomerStore.OwnedKey::key)
                .toList();
    }

    /** Who has proved it; he may have been merged into nobody, for keys move with him. */
    public Optional<Long> keyOwner(long orgId, CustomerKey key) {
        return store.keyOwner(orgId, key);
    }

    /** The same of many; keys that nobody has proved are left out. */
    public Map<CustomerKey, Long> keyOwners(long orgId, Collection<CustomerKey> keys) {
        return keys.isEmpty()
                ? Map.of()
                : store.keyOwners(orgId, keys).stream()
                        .collect(Collectors.toMap(CustomerStore.OwnedKey::key, CustomerStore.OwnedKey::customerId));
    }

    /** Everybody's name for him changes, also in his threads. */
    @Transactional
    public void rename(long orgId, long id, String raw, @Nullable Long actorId) {
        String name = name(raw);
        Customer before = lock(orgId, id);
        if (before.name().equals(name)) {
            return;
        }
        store.rename(orgId, id, name);
        around.guests().rename(orgId, id, name);
        timeline.add(orgId, id, NewEvent.of("RENAMED", actorId).with(Map.of("before", before.name(), "after", name)));
        around.events().publishEvent(new CustomerChanged(orgId, id));
    }

    /** One line, visible, not too long. */
    public static String name(String raw) {
        String name = PlainText.clean(raw);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw CustomerProblem.BAD_NAME.problem("max", NAME_MAX);
        }
        return name;
    }

    /**
     * He has proved to be the owner, in the caller's transaction.
     *
     * @return false: it is another contact's key: the two are one person, see {@link CustomerMerges}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean prove(long orgId, long id, CustomerKey key) {
        lock(orgId, id);
        if (!store.putKey(orgId, id, key, clock.instant())) {
            return false;
        }
        store.setLevel(orgId, id, CustomerLevel.of(keys(orgId, id)));
        timeline.add(orgId, id, NewEvent.of("VERIFIED", id).with(Map.of("kind", key.kind(), "value", key.masked())));
        around.events().publishEvent(new CustomerChanged(orgId, id));
        return true;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void setReplyByEmail(long orgId, long id, boolean wanted) {
        store.setReply(orgId, id, wanted);
    }

    /** Agreed to the notice of this version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void consent(long orgId, long id, int version) {
        lock(orgId, id);
        store.setConsent(orgId, id, version, clock.instant());
        around.consents().write(orgId, id, version, true);
    }

    private Customer lock(long orgId, long id) {
        return store.lock(orgId, List.of(id)).stream().findFirst().orElseThrow(CustomerProblem.NOT_FOUND::problem);
    }

    /** He and every contact that turned out to be him, also in several steps; he comes first. */
    public Person person(long orgId, long id) {
        long current = access.current(orgId, id).id();
        return new Person(orgId, current, store.family(orgId, current));
    }

    /** When he proved an e-mail or a telephone number last; empty when he has none. */
    public Optional<Instant> provedAt(long orgId, long id) {
        return store.provedAt(orgId, id);
    }
}
