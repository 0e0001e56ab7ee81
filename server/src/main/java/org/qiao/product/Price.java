package org.qiao.product;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.qiao.platform.Texts;

/**
 * What a product costs.
 *
 * @param minor in the currency's smallest unit, as fen or cents
 * @param currency ISO 4217
 */
public record Price(
        @Min(0) @Max(MAX) long minor,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

    static final long MAX = 1_000_000_000_000L;

    /** Empty for one that nobody pays with. */
    static Optional<Currency> known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    private static Currency require(String code) {
        return known(code).orElseThrow(() -> ProductProblem.BAD_PRICE.problem("field", "price"));
    }

    void check() {
        require(currency);
    }

    /** As a person writes it: "128", "128.5"; refused when it has more places than the currency. */
    static Price of(String amount, String currency) {
        try {
            Currency known = require(currency);
            BigDecimal minor = new BigDecimal(amount).movePointRight(known.getDefaultFractionDigits());
            // before it is written out: "1e999999999" is short, and a billion digits long
            boolean sound = minor.signum() >= 0
                    && minor.compareTo(BigDecimal.valueOf(MAX)) <= 0
                    && minor.stripTrailingZeros().scale() <= 0;
            if (!sound) {
                throw ProductProblem.BAD_PRICE.problem("field", "price");
            }
            return new Price(minor.longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            throw ProductProblem.BAD_PRICE.problem("field", "price");
        }
    }

    /** "¥128.00" where the reader pays with it, else "USD 128.00". */
    String text(Locale locale) {
        Currency known = require(currency);
        int digits = known.getDefaultFractionDigits();
        String amount = BigDecimal.valueOf(minor, digits)
                .setScale(digits, RoundingMode.UNNECESSARY)
                .toPlainString();
        return (currency.equals("CNY") && Texts.isChinese(locale) ? "¥" : currency + " ") + amount;
    }
}
