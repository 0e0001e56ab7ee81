package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Commands as masked frames in one reused array. The texts are encoded once; of each message only its numbers are new.
 */
final class ClientFrames {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 0x1;
    /** Room for the longest header, so that the payload can be written before its length is known. */
    private static final int HEADER = 14;

    private static final byte[] SEND = "{\"t\":\"send\",\"id\":".getBytes(UTF_8);
    private static final byte[] CONVERSATION = ",\"conversation\":".getBytes(UTF_8);
    private static final byte[] KIND_TEXT = "\",\"kind\":\"TEXT\",\"body\":{\"text\":\"".getBytes(UTF_8);
    private static final byte[] END_TEXT = "\"}}".getBytes(UTF_8);
    private static final byte[] KIND_FILE = "\",\"kind\":\"FILE\",\"body\":{\"file\":{\"id\":".getBytes(UTF_8);
    private static final byte[] END_FILE = "}}}".getBytes(UTF_8);

    private final byte[] key;
    private final byte[][] texts;
    private byte[] out = new byte[32 * 1024];
    private int at;
    private int start;
    private long random = System.nanoTime() | 1;

    /** @param keyPrefix before the number of each message */
    ClientFrames(String keyPrefix, List<String> texts) {
        this.key = (",\"key\":\"" + keyPrefix).getBytes(UTF_8);
        this.texts = texts.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
        int longest =
                Arrays.stream(this.texts).mapToInt(text -> text.length).max().orElse(0);
        out = new byte[longest + 1024];
    }

    /** Where the frame of the last call begins; it ends at {@link #end}. */
    byte[] bytes() {
        return out;
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    /** The same number makes the same text again, as a repeat must. */
    void text(long conversation, long message) {
        begin(conversation, message);
        put(KIND_TEXT);
        put(texts[(int) (message % texts.length)]);
        put(END_TEXT);
        mask();
    }

    void file(long conversation, long message, long file) {
        begin(conversation, message);
        put(KIND_FILE);
        put(file);
        put(END_FILE);
        mask();
    }

    /** Any other command. */
    void json(String command) {
        at = HEADER;
        put(command.getBytes(UTF_8));
        mask();
    }

    byte[] control(int opcode, byte[] payload) {
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) (FINAL | opcode);
        frame[1] = (byte) (MASKED | payload.length);
        int mask = (int) next();
        for (int i = 0; i < 4; i++) {
            frame[2 + i] = (byte) (mask >>> 8 * i);
        }
        for (int i = 0; i < payload.length; i++) {
            frame[6 + i] = (byte) (payload[i] ^ mask >>> 8 * (i & 3));
        }
        return frame;
    }

    private void begin(long conversation, long message) {
        at = HEADER;
        put(SEND);
        put(message);
        put(CONVERSATION);
        put(conversation);
        put(key);
        put(message);
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, out, at, bytes.length);
        at += bytes.length;
    }

    private void put(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += digits;
    }

    /** Masks the payload eight bytes at a time and writes the header before it. */
    private void mask() {
        int length = at - HEADER;
        int mask = (int) next();
        long twice = mask & 0xFFFFFFFFL | (long) mask << 32;
        int i = HEADER;
        for (; i + 8 <= at; i += 8) {
            LONG.set(out, i, (long) LONG.get(out, i) ^ twice);
        }
        for (; i < at; i++) {
            out[i] ^= (byte) (mask >>> 8 * (i - HEADER & 3));
        }
        int header = length < 126 ? 6 : 8;
        start = HEADER - header;
        out[start] = (byte) (FINAL | TEXT);
        if (length < 126) {
            out[start + 1] = (byte) (MASKED | length);
        } else {
            out[start + 1] = (byte) (MASKED | 126);
            out[start + 2] = (byte) (length >>> 8);
            out[start + 3] = (byte) length;
        }
        for (int m = 0; m < 4; m++) {
            out[HEADER - 4 + m] = (byte) (mask >>> 8 * m);
        }
    }

    private long next() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return random >>> 16;
    }
}
