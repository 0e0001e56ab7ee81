package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qiao.dingrule.Way;
import org.qiao.notice.NoticeText;

class WordingTest {

    private static final String LINK = "https://qiao.example.com/ding/" + "a".repeat(43);

    private static Wording.Message message(String text, @Nullable String standsInFor, String link) {
        return new Wording.Message("仁和医院", "王护士长", text, standsInFor, link, null);
    }

    @Test
    void anSmsSaysWhoAndWhatAndHowToConfirm() {
        String sms = Wording.sms(Locale.SIMPLIFIED_CHINESE, message("三床呼叫，请立即到场", null, LINK));

        assertThat(sms).isEqualTo("【仁和医院】王护士长：三床呼叫，请立即到场 查看 " + LINK + " 或回复1确认收到");
        assertThat(SmsLength.units(sms)).isEqualTo(2);
    }

    @Test
    void aLongTextGivesWayNeverTheLink() {
        String chinese = Wording.sms(Locale.SIMPLIFIED_CHINESE, message("长".repeat(2_000), null, LINK));
        String english =
                Wording.sms(Locale.ENGLISH, new Wording.Message("Acme", "Ann", "long ".repeat(400), null, LINK, null));

        assertThat(chinese).contains("…", LINK).endsWith("或回复1确认收到");
        assertThat(SmsLength.units(chinese)).isEqualTo(Wording.SMS_UNITS_MAX);
        assertThat(english).contains("…", LINK).endsWith("reply 1 to confirm");
        assertThat(SmsLength.units(english)).isLessThanOrEqualTo(Wording.SMS_UNITS_MAX);
    }

    @Test
    void halfACharacterIsNeverSent() {
        String sms = Wording.sms(Locale.SIMPLIFIED_CHINESE, message("🚑".repeat(500), null, LINK));

        assertThat(sms.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isFalse();
        assertThat(SmsLength.units(sms)).isLessThanOrEqualTo(Wording.SMS_UNITS_MAX);
    }

    @Test
    void bracesOfTheTextAreNoPlaceholders() {
        assertThat(Wording.sms(Locale.SIMPLIFIED_CHINESE, message("{0} 'x' {9}", null, "")))
                .contains("{0} 'x' {9}");
    }

    @Test
    void whoStandsInLearnsForWhom() {
        NoticeText sms = Wording.of(Way.SMS, Locale.SIMPLIFIED_CHINESE, message("快来", "张三", LINK));
        NoticeText mail = Wording.of(Way.EMAIL, Locale.ENGLISH, message("come", "张三", LINK));

        assertThat(sms.text()).startsWith("【仁和医院】张三还没有确认王护士长的通知：快来");
        assertThat(sms.link()).as("it is in the text").isNull();
        assertThat(mail.title()).isEqualTo("张三 has not confirmed a DING from 王护士长");
        assertThat(mail.link()).isEqualTo(LINK);
    }

    @Test
    void aCallSaysWhichKeyConfirms() {
        NoticeText call = Wording.of(Way.VOICE, Locale.SIMPLIFIED_CHINESE, message("停电了", null, ""));

        assertThat(call.speech()).contains("停电了", "请按 1");
    }

    @Test
    void piecesAreCountedAsNetworksDo() {
        assertThat(SmsLength.units("a".repeat(160))).isEqualTo(1);
        assertThat(SmsLength.units("a".repeat(161))).isEqualTo(2);
        assertThat(SmsLength.units("{".repeat(81))).isEqualTo(2);
        assertThat(SmsLength.units("字".repeat(70))).isEqualTo(1);
        assertThat(SmsLength.units("字".repeat(71))).isEqualTo(2);
        assertThat(SmsLength.units("字".repeat(135))).isEqualTo(3);
    }
}
