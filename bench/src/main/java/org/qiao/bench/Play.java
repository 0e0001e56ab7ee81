package org.qiao.bench;

/** What the people of a scenario do next. Called on the event loop. */
interface Play {

    /** Somebody else's message has arrived, in its turn. */
    default void received(Seat seat, long message) {}

    default void acked(Seat sender, long message) {}

    /** Every listening member has it. */
    default void complete(Seat sender, long message) {}
}
