package org.qiao.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.qiao.customer.CustomerErasures;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.Limits;
import org.qiao.privacy.ErasureStore.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases one customer: the door is shut, then module after module forgets him in bounded portions, each a transaction of its own. Which
 * module is done stands in the row; whoever dies in the middle leaves a lease that ends, and the next goes on.
 */
@Component
class ErasureRun {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRun.class);

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final ErasureStore store;
    private final PersonParts parts;
    private final CustomerErasures erasures;
    private final Customers customers;
    private final News news;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ErasureRun(
            ErasureStore store,
            PersonParts parts,
            CustomerErasures erasures,
            Customers customers,
            News news,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.parts = parts;
        this.erasures = erasures;
        this.customers = customers;
        this.news = news;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who is told, and what stays written down. */
    @Component
    record News(PrivacyAudit audit, Erasures.Telling telling) {}

    /** @return false when nobody is due */
    boolean next() {
        Instant now = clock.instant();
        Optional<Erasure> claimed = transaction.execute(status -> store.claim(now, now.plus(LEASE)));
        if (claimed == null || claimed.isEmpty()) {
            return false;
        }
        Erasure erasure = claimed.get();
        try {
            run(erasure);
        } catch (RuntimeException e) { // a job: it comes again
            LOG.error("Erasure {} stopped and will go on", erasure.id(), e);
            transaction.executeWithoutResult(
                    status -> store.failed(erasure, clock.instant().plus(Limits.pause(erasure.failures()))));
        }
        return true;
    }

    private void run(Erasure erasure) {
        if (!erasure.begun()) {
            begin(erasure);
        }
        Person person = customers.person(erasure.orgId(), erasure.customerId());
        for (PersonData part : parts.inOrder()) {
            if (!erasure.parts().contains(part.name())) {
                while (!part.erase(person)) {
                    transaction.executeWithoutResult(status -> store.lease(erasure, until()));
                }
                FaultPoints.reached("erase.part");
                transaction.executeWithoutResult(status -> store.partDone(erasure, part.name(), until()));
            }
        }
        FaultPoints.reached("erase.done");
        transaction.executeWithoutResult(status -> {
            if (store.done(erasure, clock.instant())) {
                news.audit()
                        .record(
                                erasure.orgId(),
                                null,
                                AuditKind.ERASED,
                                person.id(),
                                Map.of("erasure", erasure.id(), "origin", erasure.origin()));
                news.telling().moved(erasure.orgId(), person.id(), erasure.id(), "ERASED");
            }
        });
    }

    private void begin(Erasure erasure) {
        transaction.executeWithoutResult(status -> {
            Person person = customers.person(erasure.orgId(), erasure.customerId());
            erasures.begin(person);
            store.begun(erasure, until());
            news.audit()
                    .record(
                            erasure.orgId(),
                            null,
                            AuditKind.ERASURE_BEGUN,
                            person.id(),
                            Map.of("erasure", erasure.id()));
            news.telling().moved(erasure.orgId(), person.id(), erasure.id(), "BEGUN");
        });
    }

    private Instant until() {
        return clock.instant().plus(LEASE);
    }
}
