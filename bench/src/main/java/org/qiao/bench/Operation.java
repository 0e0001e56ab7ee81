package org.qiao.bench;

import java.util.List;

/**
 * Something that a client asked for, with what became of it. Times are nanoseconds of one monotonic clock.
 *
 * @param person who asked
 * @param connection the socket it was first sent on; 0 over HTTP
 * @param key of a message or recall; else empty
 * @param text of a message; else empty
 * @param target RECALL: the seq; READ: up to which seq; ADD, REMOVE: the member
 * @param attempts how often it was sent
 * @param ended when its outcome was known, or given up
 * @param code of the refusal
 * @param acks every answer that said it is stored, repeats included
 */
record Operation(
        Kind kind,
        long person,
        int connection,
        long conversation,
        String key,
        String text,
        long target,
        long begun,
        int attempts,
        Outcome outcome,
        long ended,
        String code,
        List<Ack> acks) {

    Operation {
        acks = List.copyOf(acks);
    }

    enum Kind {
        SEND,
        RECALL,
        READ,
        ADD,
        REMOVE
    }

    enum Outcome {
        OK,
        FAIL,
        UNKNOWN
    }

    /** @param no message number */
    record Ack(long seq, long no, long at) {}

    boolean isWrite() {
        return kind == Kind.SEND || kind == Kind.RECALL;
    }

    @Override
    public String toString() {
        return kind + " " + key + " by " + person + " in " + conversation;
    }
}
