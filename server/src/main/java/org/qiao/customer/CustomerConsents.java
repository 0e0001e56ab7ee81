package org.qiao.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a customer agreed to, when, and when he took it back. */
@Service
public class CustomerConsents {

    private static final int SHOWN = 100;

    private final CustomerPrivacyStore store;
    private final CustomerStore customers;
    private final RelationStore relations;
    private final CustomerEvents timeline;
    private final Clock clock;

    CustomerConsents(
            CustomerPrivacyStore store,
            CustomerStore customers,
            RelationStore relations,
            CustomerEvents timeline,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.relations = relations;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param given false: taken back */
    public record Consent(int version, boolean given, Instant at) {}

    /** Newest first. */
    public List<Consent> list(Person person) {
        return store.consents(person, SHOWN);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(long orgId, long id, int version, boolean given) {
        store.addConsent(orgId, id, new Consent(version, given, clock.instant()));
        timeline.add(
                orgId,
                id,
                NewEvent.of(given ? "CONSENTED" : "CONSENT_WITHDRAWN", id).with(Map.of("version", version)));
    }

    /**
     * He does not agree any more: nobody may write to him, every contact is over. Coming back he is asked again. Who has agreed to
     * nothing has nothing to take back.
     *
     * @return the relations that are to be closed, which takes {@link CustomerRelations}; empty when nothing was agreed to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> withdraw(long orgId, long id) {
        Customer customer =
                customers.lock(orgId, List.of(id)).stream().findFirst().orElseThrow(CustomerProblem.NOT_FOUND::problem);
        Integer version = customer.consentVersion();
        if (version != null) {
            store.clearConsent(orgId, id);
            write(orgId, id, version, false);
        }
        return relations.ofCustomer(orgId, id).stream()
                .filter(CustomerRelation::isOpen)
                .map(CustomerRelation::id)
                .toList();
    }
}
