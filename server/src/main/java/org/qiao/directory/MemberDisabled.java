package org.qiao.directory;

/** A member was locked out by an administrator and may come back. */
public record MemberDisabled(long orgId, long principalId) {}
