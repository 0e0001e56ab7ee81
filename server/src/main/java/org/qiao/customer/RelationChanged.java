package org.qiao.customer;

/** What is written down in a relation, or its thread, is not what it was. Told at least once, after the commit. */
public record RelationChanged(long orgId, long relationId, long customerId) {}
