package org.qiao.bench;

/**
 * A device was shown an entry, or something that explains why it was not.
 *
 * @param session under which sockets followed one another; a new one begins when nothing could be resumed
 * @param id what the entry is: kind, sender and key, or its body when it has no key
 */
record Sighting(
        int device, long person, int session, long era, long conversation, long seq, String id, Way way, long at) {

    enum Way {
        /** Pushed and applied. */
        LIVE,
        /** Pushed, and already there. */
        AGAIN,
        /** Pushed, with a hole before it: pulled instead. */
        AHEAD,
        /** Pushed in a conversation that this device does not have. */
        STRAY,
        /** Applied from a pull or a sync. */
        FETCHED,
        /** The server said that it left entries out. */
        BEHIND,
        /** The device forgot the conversation: it was removed, or the era changed. */
        FORGOT
    }

    boolean isApplied() {
        return way == Way.LIVE || way == Way.FETCHED;
    }

    boolean isPushed() {
        return way == Way.LIVE || way == Way.AGAIN || way == Way.AHEAD;
    }
}
