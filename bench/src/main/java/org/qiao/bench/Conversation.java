package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;

/** A conversation of the run and the members of it that listen. */
final class Conversation {

    final long id;
    /** The last seq before the run. */
    final long base;

    final List<Seat> seats = new ArrayList<>();
    /** The highest seq that the server has acknowledged in this run. */
    long acked;

    Conversation(long id, long base) {
        this.id = id;
        this.base = base;
        this.acked = base;
    }

    Seat seat(Client client) {
        Seat seat = new Seat(this, client);
        seats.add(seat);
        client.take(seat);
        return seat;
    }
}
