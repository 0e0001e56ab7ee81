package org.qiao.customer;

/** A customer was erased: nobody knows any more who he was. Told at least once, after the commit. */
public record CustomerErased(long orgId, long customerId) {}
