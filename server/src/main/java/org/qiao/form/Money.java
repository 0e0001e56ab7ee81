package org.qiao.form;

import java.util.Currency;
import java.util.Optional;

/** Currencies and how many places their amounts have. */
final class Money {

    static final String CNY = "CNY";

    private Money() {}

    /** Places behind the point; empty when it is no currency people pay with. */
    static Optional<Integer> places(String code) {
        try {
            int digits = Currency.getInstance(code).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(digits);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
