package org.qiao.customer;

/** Name, level, keys or blocking of a customer are not what they were. Told at least once, after the commit. */
public record CustomerChanged(long orgId, long customerId) {}
