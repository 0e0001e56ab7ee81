package org.qiao.directory;

/**
 * What a company may decide about itself.
 *
 * @param recallHours how long a sender may recall a message; 0 switches recalling off for ordinary members
 * @param readReceipts senders see who has read
 * @param membersMayInvite everybody may make invitation links, not only administrators
 * @param groupMax members of one group at most
 * @param contactsVisible colleagues see each other's phone and e-mail; otherwise only administrators do
 */
public record OrgSettings(
        int recallHours,
        boolean readReceipts,
        boolean membersMayInvite,
        boolean membersMayCreateGroups,
        int groupMax,
        boolean contactsVisible) {

    public static final OrgSettings STANDARD = new OrgSettings(24, true, false, true, 10_000, true);
}
