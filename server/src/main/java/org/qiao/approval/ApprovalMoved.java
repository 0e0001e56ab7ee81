package org.qiao.approval;

/**
 * A run has new events. Told after the commit, possibly more than once.
 *
 * @param after number of the last event before these
 * @param version number of the last of these
 */
public record ApprovalMoved(long orgId, long approvalId, long templateId, int after, int version) {}
