package org.qiao.messaging;

/** What an entry of a conversation's log is. */
public enum EntryKind {
    TEXT,
    IMAGE,
    FILE,
    RECALL,
    SYSTEM;

    /** True for what people read: these entries carry a message number of their own and count as unread. */
    public boolean isMessage() {
        return this == TEXT || this == IMAGE || this == FILE;
    }
}
