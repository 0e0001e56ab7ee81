package org.qiao.messaging;

/**
 * A committed entry on its way to people.
 *
 * @param headSeq the conversation's last entry, this one
 * @param headNo the conversation's last message number at this entry
 * @param recipients principal ids of the members at this entry, with the sender, and with whoever this entry removed. Shared
 *     between events: never change it
 */
public record EntryAppended(
        long orgId, long conversationId, EntryView entry, long headSeq, long headNo, long[] recipients) {}
