package org.qiao.groupguard;

/** What is done to a customer. A rule never takes back. */
enum GuardAction {
    WARN,
    MUTE,
    UNMUTE,
    REMOVE,
    BLOCK,
    UNBLOCK;

    boolean isOfRule() {
        return this != UNMUTE && this != UNBLOCK;
    }
}
