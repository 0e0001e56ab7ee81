package org.qiao.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.account.Guest;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerConsents;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.customer.RelationEnd;
import org.qiao.platform.Actor;
import org.qiao.privacy.ErasureStore.Erasure;
import org.qiao.privacy.ExportStore.Export;
import org.qiao.privacy.PrivacyViews.CustomerPrivacyView;
import org.qiao.privacy.PrivacyViews.VisitErasure;
import org.qiao.privacy.PrivacyViews.VisitExport;
import org.qiao.privacy.PrivacyViews.VisitPrivacy;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one customer agreed to and asked for: as staff see it, and as he does. */
@Service
class CustomerPrivacy {

    /** So long a proof of an address is good for asking. */
    static final Duration PROOF = Duration.ofMinutes(30);

    private final Knowledge knowledge;
    private final Erasures erasures;
    private final PersonExports exports;
    private final PrivacyRules rules;
    private final PrivacyAudit audit;
    private final Clock clock;

    CustomerPrivacy(
            Knowledge knowledge,
            Erasures erasures,
            PersonExports exports,
            PrivacyRules rules,
            PrivacyAudit audit,
            Clock clock) {
        this.knowledge = knowledge;
        this.erasures = erasures;
        this.exports = exports;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** What module customer knows. */
    @Component
    record Knowledge(
            Customers customers, CustomerConsents consents, CustomerRelations relations, CustomerRules rules) {}

    CustomerPrivacyView view(Actor actor, long customerId) {
        Customer customer = knowledge.customers().require(actor, customerId);
        Person person = knowledge.customers().person(actor.orgId(), customer.id());
        List<Erasure> erasure = erasures.of(person).stream().toList();
        return new CustomerPrivacyView(
                knowledge.rules().noticeVersion(actor.orgId()),
                customer.consentVersion(),
                knowledge.consents().list(person),
                erasures.views(actor, erasure).stream().findFirst().orElse(null),
                actor.isAdmin() ? exports.of(actor, person) : List.of(),
                actor.isAdmin());
    }

    VisitPrivacy view(Guest guest) {
        Person person = knowledge.customers().person(guest.orgId(), guest.id());
        Customer customer =
                knowledge.customers().find(guest.orgId(), person.id()).orElseThrow();
        return new VisitPrivacy(
                knowledge.rules().noticeVersion(guest.orgId()),
                customer.consentVersion(),
                knowledge.consents().list(person),
                !isProved(guest),
                rules.settings(guest.orgId()).erasureDays(),
                erasures.of(person)
                        .map(erasure -> new VisitErasure(erasure.state(), erasure.askedAt(), erasure.dueAt()))
                        .orElse(null),
                exports.own(person).stream().map(CustomerPrivacy::view).toList());
    }

    private static VisitExport view(Export export) {
        return new VisitExport(
                export.id(),
                export.state(),
                export.done(),
                export.parts(),
                export.size(),
                export.askedAt(),
                export.goneAt());
    }

    /** Who has an address is asked for it once more: a device may lie about. Who has none is whoever holds the device. */
    private boolean isProved(Guest guest) {
        return knowledge
                .customers()
                .provedAt(guest.orgId(), guest.id())
                .map(at -> at.plus(PROOF).isAfter(clock.instant()))
                .orElse(true);
    }

    void requireProof(Guest guest) {
        if (!isProved(guest)) {
            throw PrivacyProblem.PROOF_REQUIRED.problem("minutes", PROOF.toMinutes());
        }
    }

    /** He does not agree any more: every contact is over at once, nothing is erased yet. A repeat changes nothing. */
    @Transactional
    public void withdraw(Guest guest) {
        long orgId = guest.orgId();
        Optional<Integer> agreed = knowledge.customers().find(orgId, guest.id()).map(Customer::consentVersion);
        knowledge
                .consents()
                .withdraw(orgId, guest.id())
                .forEach(relation -> knowledge.relations().close(orgId, relation, RelationEnd.CUSTOMER, guest.id()));
        agreed.ifPresent(version ->
                audit.record(orgId, guest.id(), AuditKind.CONSENT_WITHDRAWN, guest.id(), Map.of("version", version)));
    }
}
