package org.qiao.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Problem;
import org.qiao.platform.SecureTokens;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Checks a draft and brings its body into the one form that is stored, compared and shown. Written by hand because it runs for
 * every message on the sender's thread.
 */
final class BodyRule {

    static final int KEY_LENGTH = 64;
    static final int TEXT_BYTES = 16 * 1024;
    static final int MENTIONS = 200;
    private static final int DIGEST_BYTES = 16;
    private static final long[] NOBODY = {};

    private BodyRule() {}

    /** Refuses what must not enter the log. */
    static Checked check(Draft draft) {
        String key = key(draft.key());
        EntryKind kind = draft.kind();
        if (kind == EntryKind.RECALL) {
            long target = positive(draft.target(), "target");
            return new Checked(key, kind, target, 0, false, NOBODY, 0, "{}", digest(kind, target, "{}"));
        }
        Draft.Body body = draft.body();
        if (kind == null || !kind.isWritten() || body == null) {
            throw MessagingProblem.BODY_INCOMPLETE.problem();
        }
        long replyTo = body.replyTo() == null ? 0 : positive(body.replyTo(), "replyTo");
        return kind == EntryKind.TEXT ? text(key, body, replyTo) : file(key, kind, body, replyTo);
    }

    /** A key with the same subject is a repeat, whatever the summary says by then. */
    static Checked card(Messages.CardDraft card) {
        return new Checked(
                key(card.key()),
                EntryKind.CARD,
                0,
                0,
                false,
                NOBODY,
                0,
                card.body(),
                digest(EntryKind.CARD, 0, card.subject()));
    }

    private static Checked text(String key, Draft.Body body, long replyTo) {
        String text = text(body.text());
        long[] mentions = mentions(body.mentions());
        boolean all = Boolean.TRUE.equals(body.mentionAll());
        StringBuilder json = new StringBuilder(text.length() + 64).append("{\"text\":\"");
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append("\",\"mentions\":[");
        for (int i = 0; i < mentions.length; i++) {
            json.append(i == 0 ? "" : ",").append(mentions[i]);
        }
        json.append("],\"mentionAll\":").append(all);
        String stored = close(json, replyTo);
        return new Checked(
                key, EntryKind.TEXT, 0, replyTo, all, mentions, 0, stored, digest(EntryKind.TEXT, 0, stored));
    }

    /** The file itself is looked up by the lane; until then the body names it only. */
    private static Checked file(String key, EntryKind kind, Draft.Body body, long replyTo) {
        if (body.file() == null) {
            throw MessagingProblem.BODY_INCOMPLETE.problem("field", "file");
        }
        long fileId = positive(body.file().id(), "file");
        String named =
                close(new StringBuilder("{\"file\":{\"id\":").append(fileId).append('}'), replyTo);
        return new Checked(key, kind, 0, replyTo, false, NOBODY, fileId, named, digest(kind, 0, named));
    }

    /** @param file the description of the file as JSON */
    static String fileBody(String file, long replyTo) {
        return close(new StringBuilder("{\"file\":").append(file), replyTo);
    }

    private static String close(StringBuilder json, long replyTo) {
        if (replyTo > 0) {
            json.append(",\"replyTo\":").append(replyTo);
        }
        return json.append('}').toString();
    }

    static String key(@Nullable String key) {
        if (key == null
                || key.isEmpty()
                || key.length() > KEY_LENGTH
                || !key.chars().allMatch(BodyRule::isKeyCharacter)) {
            throw MessagingProblem.BAD_KEY.problem();
        }
        return key;
    }

    private static boolean isKeyCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw MessagingProblem.TEXT_EMPTY.problem();
        }
        if (utf8Length(text) > TEXT_BYTES) {
            throw MessagingProblem.TEXT_TOO_LONG.problem("maxBytes", TEXT_BYTES);
        }
        return text;
    }

    /** Bytes in UTF-8; refuses NUL, which PostgreSQL cannot store, and halves of surrogate pairs, which UTF-8 cannot write. */
    static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw MessagingProblem.BAD_TEXT.problem();
            } else if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                throw MessagingProblem.BAD_TEXT.problem();
            }
        }
        return bytes;
    }

    private static long[] mentions(@Nullable List<@Nullable Long> mentions) {
        if (mentions == null || mentions.isEmpty()) {
            return NOBODY;
        }
        if (mentions.size() > MENTIONS) {
            throw MessagingProblem.TOO_MANY_MENTIONS.problem("max", MENTIONS);
        }
        if (mentions.stream().anyMatch(id -> id == null || id < 1)) {
            throw MessagingProblem.BODY_INCOMPLETE.problem("field", "mentions");
        }
        return mentions.stream()
                .mapToLong(Objects::requireNonNull)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long positive(@Nullable Long id, String field) {
        if (id == null || id < 1) {
            throw MessagingProblem.BODY_INCOMPLETE.problem("field", field);
        }
        return id;
    }

    /** 128 bits tell two bodies under one key apart. */
    private static byte[] digest(EntryKind kind, long target, String body) {
        return Arrays.copyOf(SecureTokens.hash(kind + ":" + target + ":" + body), DIGEST_BYTES);
    }

    /**
     * A draft fit for the log; 0 stands for "none".
     *
     * @param mentions sorted, without repeats
     * @param body as stored; for files still without their description
     */
    record Checked(
            String key,
            EntryKind kind,
            long target,
            long replyTo,
            boolean mentionAll,
            long[] mentions,
            long fileId,
            String body,
            byte[] digest) {

        /** Nobody looks the file up again: who may show it is known. */
        Checked withFile(String described) {
            return new Checked(key, kind, target, replyTo, mentionAll, mentions, 0, described, digest);
        }

        Checked withBody(String described) {
            return new Checked(key, kind, target, replyTo, mentionAll, mentions, fileId, described, digest);
        }
    }

    /** A group's title: at most 100 characters, one line. */
    static String title(@Nullable String title) {
        String clean = title == null ? "" : title.strip();
        utf8Length(clean);
        if (clean.codePointCount(0, clean.length()) > 100 || clean.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(MessagingProblem.BAD_TEXT, Map.of("field", "title"));
        }
        return clean;
    }
}
