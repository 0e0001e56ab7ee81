package org.qiao.noticepush;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The browsers by which a customer wants to be reached, for whoever tells him what is known of him, and erases it. */
@Service
public class PushDevices {

    private final SubscriptionStore store;

    PushDevices(SubscriptionStore store) {
        this.store = store;
    }

    /**
     * One of them.
     *
     * @param service whose push service; the address itself is a secret between it and the server
     */
    public record Device(String service, Instant since) {

        static Device of(String endpoint, Instant since) {
            String host = URI.create(endpoint).getHost();
            return new Device(host == null ? "" : host, since);
        }
    }

    public List<Device> of(long orgId, Collection<Long> people) {
        return people.isEmpty() ? List.of() : store.devices(orgId, people);
    }

    /** None of them hears anything more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long orgId, Collection<Long> people) {
        if (!people.isEmpty()) {
            store.deleteOfPeople(orgId, people);
        }
    }
}
