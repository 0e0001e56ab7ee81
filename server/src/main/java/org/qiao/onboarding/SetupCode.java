package org.qiao.onboarding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Forty random bits that only the operator has seen, in letters that nobody confuses. */
record SetupCode(String text) {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    static SetupCode create() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new SetupCode(text.toString());
    }

    /** Case, blanks and dashes do not matter; the time does not tell how much was right. */
    boolean matches(@Nullable String typed) {
        return typed != null && MessageDigest.isEqual(plain(typed), plain(text));
    }

    private static byte[] plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SetupCode[]";
    }
}
