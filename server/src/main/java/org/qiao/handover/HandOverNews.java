package org.qiao.handover;

import java.util.Collection;
import java.util.List;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Says "look again" to those who are connected, after the commit: employees and the customer. */
@Component
class HandOverNews {

    static final String TOPIC = "handover";

    private final Hints hints;

    HandOverNews(Hints hints) {
        this.hints = hints;
    }

    void tell(HandOver transfer) {
        List<Long> people = List.of(transfer.fromId(), transfer.toId(), transfer.startedBy()).stream()
                .distinct()
                .toList();
        AfterCommit.run(() -> {
            hints.tell(people, TOPIC, transfer.id(), "CHANGED");
            hints.tell(List.of(transfer.customerId()), Hints.TO_CUSTOMERS, transfer.id(), "HANDOVER");
        });
    }

    /** The customer's page loads who serves now. */
    void served(HandOver transfer) {
        AfterCommit.run(
                () -> hints.tell(List.of(transfer.customerId()), Hints.TO_CUSTOMERS, transfer.relationId(), "SERVED"));
    }

    void served(Collection<Long> customers, long memberId) {
        AfterCommit.run(() -> hints.tell(customers, Hints.TO_CUSTOMERS, memberId, "SERVED"));
    }

    void leaver(Collection<Long> people, long memberId) {
        AfterCommit.run(() -> hints.tell(people, TOPIC, memberId, "LEAVER"));
    }
}
