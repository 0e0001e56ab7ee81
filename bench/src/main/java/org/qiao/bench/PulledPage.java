package org.qiao.bench;

import java.util.Arrays;

/** The answer to a pull: seqs and numbers of messages, in the order they came. */
final class PulledPage {

    private static final byte[] CONVERSATION = Frame.bytes("conversation");
    private static final byte[] ITEMS = Frame.bytes("items");
    private static final byte[] HEAD = Frame.bytes("head");

    private long conversation = JsonBytes.NONE;
    private long head;
    private long[] seqs = new long[200];
    private long[] messages = new long[200];
    private int size;

    static PulledPage read(Frame frame) {
        PulledPage page = new PulledPage();
        JsonBytes json = frame.again();
        while (json.nextMember()) {
            if (json.textIs(CONVERSATION)) {
                page.conversation = json.number();
            } else if (json.textIs(HEAD)) {
                page.head = json.number();
            } else if (json.textIs(ITEMS)) {
                page.items(frame, json);
            } else {
                json.skip();
            }
        }
        return page;
    }

    private void items(Frame frame, JsonBytes json) {
        if (!json.enter()) {
            return;
        }
        while (json.nextItem()) {
            frame.entry();
            if (size == seqs.length) {
                seqs = Arrays.copyOf(seqs, size * 2);
                messages = Arrays.copyOf(messages, size * 2);
            }
            seqs[size] = frame.seq;
            messages[size++] = frame.message;
        }
    }

    long conversation() {
        return conversation;
    }

    long head() {
        return head;
    }

    int size() {
        return size;
    }

    long seq(int index) {
        return seqs[index];
    }

    long message(int index) {
        return messages[index];
    }
}
