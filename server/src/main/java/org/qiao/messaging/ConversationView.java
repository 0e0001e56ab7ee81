package org.qiao.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;

/**
 * A conversation as one member sees it. Unread = {@code messageNo - readNo}.
 *
 * @param external somebody from outside the company reads here
 * @param closed nobody can write: the other side has left or is disabled, or the customer is blocked
 * @param peer the other side of a direct conversation, or the customer; a customer's own view names nobody
 * @param faces up to four members of a group, for its picture
 * @param seq the last entry
 * @param messageNo the last message number
 * @param readSeq everything up to here is read; never below what a newcomer may see
 * @param mentionSeq the last unread entry that mentions this member or everybody
 * @param last the last entry, null in an empty conversation
 * @param fromSeq the first entry this member may see
 * @param entries the last entries, only in answers to a sync
 */
public record ConversationView(
        long id,
        ConversationKind kind,
        String title,
        boolean external,
        boolean closed,
        @Nullable Card peer,
        List<Card> faces,
        int memberCount,
        long seq,
        long messageNo,
        long readSeq,
        long readNo,
        long unread,
        @Nullable Long mentionSeq,
        boolean muted,
        boolean pinned,
        GroupRole role,
        GroupSettings settings,
        @Nullable EntryView last,
        Instant movedAt,
        long fromSeq,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EntryView> entries) {}
