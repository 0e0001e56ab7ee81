package org.qiao.messaging;

/** What an entry of a conversation's log is. */
public enum EntryKind {
    TEXT,
    IMAGE,
    FILE,
    /** Something of a module, with a summary that stays; only modules write it. */
    CARD,
    RECALL,
    SYSTEM;

    /** True for what people read: these entries carry a message number of their own and count as unread. */
    public boolean isMessage() {
        return isWritten() || this == CARD;
    }

    /** True for what people write themselves. */
    public boolean isWritten() {
        return this == TEXT || this == IMAGE || this == FILE;
    }
}
