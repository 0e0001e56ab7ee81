package org.qiao.messaging;

import java.util.List;

/**
 * A stretch of a conversation.
 *
 * @param items ascending by seq, without a hole
 * @param head the conversation's last seq
 * @param fromSeq the first entry this member may see
 */
public record EntryPage(List<EntryView> items, long head, long fromSeq) {

    public EntryPage {
        items = List.copyOf(items);
    }
}
