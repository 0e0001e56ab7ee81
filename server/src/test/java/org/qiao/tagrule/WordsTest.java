package org.qiao.tagrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a text contains a word. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "报价, 请给我一个报价吧, true",
        "报价, 请报个价, false",
        "App, 你们的APP能用吗, true",
        "app, apple 手机, false",
        "app, my app, true",
        "５Ｇ, 5g套餐, true",
        "5g, 15g的茶, false",
        "c++, 会 C++ 吗, true",
        "ab, abab ab, true"
    })
    void wordsAreFoundWhateverTheCaseAndTheWidth(String word, String text, boolean found) {
        assertThat(Words.of(List.of(word)).isIn(Words.fold(text))).isEqualTo(found);
    }
}
