package org.qiao.account;

/** A member was disabled or has left; sockets close at once. Published inside the transaction: listen after commit. */
public record PrincipalDisabled(long principalId) {}
