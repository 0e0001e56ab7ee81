package org.qiao.voice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way into a telephone network.
 *
 * @param domain what stands behind the @ of both numbers
 * @param username empty when the provider knows us by our address
 * @param callerId the number that the callee sees
 * @param outboundProxy where everything is sent instead of to {@code host}
 * @param localAddress what the provider is told as our address; null for the one that leads there
 * @param maxCalls how many calls of one company at the same time
 * @param ring how long the callee's telephone may ring
 */
public record Trunk(
        Endpoint host,
        Transport transport,
        String domain,
        String username,
        String password,
        String callerId,
        @Nullable Endpoint outboundProxy,
        @Nullable String localAddress,
        Ports rtpPorts,
        int maxCalls,
        Duration ring) {

    /** How the signalling travels. */
    public enum Transport {
        UDP,
        TCP
    }

    /** A host name or address and a port. */
    public record Endpoint(String host, int port) {}

    /** Both ends included. */
    public record Ports(int from, int to) {}

    Endpoint nextHop() {
        return outboundProxy == null ? host : outboundProxy;
    }

    /** Without the password, whoever prints it. */
    @Override
    public String toString() {
        return "Trunk[" + transport + "]";
    }
}
