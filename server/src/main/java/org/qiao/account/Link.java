package org.qiao.account;

import java.time.Instant;

/** A one-time link that still works. */
public record Link(Purpose purpose, long accountId, long orgId, long principalId, Instant expiresAt) {

    /** What the link asks of the person who opens it. */
    public enum Purpose {
        /** Choose a new password. */
        RESET,
        /** Nothing: signs in at once (sample company). */
        LOGIN,
        /** Give the password the account already has, to show that the invited member and the account are one person. */
        JOIN
    }
}
