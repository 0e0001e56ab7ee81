package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void nothingThatWasTypedIsSpecial() {
        assertThat(LikePattern.of("  100%_\\A ")).isEqualTo("%100\\%\\_\\\\A%");
        assertThat(LikePattern.lowerCase(" 50%A ")).isEqualTo("%50\\%a%");
    }

    @Test
    void whereNothingWasTypedEverythingIsFound() {
        assertThat(LikePattern.of(null)).isNull();
        assertThat(LikePattern.of(" \t")).isNull();
        assertThat(LikePattern.lowerCase(null)).isNull();
        assertThat(LikePattern.lowerCase("")).isNull();
    }

    @Test
    void whatTheDatabaseCannotCompareWithIsRefused() {
        assertThatThrownBy(() -> LikePattern.of("a\0b")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> LikePattern.lowerCase("\0")).isInstanceOf(Problem.class);
    }
}
