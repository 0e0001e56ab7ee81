package org.qiao.notice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as short messages: in the telephones' own alphabet when it fits, else as UCS-2; one message, or parts that carry a
 * header by which the telephone joins them. No character is ever cut in two.
 */
public record SmsText(Coding coding, List<byte[]> parts) {

    static final int MAX_PARTS = 10;

    /** Length of the header that joins parts (3GPP 23.040, 8-bit reference). */
    public static final int HEADER_BYTES = 6;

    /** A longer link would leave no room for the text. */
    private static final int MAX_LINK = 300;

    private static final String CUT = "...";

    public enum Coding {
        GSM7(160, 153),
        UCS2(140, 134);

        private final int wholeBytes;
        private final int partBytes;

        Coding(int wholeBytes, int partBytes) {
            this.wholeBytes = wholeBytes;
            this.partBytes = partBytes;
        }

        byte[] encode(String character) {
            return this == GSM7 ? GsmAlphabet.encode(character) : character.getBytes(StandardCharsets.UTF_16BE);
        }
    }

    public SmsText {
        parts = List.copyOf(parts);
    }

    public boolean isJoined() {
        return parts.size() > 1;
    }

    /** What is written into the message: who sends it, the text, where it leads. Only the text is cut when there is too much. */
    public static String compose(String signature, NoticeText notice, Coding preferred) {
        String link = notice.link();
        String tail = link == null || link.length() > MAX_LINK ? "" : " " + link;
        String text = notice.text().replace("\r\n", "\n").strip();
        String whole = signature + text + tail;
        if (count(whole, preferred) <= MAX_PARTS) {
            return whole;
        }
        int fits = 0;
        int tooMuch = text.length();
        while (tooMuch - fits > 1) { // the longest beginning that fits
            int middle = (fits + tooMuch) >>> 1;
            if (count(signature + beginning(text, middle) + CUT + tail, preferred) <= MAX_PARTS) {
                fits = middle;
            } else {
                tooMuch = middle;
            }
        }
        return signature + beginning(text, fits) + CUT + tail;
    }

    private static String beginning(String text, int length) {
        boolean splits = length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }

    /** How many messages a provider charges for when his network speaks the telephones' alphabet. */
    public static int count(String text) {
        return count(text, Coding.GSM7);
    }

    /** How many messages a provider charges for. */
    public static int count(String text, Coding preferred) {
        return pieces(text, coding(text, preferred)).size();
    }

    /**
     * @param reference joins the parts on the telephone; a repeat must use the same
     * @param preferred {@link Coding#UCS2} for networks that do not speak the telephones' alphabet
     */
    public static SmsText of(String text, int reference, Coding preferred) {
        Coding coding = coding(text, preferred);
        List<byte[]> pieces = pieces(text, coding);
        if (pieces.size() > MAX_PARTS) {
            throw new IllegalArgumentException("Too long, compose() cuts it");
        }
        if (pieces.size() == 1) {
            return new SmsText(coding, pieces);
        }
        List<byte[]> parts = new ArrayList<>();
        for (byte[] piece : pieces) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) pieces.size(), (byte) (parts.size() + 1)});
            part.writeBytes(piece);
            parts.add(part.toByteArray());
        }
        return new SmsText(coding, parts);
    }

    private static Coding coding(String text, Coding preferred) {
        return preferred == Coding.GSM7 && GsmAlphabet.holds(text) ? Coding.GSM7 : Coding.UCS2;
    }

    private static List<byte[]> pieces(String text, Coding coding) {
        byte[] whole = coding.encode(text);
        if (whole.length <= coding.wholeBytes) {
            return List.of(whole);
        }
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int next = text.offsetByCodePoints(i, 1);
            byte[] character = coding.encode(text.substring(i, next));
            if (piece.size() + character.length > coding.partBytes) {
                pieces.add(piece.toByteArray());
                piece.reset();
            }
            piece.writeBytes(character);
            i = next;
        }
        pieces.add(piece.toByteArray());
        return pieces;
    }
}
