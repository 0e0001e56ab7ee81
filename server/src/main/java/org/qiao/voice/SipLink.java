package org.qiao.voice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The way that messages of one call take. What is heard goes to a {@link Listener}, on a thread of the link's own. */
interface SipLink extends Closeable {

    /** What is heard, without garbage. */
    interface Listener {

        void heard(SipMessage message, InetSocketAddress from);
    }

    int localPort();

    /** To the next hop. */
    void send(SipRequest request) throws IOException;

    /** Back to where the request came from, whatever its headers claim. */
    void reply(SipResponse response, InetSocketAddress to) throws IOException;

    @Override
    void close();
}
