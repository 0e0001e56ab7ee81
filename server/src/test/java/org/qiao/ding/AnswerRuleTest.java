package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.Channel;

class AnswerRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1 ", "１", "1。", "收到", "收到！", "已收到", "确认", "OK", "ok.", "Confirm", "好的"})
    void theseMeanYes(String answer) {
        assertThat(AnswerRule.confirms(Channel.SMS, answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "11", "2", "没收到", "几点？", "not ok", "1 点到"})
    void theseDoNot(String answer) {
        assertThat(AnswerRule.confirms(Channel.SMS, answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "#", "*", "ok", "11"})
    void inACallOnlyKeyOneCounts(String key) {
        assertThat(AnswerRule.confirms(Channel.VOICE, key)).isFalse();
        assertThat(AnswerRule.confirms(Channel.VOICE, "1")).isTrue();
    }
}
