package org.qiao.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a sync, over the socket or over HTTP. */
final class SyncedPage {

    private static final byte[] ERA = Frame.bytes("era");
    private static final byte[] CURSOR = Frame.bytes("cursor");
    private static final byte[] PERSONAL = Frame.bytes("personalSeq");
    private static final byte[] NEXT = Frame.bytes("next");
    private static final byte[] CONVERSATIONS = Frame.bytes("conversations");
    private static final byte[] ID = Frame.bytes("id");
    private static final byte[] SEQ = Frame.bytes("seq");
    private static final byte[] ENTRIES = Frame.bytes("entries");

    private final List<Moved> moved = new ArrayList<>();
    private long era = JsonBytes.NONE;
    private long personal = JsonBytes.NONE;
    private String cursor = "";
    private @Nullable String next;

    /** A conversation that moved, with the last of its entries. */
    static final class Moved {
        long id = JsonBytes.NONE;
        long head = JsonBytes.NONE;
        long[] seqs = new long[20];
        long[] messages = new long[20];
        int size;

        private void add(long seq, long message) {
            if (size == seqs.length) {
                seqs = Arrays.copyOf(seqs, size * 2);
                messages = Arrays.copyOf(messages, size * 2);
            }
            seqs[size] = seq;
            messages[size++] = message;
        }
    }

    static SyncedPage read(Frame frame) {
        SyncedPage page = new SyncedPage();
        JsonBytes json = frame.again();
        while (json.nextMember()) {
            page.member(frame, json);
        }
        return page;
    }

    private void member(Frame frame, JsonBytes json) {
        if (json.textIs(ERA)) {
            era = json.number();
        } else if (json.textIs(PERSONAL)) {
            personal = json.number();
        } else if (json.textIs(CURSOR)) {
            json.string();
            cursor = json.text();
        } else if (json.textIs(NEXT)) {
            json.string();
            next = json.text().isEmpty() ? null : json.text();
        } else if (json.textIs(CONVERSATIONS) && json.enter()) {
            while (json.nextItem()) {
                moved.add(moved(frame, json));
            }
        } else {
            json.skip();
        }
    }

    private static Moved moved(Frame frame, JsonBytes json) {
        Moved moved = new Moved();
        if (!json.enter()) {
            return moved;
        }
        while (json.nextMember()) {
            if (json.textIs(ID)) {
                moved.id = json.number();
            } else if (json.textIs(SEQ)) {
                moved.head = json.number();
            } else if (json.textIs(ENTRIES)) {
                entries(frame, json, moved);
            } else {
                json.skip();
            }
        }
        return moved;
    }

    private static void entries(Frame frame, JsonBytes json, Moved moved) {
        if (!json.enter()) {
            return;
        }
        while (json.nextItem()) {
            frame.entry();
            moved.add(frame.seq, frame.message);
        }
    }

    List<Moved> conversations() {
        return moved;
    }

    @Nullable
    String next() {
        return next;
    }

    Position position() {
        return new Position(era, cursor, personal, 0);
    }

    /**
     * What a device keeps after the last page and gives with its next sync.
     *
     * @param tail only what was written since, at most so many entries of each conversation; 0 for the last 20, known or not
     */
    record Position(long era, String cursor, long personal, int tail) {

        Position withTail(int entries) {
            return new Position(era, cursor, personal, entries);
        }

        String command(long id, @Nullable String after) {
            return "{\"t\":\"sync\",\"id\":" + id + ",\"era\":" + era + ",\"cursor\":\"" + cursor + "\",\"personal\":"
                    + personal + (tail == 0 ? "" : ",\"tail\":" + tail)
                    + (after == null ? "" : ",\"after\":\"" + after + "\"") + "}";
        }

        String query(@Nullable String after) {
            return "/api/sync?era=" + era + "&cursor=" + cursor + "&personal=" + personal
                    + (tail == 0 ? "" : "&tail=" + tail)
                    + (after == null
                            ? ""
                            : "&after=" + java.net.URLEncoder.encode(after, java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
