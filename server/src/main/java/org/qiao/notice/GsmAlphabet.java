package org.qiao.notice;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** The default alphabet of telephones (3GPP 23.038), one byte for each seven bits as SMPP carries them. */
public final class GsmAlphabet {

    private static final byte ESCAPE = 0x1b;
    private static final char NONE = '\uffff';

    /** Position is the code; the escape itself is no character. */
    private static final String BASE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + NONE + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Character, Byte> EXTENSION = Map.of(
            '\f', (byte) 0x0a,
            '^', (byte) 0x14,
            '{', (byte) 0x28,
            '}', (byte) 0x29,
            '\\', (byte) 0x2f,
            '[', (byte) 0x3c,
            '~', (byte) 0x3d,
            ']', (byte) 0x3e,
            '|', (byte) 0x40,
            '€', (byte) 0x65);

    private static final Map<Character, byte[]> CODES = codes();
    private static final Map<Byte, Character> EXTENSION_CHARACTERS = extensionCharacters();

    private GsmAlphabet() {}

    public static boolean holds(String text) {
        return text.chars().allMatch(c -> CODES.containsKey((char) c));
    }

    /** One byte, or two for a character of the extension table. */
    public static byte[] code(char character) {
        byte[] code = CODES.get(character);
        if (code == null) {
            throw new IllegalArgumentException("Not a character of the alphabet");
        }
        return code;
    }

    public static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.chars().forEach(c -> bytes.writeBytes(code((char) c)));
        return bytes.toByteArray();
    }

    /** Never refuses: what means nothing becomes a space, as telephones show it. */
    public static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ESCAPE && i + 1 < bytes.length) {
                i++;
                text.append(EXTENSION_CHARACTERS.getOrDefault(bytes[i], ' '));
            } else {
                char base = bytes[i] < 0 ? NONE : BASE.charAt(bytes[i]);
                text.append(base == NONE ? ' ' : base);
            }
        }
        return text.toString();
    }

    private static Map<Character, byte[]> codes() {
        Map<Character, byte[]> codes = new HashMap<>();
        for (int i = 0; i < BASE.length(); i++) {
            if (BASE.charAt(i) != NONE) {
                codes.put(BASE.charAt(i), new byte[] {(byte) i});
            }
        }
        EXTENSION.forEach((character, code) -> codes.put(character, new byte[] {ESCAPE, code}));
        return Map.copyOf(codes);
    }

    private static Map<Byte, Character> extensionCharacters() {
        Map<Byte, Character> characters = new HashMap<>();
        EXTENSION.forEach((character, code) -> characters.put(code, character));
        return Map.copyOf(characters);
    }
}
