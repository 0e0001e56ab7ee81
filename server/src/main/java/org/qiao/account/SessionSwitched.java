package org.qiao.account;

/** A device now works in another company; its sockets must start anew. Published inside the transaction: listen after commit. */
public record SessionSwitched(long sessionId) {}
