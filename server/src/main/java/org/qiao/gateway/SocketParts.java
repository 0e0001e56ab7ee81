package org.qiao.gateway;

import org.springframework.stereotype.Component;

/** What every connection shares, so that a handler holds one reference instead of seven. */
@Component
record SocketParts(
        GatewaySettings settings,
        Admission admission,
        Arrivals arrivals,
        SocketSessions sessions,
        Commands commands,
        Workers workers,
        Frames frames,
        GatewayMetrics metrics) {}
