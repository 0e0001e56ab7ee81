package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"zh, 好", "zh-CN, 好", "zh-Hant-TW, 好", "en, good", "en-GB, good", "fr, good", "und, good"})
    void whoDoesNotReadChineseIsToldInEnglish(String tag, String told) {
        assertThat(Texts.in(Locale.forLanguageTag(tag), "好", "good")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"abcd, 4, abcd", "abcde, 4, abc…", "ab😀😀, 4, ab…", "ab😀😀, 5, ab😀…", "ab😀, 4, ab😀", "😀😀, 1, …"})
    void aCutNeverLeavesHalfACharacter(String text, int most, String shown) {
        assertThat(Texts.cut(text, most)).isEqualTo(shown);
    }

    @Test
    void whatIsNotSaidInALanguageIsNotSaidInThatOfTheMachine() {
        assertThat(Texts.bundle("org.qiao.moment.words", Locale.CHINESE).getLocale())
                .isEqualTo(Locale.CHINESE);
        assertThat(Texts.bundle("org.qiao.moment.words", Locale.ENGLISH).getLocale())
                .isEqualTo(Locale.ENGLISH);
    }
}
