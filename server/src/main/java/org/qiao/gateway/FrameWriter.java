package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.EntryView;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes the two frames that make up nearly all traffic, acknowledgements and entries, byte by byte: the same text as the
 * JSON mapper's, at a tenth of its cost. Not thread safe; each thread has its own.
 */
final class FrameWriter {

    /** Header of a text frame: one byte of flags, up to nine of length. The payload starts behind it. */
    private static final int HEADER_MAX = 10;

    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT_MAX = 125;
    private static final int MEDIUM = 126;
    private static final int MEDIUM_MAX = 0xFFFF;
    private static final int LONG = 127;

    /** A writer that once carried a long message gives its memory back. */
    private static final int KEPT_BYTES = 64 * 1024;

    private static final byte[] ACK = ascii("{\"t\":\"ack\",\"id\":");
    private static final byte[] ENTRY = ascii("{\"t\":\"entry\",\"conversation\":");
    private static final byte[] CONVERSATION = ascii(",\"conversation\":");
    private static final byte[] ENTRY_SEQ = ascii(",\"entry\":{\"seq\":");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] NO = ascii(",\"no\":");
    private static final byte[] AT = ascii(",\"at\":\"");
    private static final byte[] KIND = ascii(",\"kind\":\"");
    private static final byte[] SENDER = ascii("\",\"sender\":");
    private static final byte[] KEY = ascii("\",\"key\":");
    private static final byte[] TARGET = ascii(",\"target\":");
    private static final byte[] RECALLED_BY = ascii(",\"recalledBy\":");
    private static final byte[] RECALLED_SEQ = ascii("{\"seq\":");
    private static final byte[] BY = ascii(",\"by\":");
    private static final byte[] BODY = ascii(",\"body\":");
    private static final byte[] QUOTE = ascii(",\"quote\":");
    private static final byte[] QUOTE_SENDER = ascii(",\"sender\":");
    private static final byte[] EXCERPT = ascii("\",\"excerpt\":");
    private static final byte[] HEAD = ascii("},\"head\":{\"seq\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] END_TEXT = ascii("\"}");
    private static final byte[] END = ascii("}");
    private static final byte[] END_TWO = ascii("}}");

    private byte[] bytes = new byte[1024];
    private int end;
    private Instant lastAt = Instant.EPOCH;
    private byte[] lastAtText = ascii(Instant.EPOCH.toString());

    /** A complete frame; the caller owns it. */
    ByteBuf frame(ServerFrame.Ack ack) {
        begin();
        write(ACK);
        id(ack.id());
        write(CONVERSATION);
        number(ack.conversation());
        write(SEQ);
        number(ack.seq());
        write(NO);
        number(ack.no());
        at(ack.at());
        write(END_TEXT);
        return finish();
    }

    /** A complete frame; the caller owns it. */
    ByteBuf frame(ServerFrame.EntryEvent event) {
        begin();
        write(ENTRY);
        number(event.conversation());
        entry(event.entry());
        write(HEAD);
        number(event.head().seq());
        write(NO);
        number(event.head().no());
        write(END_TWO);
        return finish();
    }

    private void entry(EntryView entry) {
        write(ENTRY_SEQ);
        number(entry.seq());
        write(NO);
        number(entry.no());
        write(KIND);
        write(ascii(entry.kind().name()));
        write(SENDER);
        number(entry.sender());
        at(entry.at());
        write(KEY);
        text(entry.key());
        write(TARGET);
        number(entry.target());
        write(RECALLED_BY);
        recalled(entry.recalledBy());
        write(BODY);
        write(entry.body().getBytes(StandardCharsets.UTF_8));
        write(QUOTE);
        quote(entry.quote());
    }

    private void recalled(EntryView.@Nullable Recalled recalled) {
        if (recalled == null) {
            write(NULL);
            return;
        }
        write(RECALLED_SEQ);
        number(recalled.seq());
        write(BY);
        number(recalled.by());
        at(recalled.at());
        write(END_TEXT);
    }

    private void quote(EntryView.@Nullable Quote quote) {
        if (quote == null) {
            write(NULL);
            return;
        }
        write(RECALLED_SEQ);
        number(quote.seq());
        write(QUOTE_SENDER);
        number(quote.sender());
        write(KIND);
        write(ascii(quote.kind().name()));
        write(EXCERPT);
        text(quote.excerpt());
        write(END);
    }

    private void id(Object id) {
        if (id instanceof Long number) {
            number(number);
        } else {
            text(id.toString());
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            write(NULL);
            return;
        }
        write((byte) '"');
        write(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        write((byte) '"');
    }

    /** With the closing quote left to the caller, like everything that is a text in front of another field. */
    private void at(Instant at) {
        write(AT);
        if (!at.equals(lastAt)) { // a batch has one time
            lastAt = at;
            lastAtText = ascii(at.toString());
        }
        write(lastAtText);
    }

    private void number(@Nullable Long number) {
        if (number == null) {
            write(NULL);
        } else {
            number(number.longValue());
        }
    }

    private void number(long number) {
        if (number < 0) {
            write(ascii(Long.toString(number)));
            return;
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        require(digits);
        end += digits;
        long rest = number;
        for (int at = end - 1, left = digits; left > 0; left--, at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void write(byte one) {
        require(1);
        bytes[end++] = one;
    }

    private void write(byte[] more) {
        require(more.length);
        System.arraycopy(more, 0, bytes, end, more.length);
        end += more.length;
    }

    private void require(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }

    private void begin() {
        end = HEADER_MAX;
    }

    /** The header is written backwards into the room in front of the payload. */
    private ByteBuf finish() {
        int length = end - HEADER_MAX;
        int start = HEADER_MAX;
        if (length <= SHORT_MAX) {
            bytes[--start] = (byte) length;
        } else if (length <= MEDIUM_MAX) {
            bytes[--start] = (byte) length;
            bytes[--start] = (byte) (length >>> Byte.SIZE);
            bytes[--start] = MEDIUM;
        } else {
            long rest = length;
            for (int i = 0; i < Long.BYTES; i++, rest >>>= Byte.SIZE) {
                bytes[--start] = (byte) rest;
            }
            bytes[--start] = LONG;
        }
        bytes[--start] = (byte) FINAL_TEXT;
        ByteBuf frame = ByteBufAllocator.DEFAULT.directBuffer(end - start).writeBytes(bytes, start, end - start);
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[1024];
        }
        return frame;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
