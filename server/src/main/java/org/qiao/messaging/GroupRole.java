package org.qiao.messaging;

/** What a member may do in a group. */
public enum GroupRole {
    OWNER,
    ADMIN,
    MEMBER;

    boolean isAdmin() {
        return this != MEMBER;
    }
}
