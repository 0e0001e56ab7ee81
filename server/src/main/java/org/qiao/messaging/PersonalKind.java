package org.qiao.messaging;

/** Changes that concern one person's devices only. */
public enum PersonalKind {
    /** Read on another device. Data: seq, no. */
    READ,
    /** Data: muted, pinned. */
    PREFERENCES,
    /** The person is in a conversation from now on. Data: kind. */
    CONVERSATION_ADDED,
    /** The person left, was removed, or the group was dissolved. Data: empty. */
    CONVERSATION_REMOVED,
    /** The person's own role changed, or whether a customer's thread is closed. Data: role, or closed. */
    CONVERSATION_CHANGED
}
