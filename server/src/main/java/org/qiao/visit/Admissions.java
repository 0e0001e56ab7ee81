package org.qiao.visit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.qiao.visit.VisitRequests.WorkAnswer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people in at doors of other modules than the codes of employees: with the same limits, the same consent and the same token of
 * their device.
 */
@Service
public class Admissions {

    private final Customers customers;
    private final CustomerRules rules;
    private final Guests guests;
    private final DoorLimits limits;
    private final TransactionTemplate transaction;

    Admissions(
            Customers customers,
            CustomerRules rules,
            Guests guests,
            DoorLimits limits,
            PlatformTransactionManager transactions) {
        this.customers = customers;
        this.rules = rules;
        this.guests = guests;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Somebody at a door.
     *
     * @param code of the door: an answered challenge is good for one
     * @param guestId whom his device already is, in this company
     * @param name his own; null for a neutral one
     * @param locale "zh" or "en"
     * @param challenge that he has answered with {@code nonce}
     */
    public record Applicant(
            long orgId,
            String code,
            @Nullable Long guestId,
            int consent,
            @Nullable String name,
            @Nullable String locale,
            @Nullable String challenge,
            @Nullable String nonce,
            String address,
            String device) {

        @Override
        public String toString() {
            return "Applicant " + code;
        }
    }

    /**
     * @param family the contact and those that turned out to be it
     * @param token of a device that is new; null otherwise
     */
    public record Admitted(
            long customerId, List<Long> family, @Nullable String token) {

        @Override
        public String toString() {
            return "Admitted " + customerId;
        }
    }

    /** One look at a door; visit.too_many_looks. */
    public void look(String address) {
        limits.look(address);
    }

    /** @throws org.qiao.platform.Problem visit.notice_changed, .too_many_opens, .work_needed, .blocked, .bad_name */
    public Admitted admit(Applicant person) {
        int version = rules.noticeVersion(person.orgId());
        if (person.consent() != version) {
            throw VisitProblem.NOTICE_CHANGED.problem("version", version);
        }
        String raw = person.name();
        String name = raw == null || raw.isBlank() ? null : VisitDoor.checked(raw);
        int most = person.guestId() == null
                ? limits.requireWork(person.address(), person.code(), answer(person))
                : Integer.MAX_VALUE;
        return Objects.requireNonNull(transaction.execute(status -> enter(person, name, most)));
    }

    private static @Nullable WorkAnswer answer(Applicant person) {
        String challenge = person.challenge();
        String nonce = person.nonce();
        return challenge == null || nonce == null ? null : new WorkAnswer(challenge, nonce);
    }

    private Admitted enter(Applicant person, @Nullable String name, int most) {
        long orgId = person.orgId();
        Long known = person.guestId();
        Customer customer = known == null ? create(person, name) : customers.current(orgId, known);
        if (customer.isBlocked()) {
            throw VisitProblem.BLOCKED.problem();
        }
        Integer agreed = customer.consentVersion();
        if (agreed == null || agreed < person.consent()) {
            customers.consent(orgId, customer.id(), person.consent());
        }
        String token = null;
        if (known == null) {
            limits.count(person.address(), person.code(), most);
            token = guests.open(new Guests.NewDevice(orgId, customer.id(), person.device(), person.address()))
                    .token();
        }
        return new Admitted(customer.id(), customers.family(orgId, customer.id()), token);
    }

    private Customer create(Applicant person, @Nullable String name) {
        Locale locale = VisitDoor.locale(person.locale());
        String shown = name == null ? Entrance.neutral(locale) : name;
        long id = guests.create(person.orgId(), shown, locale);
        return customers.add(id, new NewCustomer(person.orgId(), shown, CustomerSource.GROUP, null, person.consent()));
    }
}
