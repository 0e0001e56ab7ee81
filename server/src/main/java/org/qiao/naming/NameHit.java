package org.qiao.naming;

/** A person found, and by what. */
public record NameHit(long principalId, NameMatch match) {}
