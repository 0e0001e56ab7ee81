package org.qiao.customer;

/**
 * Somebody else serves a customer from now on; told by the module handover, at least once, after the commit. What is kept by relation
 * or by employee moves: tags, open tasks. Moving is harmless when it is repeated.
 *
 * @param handOverId the same for the hand-over and its undoing
 * @param fromRelationId closed by it; open again when it is undone
 * @param toRelationId opened by it, or one that the next had already
 * @param tags the company's tags go with it
 * @param undone it is taken back: what moved goes back to {@code fromRelationId} and {@code fromId}
 */
public record CustomerHandedOver(
        long orgId,
        long handOverId,
        long customerId,
        long fromRelationId,
        long toRelationId,
        long fromId,
        long toId,
        boolean tags,
        boolean undone) {}
