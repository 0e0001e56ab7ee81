package org.qiao.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardSummaryTest {

    @Test
    void whatIsTooLongIsCutAndWhatIsNoLetterIsBlank() {
        CardSummary card = new CardSummary(
                "approval",
                1,
                " 请\u0000假\n\uD800 ",
                List.of(new CardSummary.Line("天数", "👋".repeat(200))),
                "/approvals/1");

        assertThat(card.title()).isEqualTo("请 假  ");
        String value = card.lines().getFirst().value();
        assertThat(value.codePointCount(0, value.length())).isEqualTo(100);
        assertThat(value).startsWith("👋").endsWith("👋…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.cn", "//x.cn", "/\\x.cn", "approvals", "/a b", "/", "/\"><"})
    void aCardLeadsToAPlaceInTheClientOnly(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CardSummary("approval", 1, "请假", List.of(), link));
    }

    @Test
    void aCardHasThreeFactsAndATypeAndASubject() {
        List<CardSummary.Line> four = Collections.nCopies(4, new CardSummary.Line("天数", "3"));

        assertThatIllegalArgumentException().isThrownBy(() -> new CardSummary("approval", 1, "请假", four, "/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CardSummary("Approval", 1, "请假", List.of(), "/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CardSummary("approval", 0, "请假", List.of(), "/a"));
    }
}
