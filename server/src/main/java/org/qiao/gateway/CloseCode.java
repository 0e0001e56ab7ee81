package org.qiao.gateway;

import java.nio.charset.StandardCharsets;

/** Why a socket ends. The numbers are part of the protocol (docs/protocol.md); reasons are for people reading logs. */
enum CloseCode {
    BYE(1000, "bye", false),
    DRAIN(1001, "drain", false),
    SWITCHED(1001, "company switched", false),
    PROTOCOL(1002, "protocol error", true),
    BINARY(1003, "text only", false),
    UNREADABLE(1007, "not JSON", false),
    TOO_FAST(1008, "too fast", false),
    TOO_BIG(1009, "too big", false),
    NOT_SIGNED_IN(4001, "not signed in", false),
    DISABLED(4003, "disabled", false),
    TOO_SLOW(4008, "too slow", true),
    SILENT(4009, "no heartbeat", true),
    REPLACED(4010, "too many sockets", false);

    private final int code;
    private final String reason;
    private final boolean resumable;

    CloseCode(int code, String reason, boolean resumable) {
        this.code = code;
        this.reason = reason;
        this.resumable = resumable;
    }

    /** True when the session waits for its client to come back. */
    boolean resumable() {
        return resumable;
    }

    int code() {
        return code;
    }

    byte[] reason() {
        return reason.getBytes(StandardCharsets.US_ASCII);
    }
}
