package org.qiao.groupguard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What customers may not write, and what follows.
 *
 * @param allowed hosts to which links may lead, with everything below them
 * @param pictures no pictures at all
 * @param qr no pictures with a QR code in them; looked at after they were sent
 * @param strikes with how many hits within a day the action follows
 */
record SpamRule(
        @NotNull @Size(max = 100) List<@NotNull @Size(min = 1, max = 32) String> words,
        boolean links,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = HOST) @Size(max = 100) String> allowed,
        boolean phones,
        boolean pictures,
        boolean qr,
        @Valid @Nullable Flood flood,
        @NotNull GuardAction action,
        @Min(1) @Max(43_200) int muteMinutes,
        @Min(1) @Max(10) int strikes) {

    static final String HOST = "[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?";

    private static final java.util.regex.Pattern WITH_SCHEME =
            java.util.regex.Pattern.compile("https?://([\\p{L}\\p{N}.-]{1,253})");

    /** Without a scheme only what ends like an address: prices and abbreviations have dots, too. */
    private static final java.util.regex.Pattern BARE = java.util.regex.Pattern.compile(
            "(?<![\\p{L}\\p{N}@.-])((?:[a-z0-9-]{1,63}\\.){1,5}(?:com|cn|net|org|io|cc|top|xyz|vip|shop|site|info|me|co|app|link"
                    + "|ltd|club|online|ru|icu|live|store|tech|wang|mobi|biz|tv|hk|tw|ly|gg|dev))(?![a-z0-9-])");

    private static final java.util.regex.Pattern BETWEEN_DIGITS =
            java.util.regex.Pattern.compile("(?<=\\d)[\\s\\-.·_]{1,3}(?=\\d)");

    private static final java.util.regex.Pattern MOBILE =
            java.util.regex.Pattern.compile("(?<!\\d)(?:(?:\\+|00)86)?1[3-9]\\d{9}(?!\\d)|\\+\\d{8,15}(?!\\d)");

    /** @param messages the next one within {@code seconds} is too much */
    record Flood(
            @Min(2) @Max(100) int messages,
            @Min(1) @Max(600) int seconds) {}

    SpamRule {
        words = words == null ? List.of() : List.copyOf(words);
        allowed = allowed == null ? List.of() : List.copyOf(allowed);
    }

    boolean isEmpty() {
        return words.isEmpty() && !links && !phones && !pictures && !qr && flood == null;
    }

    /**
     * The first thing that is wrong with a message.
     *
     * @param text null for a picture or a file
     */
    Optional<GuardTrigger> judge(boolean picture, @Nullable String text) {
        if (picture && pictures) {
            return Optional.of(GuardTrigger.PICTURE);
        }
        if (text == null) {
            return Optional.empty();
        }
        String said = plain(text);
        if (hasWord(said)) {
            return Optional.of(GuardTrigger.KEYWORD);
        }
        if (links && hasLink(said)) {
            return Optional.of(GuardTrigger.LINK);
        }
        return phones && hasPhone(said) ? Optional.of(GuardTrigger.PHONE) : Optional.empty();
    }

    /** Full and half width, capitals and what cannot be seen make no difference. */
    static String plain(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** A space between every two characters hides nothing, either. */
    private boolean hasWord(String said) {
        if (words.isEmpty()) {
            return false;
        }
        String joined = said.replaceAll("\\s+", "");
        return words.stream()
                .map(SpamRule::plain)
                .map(String::strip)
                .anyMatch(word ->
                        !word.isEmpty() && (said.contains(word) || joined.contains(word.replaceAll("\\s+", ""))));
    }

    private boolean hasLink(String said) {
        return leadsOut(WITH_SCHEME.matcher(said)) || leadsOut(BARE.matcher(said));
    }

    private boolean leadsOut(Matcher found) {
        while (found.find()) {
            if (!isAllowed(found.group(1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAllowed(String host) {
        return allowed.stream()
                .map(known -> known.toLowerCase(Locale.ROOT))
                .anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static boolean hasPhone(String said) {
        return MOBILE.matcher(BETWEEN_DIGITS.matcher(said).replaceAll("")).find();
    }
}
