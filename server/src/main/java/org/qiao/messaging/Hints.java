package org.qiao.messaging;

import java.util.Collection;
import org.springframework.stereotype.Service;

/** Lets other modules say "look again" to whoever is connected. Never the truth itself: that is read over HTTP. */
@Service
public class Hints {

    private final Courier courier;

    Hints(Courier courier) {
        this.courier = courier;
    }

    /** Call it after the commit. Never blocks. */
    public void tell(Collection<Long> principalIds, String topic, long id, String kind) {
        courier.together(() -> principalIds.forEach(
                person -> courier.deliver(to -> to.hint(new Deliveries.Hint(person, topic, id, kind)))));
    }
}
