package org.qiao.messaging;

/**
 * Switches of a group, all off at first.
 *
 * @param mentionAllAdminsOnly only owner and admins may mention everybody
 * @param addMembersAdminsOnly only owner and admins may add members
 * @param historyForNewcomers newcomers see the last 100 messages; else nothing before their joining
 */
public record GroupSettings(boolean mentionAllAdminsOnly, boolean addMembersAdminsOnly, boolean historyForNewcomers) {

    static final GroupSettings STANDARD = new GroupSettings(false, false, false);
}
