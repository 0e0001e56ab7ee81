package org.qiao.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What one frame of the server says, as far as the generator cares. One object for all frames: valid until the next one is read. */
final class Frame {

    enum Type {
        WELCOME,
        ACK,
        ENTRY,
        ERROR,
        BEHIND,
        ENTRIES,
        SYNCED,
        OTHER
    }

    private static final byte[] T = bytes("t");
    private static final byte[] ID = bytes("id");
    private static final byte[] CONVERSATION = bytes("conversation");
    private static final byte[] ENTRY = bytes("entry");
    private static final byte[] SEQ = bytes("seq");
    private static final byte[] KEY = bytes("key");
    private static final byte[] HEAD = bytes("head");
    private static final byte[] CODE = bytes("code");
    private static final byte[] RETRY = bytes("retryAfterMs");
    private static final byte[][] NAMES = {
        bytes("welcome"),
        bytes("ack"),
        bytes("entry"),
        bytes("error"),
        bytes("behind"),
        bytes("entries"),
        bytes("synced")
    };

    final JsonBytes json = new JsonBytes();
    private final byte[] keyPrefix;

    Type type = Type.OTHER;
    long id;
    long conversation;
    long seq;
    /** The number of a message of this run; NONE for every other entry. */
    long message;

    long head;
    long retryAfterMs;
    String code = "";

    private boolean keyRead;
    private byte[] source = new byte[0];
    private int from;
    private int to;

    /** @param keyPrefix how the keys of this run begin; a number follows */
    Frame(String keyPrefix) {
        this.keyPrefix = bytes(keyPrefix);
    }

    static byte[] bytes(String name) {
        return name.getBytes(US_ASCII);
    }

    /** Stops as soon as everything is known that this type can say. */
    void read(byte[] bytes, int start, int end) {
        source = bytes;
        from = start;
        to = end;
        clear();
        json.over(bytes, start, end);
        if (!json.enter()) {
            return;
        }
        while (json.nextMember()) {
            if (json.textIs(T)) {
                json.string();
                type = named();
                if (type == Type.ENTRIES || type == Type.SYNCED || type == Type.WELCOME || type == Type.OTHER) {
                    return; // the long ones are walked by who wants them
                }
            } else {
                member();
            }
            if (isComplete()) {
                return;
            }
        }
    }

    /** Begins again at the first member, for who wants more of a long frame. */
    JsonBytes again() {
        json.over(source, from, to);
        json.enter();
        return json;
    }

    /** Reads the seq and the key of the entry that begins here, and goes past it. */
    void entry() {
        seq = JsonBytes.NONE;
        message = JsonBytes.NONE;
        if (!json.enter()) {
            return;
        }
        while (json.nextMember()) {
            entryMember();
        }
    }

    private void member() {
        if (json.textIs(ID)) {
            id = json.number();
        } else if (json.textIs(CONVERSATION)) {
            conversation = json.number();
        } else if (json.textIs(SEQ)) {
            seq = json.number();
        } else if (json.textIs(ENTRY)) {
            entryOfFrame();
        } else if (json.textIs(HEAD)) {
            head = json.number();
        } else if (json.textIs(CODE)) {
            json.string();
            code = json.text();
        } else if (json.textIs(RETRY)) {
            retryAfterMs = json.number();
        } else {
            json.skip();
        }
    }

    /** The body comes last and is the longest part: it is not read when nothing behind it is needed. */
    private void entryOfFrame() {
        if (!json.enter()) {
            return;
        }
        while (json.nextMember()) {
            keyRead |= entryMember();
            if (isComplete()) {
                return;
            }
        }
    }

    private boolean entryMember() {
        if (json.textIs(SEQ)) {
            seq = json.number();
        } else if (json.textIs(KEY)) {
            json.string();
            message = json.numberAfter(keyPrefix);
            return true;
        } else {
            json.skip();
        }
        return false;
    }

    private boolean isComplete() {
        return switch (type) {
            case ACK -> id != JsonBytes.NONE && conversation != JsonBytes.NONE && seq != JsonBytes.NONE;
            case ENTRY -> keyRead && seq != JsonBytes.NONE && conversation != JsonBytes.NONE;
            default -> false;
        };
    }

    private Type named() {
        for (int i = 0; i < NAMES.length; i++) {
            if (json.textIs(NAMES[i])) {
                return TYPES[i];
            }
        }
        return Type.OTHER;
    }

    private static final Type[] TYPES = Type.values();

    private void clear() {
        type = Type.OTHER;
        id = JsonBytes.NONE;
        conversation = JsonBytes.NONE;
        seq = JsonBytes.NONE;
        message = JsonBytes.NONE;
        head = JsonBytes.NONE;
        retryAfterMs = JsonBytes.NONE;
        code = "";
        keyRead = false;
    }
}
