package org.qiao.voice;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a free even port in a range, beginning anywhere in it, so that a port just given back rests a while. */
final class RtpPorts {

    private RtpPorts() {}

    static DatagramSocket open(InetAddress local, Trunk.Ports range) throws IOException {
        int first = range.from() + (range.from() & 1);
        int count = (range.to() - first) / 2 + 1;
        int start = ThreadLocalRandom.current().nextInt(Math.max(1, count));
        for (int i = 0; i < count; i++) {
            try {
                return new DatagramSocket(first + 2 * ((start + i) % count), local);
            } catch (BindException taken) {
                continue;
            }
        }
        throw new BindException("Every port for audio is taken");
    }
}
