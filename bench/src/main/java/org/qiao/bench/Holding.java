package org.qiao.bench;

import java.util.TreeMap;

/**
 * What a device has of one conversation.
 *
 * @param from the first entry it may see
 * @param readSeq how far it thinks its person has read
 * @param headNo the last message number it knows of
 * @param entries by seq
 */
record Holding(
        int device,
        long person,
        long conversation,
        long from,
        long last,
        long readSeq,
        long readNo,
        long headNo,
        TreeMap<Long, Held> entries) {

    /** @param body empty once it is recalled */
    record Held(String id, long no, String body, boolean recalled) {

        Held withRecall() {
            return new Held(id, no, "", true);
        }
    }

    long unread() {
        return Math.max(0, headNo - readNo);
    }
}
