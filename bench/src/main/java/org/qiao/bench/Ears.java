package org.qiao.bench;

/** Hears what happens on the sockets, always on the one event loop. Frames are valid during the call only. */
interface Ears {

    /** @param now of {@link System#nanoTime} when these bytes were read */
    void heard(Client client, Frame frame, long now);

    /** The socket is gone, asked for or not. */
    default void closed(Client client, String reason) {}
}
