package org.qiao.messaging;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who has a connection open now. A connection says that a page is open, not that somebody looks at it. */
@Service
public class Presence {

    private final Courier courier;

    Presence(Courier courier) {
        this.courier = courier;
    }

    /** Of these people. From memory. */
    public Set<Long> connected(Collection<Long> principalIds) {
        return principalIds.stream().filter(courier::isConnected).collect(Collectors.toUnmodifiableSet());
    }
}
