package org.qiao.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands committed changes to the {@link Deliveries} that exist. A failure there is logged: the change itself is safe. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final ObjectProvider<Deliveries> found;
    private volatile List<Deliveries> known = List.of();
    private volatile boolean asked;

    Courier(ObjectProvider<Deliveries> found) {
        this.found = found;
    }

    void deliver(Consumer<Deliveries> change) {
        for (Deliveries to : all()) {
            try {
                change.accept(to);
            } catch (RuntimeException e) { // an edge: somebody else's code
                LOG.error("A change was not delivered", e);
            }
        }
    }

    /** Answers and deliveries of one batch, see {@link Deliveries#together}. */
    void together(Runnable work) {
        Runnable wrapped = work;
        for (Deliveries to : all()) {
            Runnable inner = wrapped;
            wrapped = () -> to.together(inner);
        }
        wrapped.run();
    }

    boolean isConnected(long principalId) {
        for (Deliveries to : all()) {
            if (to.isConnected(principalId)) {
                return true;
            }
        }
        return false;
    }

    /** Asked at the first delivery only: whoever delivers depends on this module and is made later. */
    private List<Deliveries> all() {
        if (!asked) {
            known = found.orderedStream().toList();
            asked = true;
        }
        return known;
    }
}
