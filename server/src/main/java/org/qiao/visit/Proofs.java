package org.qiao.visit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerMerges;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.CustomerThreadMoves;
import org.qiao.customer.Customers;
import org.qiao.customerimport.ImportedContacts;
import org.qiao.platform.Problem;
import org.qiao.visit.HostTokens.HostUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows when a guest has proved something: it is his, or he turns out to be a contact that the company knows already. */
@Component
class Proofs {

    private final Customers customers;
    private final CustomerMerges merges;
    private final CustomerThreadMoves moves;
    private final ImportedContacts imported;
    private final TransactionTemplate transaction;

    Proofs(
            Customers customers,
            CustomerMerges merges,
            CustomerThreadMoves moves,
            ImportedContacts imported,
            PlatformTransactionManager transactions) {
        this.customers = customers;
        this.merges = merges;
        this.moves = moves;
        this.imported = imported;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param customerId who the device is from now on */
    record Proved(long customerId, boolean joined) {}

    Proved host(Guest guest, HostUser host) {
        List<CustomerKey> keys = Entrance.keys(host);
        CustomerKey subject = keys.stream()
                .filter(key -> key.kind() == CustomerKey.Kind.HOST)
                .findFirst()
                .orElseThrow(VisitProblem.BAD_HOST_TOKEN::problem);
        Proved proved = prove(guest.orgId(), guest.id(), subject);
        transaction.executeWithoutResult(status -> keys.stream()
                .filter(key -> key != subject)
                .forEach(key -> customers.prove(guest.orgId(), proved.customerId(), key)));
        return proved;
    }

    Proved prove(long orgId, long id, CustomerKey key) {
        Optional<Long> merged;
        try {
            merged = Objects.requireNonNull(transaction.execute(status -> join(orgId, id, key)));
        } catch (Problem problem) {
            if (problem.is(CustomerProblem.NOT_MERGEABLE)) {
                throw VisitProblem.BLOCKED.problem();
            }
            throw problem;
        }
        if (merged.isEmpty()) {
            return new Proved(id, false);
        }
        moves.settle(orgId, merged.get());
        return new Proved(customers.current(orgId, id).id(), true);
    }

    /** Empty: nothing had to be joined. Whoever was only written down with what is proved now is him. */
    private Optional<Long> join(long orgId, long id, CustomerKey key) {
        if (key.kind() == CustomerKey.Kind.HOST) {
            requireSamePerson(List.of(key), customers.keys(orgId, id));
        }
        Optional<Long> written = customers.keyOwner(orgId, key).isPresent()
                ? Optional.empty()
                : imported.waiting(orgId, key).filter(known -> known != id);
        if (written.isPresent()) {
            long merge = merges.merge(orgId, id, written.get(), null);
            customers.prove(orgId, written.get(), key);
            return Optional.of(merge);
        }
        if (customers.prove(orgId, id, key)) {
            return Optional.empty();
        }
        long owner = customers.keyOwner(orgId, key).orElseThrow();
        requireSamePerson(customers.keys(orgId, owner), customers.keys(orgId, id));
        return Optional.of(merges.merge(orgId, id, owner, null));
    }

    private static void requireSamePerson(List<CustomerKey> some, List<CustomerKey> others) {
        boolean same = some.stream()
                .filter(key -> key.kind() == CustomerKey.Kind.HOST)
                .allMatch(key -> mayBe(key.value(), others));
        if (!same) {
            throw VisitProblem.OTHER_PERSON.problem();
        }
    }

    /** Two whom the host site calls by different names are two. */
    static boolean mayBe(String subject, List<CustomerKey> keys) {
        return keys.stream()
                .filter(key -> key.kind() == CustomerKey.Kind.HOST)
                .allMatch(key -> key.value().equals(subject));
    }
}
