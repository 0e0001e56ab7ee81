package org.qiao.customer;

/**
 * Two contacts were one person, or were found not to be. Told at least once, after the commit.
 *
 * @param undone true: taken apart again
 */
public record CustomersMerged(long orgId, long mergeId, long keptId, long goneId, boolean undone) {}
