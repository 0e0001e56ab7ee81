package org.qiao.messaging;

import java.util.List;

/** New read counts of messages this person sent; at most once a second for each conversation. */
public record ReceiptsChanged(long principalId, long conversationId, List<Receipt> items) {

    public ReceiptsChanged {
        items = List.copyOf(items);
    }
}
