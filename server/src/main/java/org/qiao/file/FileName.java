package org.qiao.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an uploader's file name harmless to show and to save on any system: no folders, no control, bidi or invisible
 * characters, none that Windows refuses, at most 255 characters. Letters of every script stay.
 */
final class FileName {

    static final int MAX = 255;

    private static final String NAMELESS = "file";
    private static final int LONGEST_ENDING = 16;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C; // Persian words and emoji need the two joiners
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileName() {}

    static String clean(@Nullable String raw) {
        String name = raw == null ? "" : Normalizer.normalize(raw, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileName::isKept).map(FileName::replace).forEach(kept::appendCodePoint);
        String trimmed = trim(kept.toString());
        if (isNothing(trimmed)) {
            return NAMELESS;
        }
        return shorten(isDevice(trimmed) ? "_" + trimmed : trimmed);
    }

    private static boolean isKept(int c) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int replace(int c) {
        if (Character.isSpaceChar(c)) {
            return ' ';
        }
        return "<>:\"|?*".indexOf(c) >= 0 ? '_' : c;
    }

    /** Windows drops dots and blanks at the end, so two names that differ only there would be one file. */
    private static String trim(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end).stripLeading();
    }

    private static boolean isNothing(String name) {
        return name.codePoints().allMatch(c -> c == '.' || c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER);
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT));
    }

    /** Cuts the stem and keeps a short ending; never inside a surrogate pair. */
    private static String shorten(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int cut = MAX - ending.length();
        if (Character.isHighSurrogate(name.charAt(cut - 1))) {
            cut--;
        }
        return name.substring(0, cut) + ending;
    }
}
