package org.qiao.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal strings, the only form in which numbers travel. */
final class Decimals {

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,10})?");

    private Decimals() {}

    static Optional<BigDecimal> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Without zeros that say nothing. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
