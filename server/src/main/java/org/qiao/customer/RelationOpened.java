package org.qiao.customer;

import org.jspecify.annotations.Nullable;

/** A customer has an employee. Told at least once, after the commit; the thread may not be made yet. */
public record RelationOpened(
        long orgId,
        long relationId,
        long customerId,
        long memberId,
        @Nullable Long wayId) {}
