package org.qiao.contactway;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Codes that cannot be guessed: twelve of 62 characters, 71 bits. */
final class WayCode {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private WayCode() {}

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

    /** Where the code's page is, below the server's address. */
    static String path(String code) {
        return "/v/" + code;
    }
}
