package org.qiao.visit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.contactway.Arrivals;
import org.qiao.contactway.Arrivals.Arrival;
import org.qiao.contactway.Arrivals.Arrived;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.WayTurns;
import org.qiao.customer.AddWay;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.qiao.notice.Telephone;
import org.qiao.visit.HostTokens.HostUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One customer comes in, in one transaction: who he is, what he agreed to, who serves him, the token of his device. */
@Component
class Entrance {

    private static final int NAME_FROM = 1_000;
    private static final int NAME_UNTIL = 10_000;

    private final Customers customers;
    private final Guests guests;
    private final Arrivals arrivals;
    private final DoorLimits limits;
    private final WayTurns turns;
    private final TransactionTemplate transaction;

    Entrance(
            Customers customers,
            Guests guests,
            Arrivals arrivals,
            DoorLimits limits,
            WayTurns turns,
            PlatformTransactionManager transactions) {
        this.customers = customers;
        this.guests = guests;
        this.arrivals = arrivals;
        this.limits = limits;
        this.turns = turns;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Somebody at the door.
     *
     * @param guestId whom his device already is
     * @param host what the host site says of him
     * @param name his own, clean; null for a neutral one
     */
    record Newcomer(
            @Nullable Long guestId,
            @Nullable HostUser host,
            @Nullable String name,
            Locale locale,
            int consent,
            String state,
            Caller caller) {}

    /**
     * Where the request comes from.
     *
     * @param most new chats of the address on this day, with his
     */
    record Caller(String address, String device, int most) {

        static Caller of(String address, String device) {
            return new Caller(address, device, Integer.MAX_VALUE);
        }

        Caller within(int limit) {
            return new Caller(address, device, limit);
        }
    }

    /** @param token of a device that is new; null otherwise */
    record Entered(long customerId, @Nullable String token, Arrived arrived) {}

    Entered enter(ContactWay way, Newcomer person) {
        return turns.inTurn(way, () -> Objects.requireNonNull(transaction.execute(status -> admit(way, person))));
    }

    private Entered admit(ContactWay way, Newcomer person) {
        long orgId = way.orgId();
        Long known = person.guestId();
        if (known == null && person.host() != null) {
            known = CustomerKey.host(person.host().subject())
                    .flatMap(key -> customers.keyOwner(orgId, key))
                    .orElse(null);
        }
        Customer customer = known == null ? create(way, person) : customers.current(orgId, known);
        if (customer.isBlocked()) {
            throw CustomerProblem.BLOCKED.problem(); // nor does he wait until somebody accepts him
        }
        Integer agreed = customer.consentVersion();
        if (agreed == null || agreed < person.consent()) {
            customers.consent(orgId, customer.id(), person.consent());
        }
        Arrived arrived = arrivals.arrive(way, new Arrival(customer.id(), addWay(way, person), state(way, person)));
        if (arrived.fresh()) {
            limits.count(person.caller().address(), way.code(), person.caller().most());
        }
        if (person.host() != null) {
            prove(orgId, customer.id(), person.host());
        }
        String token = person.guestId() != null
                ? null
                : guests.open(new Guests.NewDevice(
                                orgId,
                                customer.id(),
                                person.caller().device(),
                                person.caller().address()))
                        .token();
        return new Entered(customer.id(), token, arrived);
    }

    private Customer create(ContactWay way, Newcomer person) {
        String name = person.name() == null ? neutral(person.locale()) : person.name();
        long id = guests.create(way.orgId(), name, person.locale());
        CustomerSource source = CustomerSource.valueOf(addWay(way, person).name());
        return customers.add(id, new NewCustomer(way.orgId(), name, source, way.id(), person.consent()));
    }

    private static AddWay addWay(ContactWay way, Newcomer person) {
        if (person.host() != null) {
            return AddWay.HOST;
        }
        return way.isPersonal() ? AddWay.CARD : AddWay.QR;
    }

    private static String state(ContactWay way, Newcomer person) {
        return person.state().isEmpty() ? way.state() : person.state();
    }

    static String neutral(Locale locale) {
        int number = ThreadLocalRandom.current().nextInt(NAME_FROM, NAME_UNTIL);
        return (locale.getLanguage().equals("en") ? "Visitor " : "访客 ") + number;
    }

    /** What the site says besides is taken as proved where it is nobody else's. */
    private void prove(long orgId, long customerId, HostUser host) {
        for (CustomerKey key : keys(host)) {
            customers.prove(orgId, customerId, key);
        }
    }

    static List<CustomerKey> keys(HostUser host) {
        Optional<CustomerKey> email = Optional.ofNullable(host.email()).flatMap(CustomerKey::email);
        Optional<CustomerKey> phone = Optional.ofNullable(host.phone())
                .flatMap(Telephone::read)
                .map(number -> new CustomerKey(CustomerKey.Kind.PHONE, number));
        return List.of(CustomerKey.host(host.subject()), email, phone).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
