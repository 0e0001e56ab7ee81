package org.qiao.customerguard;

import java.time.Instant;

/** A rule of a company. */
record GuardRule(
        long id,
        long orgId,
        String name,
        GuardAction action,
        GuardContent content,
        boolean enabled,
        int version,
        Instant changedAt) {}
