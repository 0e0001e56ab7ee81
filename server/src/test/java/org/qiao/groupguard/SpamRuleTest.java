package org.qiao.groupguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.groupguard.SpamJudge.Said;
import org.qiao.groupguard.SpamRule.Flood;
import org.qiao.platform.QrCode;

class SpamRuleTest {

    private static SpamRule rule(List<String> words, boolean links, boolean phones) {
        return new SpamRule(words, links, List.of("example.com"), phones, false, false, null, GuardAction.WARN, 1, 1);
    }

    private static @Nullable GuardTrigger judge(SpamRule rule, String text) {
        return new SpamJudge(rule).judge(false, Said.of(text)).orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"加微信领红包", "加 微 信", "请加ＷＥＣＨＡＴ", "we\u200bchat", "加\n微信"})
    void wordsAreFoundHoweverTheyAreHidden(String text) {
        assertThat(judge(rule(List.of("加微信", "WeChat"), false, false), text)).isEqualTo(GuardTrigger.KEYWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "看 https://spam.top/x, true",
        "看 HTTP://Spam.Top, true",
        "来 spam.com 买, true",
        "www.spam.cn, true",
        "https://shop.example.com/1, false",
        "example.com, false",
        "https://badexample.com, true",
        "价格 3.50 元, false",
        "文件 a.pdf, false",
        "ann@example.org, false",
        "你好。再见, false",
    })
    void linksThatLeadAwayAreFound(String text, boolean found) {
        assertThat(judge(rule(List.of(), true, false), text)).isEqualTo(found ? GuardTrigger.LINK : null);
    }

    @ParameterizedTest
    @CsvSource({
        "打 13812345678, true",
        "138-1234-5678, true",
        "1 3 8 1 2 3 4 5 6 7 8, true",
        "+86 138 1234 5678, true",
        "１３８１２３４５６７８, true",
        "+49 30 1234567, true",
        "订单 2026112700001234, false",
        "共 12345678901 件, false",
    })
    void telephoneNumbersAreFound(String text, boolean found) {
        assertThat(judge(rule(List.of(), false, true), text)).isEqualTo(found ? GuardTrigger.PHONE : null);
    }

    @Test
    void picturesAreRefusedOnlyWhereTheRuleSaysSo() {
        SpamRule none = rule(List.of("x"), true, true);
        SpamRule pictures =
                new SpamRule(List.of(), false, List.of(), false, true, false, null, GuardAction.MUTE, 10, 1);

        assertThat(new SpamJudge(none).judge(true, null)).isEmpty();
        assertThat(new SpamJudge(pictures).judge(true, null)).contains(GuardTrigger.PICTURE);
        assertThat(new SpamJudge(pictures).judge(false, null)).isEqualTo(Optional.empty());
        assertThat(pictures.isEmpty()).isFalse();
        assertThat(rule(List.of(), false, false).isEmpty()).isTrue();
    }

    @Test
    void whoWritesTooMuchIsFoundAndARepeatOfOneMessageIsNotMore() {
        Floods floods = new Floods();
        Flood flood = new Flood(3, 10);
        Instant start = Instant.parse("2026-11-27T08:00:00Z");
        for (int i = 0; i < 3; i++) {
            floods.add(1, 2, "k" + i, start.plusSeconds(i));
        }
        assertThat(floods.add(1, 2, "k2", start.plusSeconds(3)).isTooMuch(flood, start.plusSeconds(3)))
                .isFalse();
        assertThat(floods.add(1, 2, "k3", start.plusSeconds(4)).isTooMuch(flood, start.plusSeconds(4)))
                .isTrue();
        assertThat(floods.add(1, 3, "k", start.plusSeconds(4)).isTooMuch(flood, start.plusSeconds(4)))
                .isFalse();
        assertThat(floods.add(1, 2, "k4", start.plusSeconds(20)).isTooMuch(flood, start.plusSeconds(20)))
                .isFalse();
    }

    @Test
    void aCodeInAPictureIsSeen() throws IOException {
        BufferedImage code = ImageIO.read(new ByteArrayInputStream(QrCode.png("https://spam.top/abc", 300)));
        BufferedImage plain = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);

        assertThat(QrPictures.holdsCode(code)).isTrue();
        assertThat(QrPictures.holdsCode(plain)).isFalse();
    }
}
