package org.qiao.customergroup;

import org.qiao.messaging.GroupRole;

/** What somebody is to a group, and what follows from it. Whoever is nothing of this does not know the group. */
public enum GroupStanding {
    OWNER,
    /** Looks after the group without having to sit in it: an administrator of the company, or who leads the owner. */
    OVERSEER,
    ADMIN,
    MEMBER;

    /** Notice, settings, mute, welcome, replies, codes, rules; taking out customers and plain members. */
    public boolean mayManage() {
        return this != MEMBER;
    }

    /** Roles, the next owner, the end, taking out administrators. */
    public boolean mayOwn() {
        return this == OWNER || this == OVERSEER;
    }

    boolean mayRename(boolean nameLocked) {
        return !nameLocked || mayManage();
    }

    /** Somebody else, who is no customer when he is more than a member. */
    boolean mayRemove(GroupRole role) {
        return switch (role) {
            case MEMBER -> mayManage();
            case ADMIN -> mayOwn();
            case OWNER -> this == OVERSEER;
        };
    }

    static GroupStanding of(GroupRole role, boolean oversees) {
        return switch (role) {
            case OWNER -> OWNER;
            case ADMIN -> oversees ? OVERSEER : ADMIN;
            case MEMBER -> oversees ? OVERSEER : MEMBER;
        };
    }
}
