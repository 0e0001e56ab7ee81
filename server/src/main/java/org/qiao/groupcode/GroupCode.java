package org.qiao.groupcode;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code of groups.
 *
 * @param endsAt null: it does not end by itself
 * @param fullAt somebody found no room then; null since there is some
 */
record GroupCode(
        long id,
        long orgId,
        String code,
        long ownerId,
        Content content,
        @Nullable Instant endsAt,
        @Nullable Instant fullAt,
        boolean deleted,
        int version,
        Instant createdAt) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What is decided about it.
     *
     * @param nextNumber of the group that it opens next
     * @param autoMost groups that it opens at most
     */
    record Content(
            String title,
            String remark,
            String state,
            boolean autoCreate,
            String baseName,
            int nextNumber,
            int autoMost,
            List<String> tags) {

        Content {
            tags = List.copyOf(tags);
        }
    }

    boolean isOpen(Instant now) {
        return !deleted && (endsAt == null || endsAt.isAfter(now));
    }

    /** Of the group that it opens next. */
    String nextTitle() {
        String base = content.baseName().isEmpty() ? content.title() : content.baseName();
        return base + content.nextNumber();
    }

    /** Where its page is, below the server's address. */
    String path() {
        return "/g/" + code;
    }

    /** One that cannot be guessed: twelve of 62 characters, 71 bits. */
    static String create() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
