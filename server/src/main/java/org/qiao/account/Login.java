package org.qiao.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to sign in, in its one stored form: exactly one of phone (E.164) and e-mail (lower case).
 */
public record Login(@Nullable String phone, @Nullable String email) {

    public static final int MAX_LENGTH = 254;

    /** Domestic mobile numbers: eleven digits, 13x to 19x. */
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private static final Pattern CHINESE_MOBILE_WITH_CODE = Pattern.compile("86(1[3-9][0-9]{9})");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");
    private static final Pattern PHONE_DECORATION = Pattern.compile("[\\s().\\-\u00a0\u2010-\u2015\u2212]");

    /** ASCII only: the database compares with its own idea of lower case. Intranet hosts without a dot are welcome. */
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.\\-]{1,64}@[a-z0-9]([a-z0-9.\\-]*[a-z0-9])?");

    /** Reads either form; empty when the text is neither. */
    public static Optional<Login> read(String text) {
        if (text.indexOf('@') >= 0) {
            return email(text).map(email -> new Login(null, email));
        }
        return phone(text).map(phone -> new Login(phone, null));
    }

    /** "138 0013 8000", "0086-13800138000" and "+8613800138000" are one number; other countries need their "+". */
    public static Optional<String> phone(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String digits = PHONE_DECORATION.matcher(plain).replaceAll("");
        String number = digits;
        if (digits.startsWith("00")) {
            number = "+" + digits.substring(2);
        } else if (CHINESE_MOBILE.matcher(digits).matches()) {
            number = "+86" + digits;
        } else if (CHINESE_MOBILE_WITH_CODE.matcher(digits).matches()) {
            number = "+" + digits;
        }
        return E164.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    public static Optional<String> email(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String address = text.strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    /** The one text of this login. */
    public String text() {
        return phone == null ? String.valueOf(email) : phone;
    }
}
