package org.qiao.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import org.jspecify.annotations.Nullable;

/**
 * Where we listen and what we say where we are. They differ behind address translation: the told address is then the router's.
 */
record LocalAddress(InetAddress bound, InetAddress told) {

    /** @param wanted what the provider is to be told; null for the address from which packets to the other side leave */
    static LocalAddress towards(InetSocketAddress other, @Nullable String wanted) throws IOException {
        if (wanted != null) {
            InetAddress told = InetAddress.getByName(wanted);
            boolean here = NetworkInterface.getByInetAddress(told) != null;
            return new LocalAddress(here ? told : new InetSocketAddress(0).getAddress(), told);
        }
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(other); // asks the routing table, sends nothing
            return new LocalAddress(probe.getLocalAddress(), probe.getLocalAddress());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
