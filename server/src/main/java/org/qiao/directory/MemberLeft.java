package org.qiao.directory;

/** A member left the company; the row, the name and the history stay. */
public record MemberLeft(long orgId, long principalId) {}
