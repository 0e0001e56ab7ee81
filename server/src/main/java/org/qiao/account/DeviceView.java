package org.qiao.account;

import java.time.Instant;

/** A signed-in device, as its owner sees it. */
record DeviceView(
        long id,
        String device,
        String address,
        Instant createdAt,
        Instant lastSeenAt,
        boolean current,
        boolean bearer) {}
