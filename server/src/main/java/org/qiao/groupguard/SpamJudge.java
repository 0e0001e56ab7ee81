package org.qiao.groupguard;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule that is ready for many messages: what is the same for each of them was worked out before. Pure. */
final class SpamJudge {

    private static final Pattern WITH_SCHEME = Pattern.compile("https?://([\\p{L}\\p{N}.-]{1,253})");

    /** Without a scheme only what ends like an address: prices and abbreviations have dots, too. */
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.-])((?:[a-z0-9-]{1,63}\\.){1,5}(?:com|cn|net|org|io|cc|top|xyz|vip|shop|site|info|me|co|app|link"
                    + "|ltd|club|online|ru|icu|live|store|tech|wang|mobi|biz|tv|hk|tw|ly|gg|dev))(?![a-z0-9-])");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[\\s\\-.·_]{1,3}(?=\\d)");

    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:\\+|00)86)?1[3-9]\\d{9}(?!\\d)|\\+\\d{8,15}(?!\\d)");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final SpamRule rule;
    private final List<Said> words;
    private final List<String> allowed;

    SpamJudge(SpamRule rule) {
        this.rule = rule;
        this.words = rule.words().stream()
                .map(Said::of)
                .filter(word -> !word.plain().isEmpty())
                .toList();
        this.allowed = rule.allowed().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * A text as rules look at it: full and half width, capitals and what cannot be seen make no difference.
     *
     * @param joined a space between every two characters hides nothing, either
     */
    record Said(String plain, String joined) {

        static Said of(String raw) {
            StringBuilder text = new StringBuilder(raw.length());
            Normalizer.normalize(raw, Normalizer.Form.NFKC)
                    .codePoints()
                    .filter(c -> Character.getType(c) != Character.FORMAT)
                    .forEach(text::appendCodePoint);
            String plain = text.toString().toLowerCase(Locale.ROOT).strip();
            return new Said(plain, SPACE.matcher(plain).replaceAll(""));
        }

        boolean holds(Said word) {
            return plain.contains(word.plain) || joined.contains(word.joined);
        }
    }

    /**
     * The first thing that is wrong with a message.
     *
     * @param said null for a picture or a file
     */
    Optional<GuardTrigger> judge(boolean picture, @Nullable Said said) {
        if (picture && rule.pictures()) {
            return Optional.of(GuardTrigger.PICTURE);
        }
        if (said == null) {
            return Optional.empty();
        }
        if (words.stream().anyMatch(said::holds)) {
            return Optional.of(GuardTrigger.KEYWORD);
        }
        if (rule.links() && hasLink(said.plain())) {
            return Optional.of(GuardTrigger.LINK);
        }
        return rule.phones() && hasPhone(said.plain()) ? Optional.of(GuardTrigger.PHONE) : Optional.empty();
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
        return allowed.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static boolean hasPhone(String said) {
        return MOBILE.matcher(BETWEEN_DIGITS.matcher(said).replaceAll("")).find();
    }
}
