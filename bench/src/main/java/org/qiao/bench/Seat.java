package org.qiao.bench;

/** One listening member of one conversation: how far it has everything. */
final class Seat {

    final Conversation conversation;
    final Client client;
    /** Everything up to this seq has arrived, once and in order. */
    long last;
    /** True from "you are behind" until a pull has caught up; then entries may come twice or too early. */
    boolean pulling;
    /** While pulling: the highest seq that is known to exist. */
    long wanted;
    /** Entries up to here were pulled, and may still arrive once more on the way that was too slow. */
    long overlap;
    /** When it last said what has been read. */
    long readAt = System.nanoTime();
    /** False for who is slow on purpose: checked, but not timed. */
    boolean measured = true;

    boolean toldBehind;

    Seat(Conversation conversation, Client client) {
        this.conversation = conversation;
        this.client = client;
        this.last = conversation.base;
    }
}
