package org.qiao.bench;

import java.util.List;
import java.util.Map;

/**
 * The tables of the message log, as they are at the end.
 *
 * @param heads by conversation
 * @param entries ascending by conversation and seq
 * @param outbox rows that nobody has fanned out
 */
record Dump(long era, Map<Long, Head> heads, List<Entry> entries, List<Member> members, long outbox) {

    Dump {
        heads = Map.copyOf(heads);
        entries = List.copyOf(entries);
        members = List.copyOf(members);
    }

    record Head(boolean group, long seq, long no) {}

    /**
     * @param key empty for what the system wrote
     * @param target 0 for none
     * @param recalledBy 0 for none
     * @param event of a SYSTEM entry, for example JOINED
     * @param people whom a SYSTEM entry is about
     */
    record Entry(
            long conversation,
            long seq,
            long no,
            long sender,
            String kind,
            String key,
            long target,
            long recalledBy,
            String body,
            String event,
            List<Long> people) {

        boolean isMessage() {
            return kind.equals("TEXT") || kind.equals("IMAGE") || kind.equals("FILE") || kind.equals("CARD");
        }

        /** As a device knows it. */
        String id() {
            return id(kind, sender, key, body);
        }

        static String id(String kind, long sender, String key, String body) {
            return kind + " " + sender + " " + (key.isEmpty() ? body : key);
        }
    }

    /**
     * Somebody's place in a conversation.
     *
     * @param present false once he has left
     * @param readSeq as everybody is told: at least what was before he came
     */
    record Member(long conversation, long person, boolean present, long fromSeq, long readSeq, long readNo) {}
}
