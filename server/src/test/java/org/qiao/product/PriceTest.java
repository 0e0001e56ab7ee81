package org.qiao.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.platform.Problem;

/** Prices, and what stands on whose card: pure. */
class PriceTest {

    @ParameterizedTest
    @CsvSource({
        "128,      CNY, 12800, ¥128.00",
        "0.5,      CNY, 50,    ¥0.50",
        "1980,     JPY, 1980,  JPY 1980",
        "12.345,   KWD, 12345, KWD 12.345",
        "99.90,    USD, 9990,  USD 99.90",
        "0,        CNY, 0,     ¥0.00"
    })
    void areKeptInTheSmallestUnit(String amount, String currency, long minor, String text) {
        Price price = Price.of(amount, currency);

        assertThat(price.minor()).isEqualTo(minor);
        assertThat(price.text(Locale.SIMPLIFIED_CHINESE)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.234, CNY",
        "0.5, JPY",
        "-1, CNY",
        "1, ABC",
        "1, XXX",
        "x, CNY",
        "99999999999999, CNY",
        "1e400, CNY",
        "1e999999999, CNY",
        "1e-999999999, CNY"
    })
    @Timeout(10)
    void refuseWhatNobodyPays(String amount, String currency) {
        assertThatThrownBy(() -> Price.of(amount, currency)).isInstanceOf(Problem.class);
    }

    @Test
    void anEmployeesChoiceCountsWhereTheCompanyLetsHimChoose() {
        Showcase own = new Showcase(Showcase.Mode.CHOSEN, List.of(1L), true);
        Showcase open = new Showcase(Showcase.Mode.ALL, List.of(), true);
        Showcase closed = new Showcase(Showcase.Mode.ALL, List.of(), false);

        assertThat(open.on(own)).isEqualTo(own);
        assertThat(open.on(Showcase.AS_COMPANY)).isEqualTo(open);
        assertThat(closed.on(own)).isEqualTo(closed);
    }
}
