package org.qiao.customer;

import org.jspecify.annotations.Nullable;

/** A relation has ended. Told at least once, after the commit. By the customer it is a deletion alert. */
public record RelationClosed(
        long orgId,
        long relationId,
        long customerId,
        long memberId,
        @Nullable Long conversationId,
        RelationEnd reason) {}
