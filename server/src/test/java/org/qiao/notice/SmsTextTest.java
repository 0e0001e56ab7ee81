package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.notice.SmsText.Coding;

class SmsTextTest {

    private static final String HORSE = "🐎";

    @ParameterizedTest
    @CsvSource({
        "'',         '',            GSM7",
        "Hello 1,    48656c6c6f2031, GSM7",
        "@£$_Δ,      0001021110,    GSM7",
        "[€],        1b3c1b651b3e,  GSM7",
        "'{^|~\\}',  1b281b141b401b3d1b2f1b29, GSM7",
        "Ää¿à,       5b7b607f,      GSM7",
        "ç,          00e7,          UCS2",
        "中文,       4e2d6587,      UCS2",
        "a🐎,        0061d83ddc0e,  UCS2",
        "“a”,        201c0061201d,  UCS2"
    })
    void aTextTakesTheTelephonesAlphabetWhenItFits(String text, String bytes, Coding coding) {
        SmsText sms = SmsText.of(text, 7, Coding.GSM7);

        assertThat(sms.coding()).isEqualTo(coding);
        assertThat(sms.parts()).hasSize(1);
        assertThat(HexFormat.of().formatHex(sms.parts().getFirst())).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "a,  160, 1",
        "a,  161, 2",
        "a,  306, 2",
        "a,  307, 3",
        "a, 1530, 10",
        "a, 1531, 11",
        "€,  80,  1",
        "€,  81,  2",
        "€,  152, 2",
        "€,  153, 3",
        "中, 70,  1",
        "中, 71,  2",
        "中, 134, 2",
        "中, 135, 3",
        "中, 670, 10",
        "中, 671, 11",
        "🐎, 35,  1",
        "🐎, 36,  2",
        "🐎, 66,  2",
        "🐎, 67,  3"
    })
    void partsAreCountedAsProvidersChargeThem(String character, int times, int parts) {
        assertThat(SmsText.count(character.repeat(times), Coding.GSM7)).isEqualTo(parts);
    }

    @Test
    void partsCarryTheHeaderThatJoinsThem() {
        SmsText sms = SmsText.of("a".repeat(307), 0x1ff, Coding.GSM7);

        assertThat(sms.parts()).extracting(part -> part.length).containsExactly(159, 159, 7);
        assertThat(sms.parts())
                .extracting(part -> HexFormat.of().formatHex(part, 0, 6))
                .containsExactly("050003ff0301", "050003ff0302", "050003ff0303");
    }

    @Test
    void noCharacterIsCutInTwo() {
        SmsText horses = SmsText.of("中" + HORSE.repeat(40), 1, Coding.GSM7);
        List<String> texts = horses.parts().stream()
                .map(part -> new String(part, 6, part.length - 6, StandardCharsets.UTF_16BE))
                .toList();
        assertThat(texts).containsExactly("中" + HORSE.repeat(33), HORSE.repeat(7));

        SmsText euros = SmsText.of("€".repeat(100), 1, Coding.GSM7);
        assertThat(euros.parts().getFirst()).hasSize(6 + 152);
        assertThat(GsmAlphabet.decode(Arrays.copyOfRange(
                        euros.parts().get(1), 6, euros.parts().get(1).length)))
                .isEqualTo("€".repeat(24));
    }

    @Test
    void everyCharacterOfTheAlphabetComesBack() {
        String all = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà\f^{}\\[~]|€";

        assertThat(GsmAlphabet.holds(all)).isTrue();
        assertThat(GsmAlphabet.decode(GsmAlphabet.encode(all))).isEqualTo(all);
        assertThat(GsmAlphabet.decode(new byte[] {0x1b})).isEqualTo(" ");
        assertThat(GsmAlphabet.decode(new byte[] {(byte) 0xe4, 0x1b, 0x01, 0x41}))
                .isEqualTo("  A");
    }

    @Test
    void aNetworkWithoutTheAlphabetGetsUcs2() {
        assertThat(SmsText.of("Hi", 1, Coding.UCS2).coding()).isEqualTo(Coding.UCS2);
        assertThat(SmsText.count("a".repeat(71), Coding.UCS2)).isEqualTo(2);
    }

    @Test
    void signatureAndLinkStayWholeWhenTheTextIsTooLong() {
        NoticeText notice = NoticeText.of("t", "马" + HORSE.repeat(1_999), "https://qiao.example/d/1");

        String text = SmsText.compose("【桥】", notice, Coding.GSM7);

        assertThat(SmsText.count(text, Coding.GSM7)).isEqualTo(SmsText.MAX_PARTS);
        assertThat(text).startsWith("【桥】马" + HORSE).endsWith(HORSE + "... https://qiao.example/d/1");
        assertThat(SmsText.compose("", NoticeText.of("t", " 开会\r\n三点 ", null), Coding.GSM7))
                .isEqualTo("开会\n三点");
    }

    @Test
    void aLinkThatIsLongerThanMessagesIsLeftOut() {
        String link = "https://qiao.example/" + "x".repeat(3_000);

        assertThat(SmsText.compose("", NoticeText.of("t", "开会", link), Coding.GSM7))
                .isEqualTo("开会");
    }

    @Test
    void aCutTextInTheTelephonesAlphabetKeepsIt() {
        String text = SmsText.compose("[Qiao] ", NoticeText.of("t", "x".repeat(4_000), null), Coding.GSM7);

        assertThat(GsmAlphabet.holds(text)).isTrue();
        assertThat(SmsText.of(text, 3, Coding.GSM7).parts()).hasSize(SmsText.MAX_PARTS);
    }
}
