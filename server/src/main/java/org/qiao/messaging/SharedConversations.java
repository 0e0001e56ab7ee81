package org.qiao.messaging;

import java.util.Collection;
import java.util.Set;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Whoever has shared a conversation with a customer may know him. */
@Component
class SharedConversations implements Members.Acquaintance {

    private final SeatStore seats;

    SharedConversations(SeatStore seats) {
        this.seats = seats;
    }

    @Override
    public Set<Long> known(Actor actor, Collection<Long> customerIds) {
        return seats.met(actor, customerIds);
    }
}
