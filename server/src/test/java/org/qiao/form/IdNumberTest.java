package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of nobody: regions that were never given out. */
class IdNumberTest {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 11010519491231002X",
        "11010519491231002x, 11010519491231002X",
        "440524188001010014, 440524188001010014",
        "4405 2418 8001 0100 14, 440524188001010014"
    })
    void theCheckDigitIsRight(String text, String number) {
        assertThat(IdNumber.read(text)).isEqualTo(Optional.of(number));
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021",
        "11010519491331002X",
        "11010519490229002X",
        "1101051949123100",
        "11010519491231002XX",
        "01010519491231002X",
        "x"
    })
    void otherwiseItIsNone(String text) {
        assertThat(IdNumber.read(text)).isEmpty();
    }
}
