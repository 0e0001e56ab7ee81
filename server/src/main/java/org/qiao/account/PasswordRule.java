package org.qiao.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a new password must be: long, not the login, not one that everybody tries first. No classes of characters and no forced
 * change, as NIST SP 800-63B advises.
 */
final class PasswordRule {

    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 128;

    /** Fewer different characters than this is a pattern: "aaaaaaaaaa", "1212121212". */
    private static final int MIN_DIFFERENT = 4;

    private static final Set<String> COMMON = read("common-passwords.txt");

    private PasswordRule() {}

    static void require(String password, Account account) {
        require(password, Stream.of(account.phone(), account.email()).filter(Objects::nonNull));
    }

    static void require(String password, Login login) {
        require(password, Stream.of(login.text()));
    }

    private static void require(String password, Stream<String> logins) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            throw AccountProblem.PASSWORD_TOO_SHORT.problem("min", MIN_LENGTH);
        }
        if (length > MAX_LENGTH) {
            throw AccountProblem.PASSWORD_TOO_LONG.problem("max", MAX_LENGTH);
        }
        String plain = password.strip().toLowerCase(Locale.ROOT);
        if (logins.anyMatch(login -> isLogin(plain, login))) {
            throw AccountProblem.PASSWORD_IS_LOGIN.problem();
        }
        if (isCommon(plain)) {
            throw AccountProblem.PASSWORD_TOO_COMMON.problem();
        }
    }

    /** The whole login, the number without its country code, or the part before the "@". */
    private static boolean isLogin(String plain, String login) {
        int at = login.indexOf('@');
        if (at > 0) {
            return plain.equals(login) || plain.equals(login.substring(0, at));
        }
        String digits = login.substring(1);
        return plain.equals(login) || digits.equals(plain) || digits.equals("86" + plain);
    }

    private static boolean isCommon(String plain) {
        return COMMON.contains(plain) || plain.codePoints().distinct().count() < MIN_DIFFERENT || isRun(plain);
    }

    /** "1234567890", "abcdefghij" and the same backwards. */
    private static boolean isRun(String plain) {
        int step = plain.charAt(1) - plain.charAt(0);
        if (Math.abs(step) != 1) {
            return false;
        }
        for (int i = 1; i < plain.length(); i++) {
            boolean wraps = plain.charAt(i) == '0' && plain.charAt(i - 1) == '9';
            if (plain.charAt(i) - plain.charAt(i - 1) != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(PasswordRule.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
