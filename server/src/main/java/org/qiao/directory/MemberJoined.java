package org.qiao.directory;

/** A member can work in the company from now on: joined, was activated, or came back. */
public record MemberJoined(long orgId, long principalId) {}
