package org.qiao.account;

/**
 * A device was signed out: by its owner, by a change of password, or because it was the oldest of too many. Published inside the
 * transaction: listen after commit ({@code @TransactionalEventListener}). Expiry publishes nothing; find answers empty.
 */
public record SessionEnded(long sessionId) {}
