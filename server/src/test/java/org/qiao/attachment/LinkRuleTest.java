package org.qiao.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkRuleTest {

    private static AttachedLink link(String title, String url, String about) {
        return LinkRule.clean(new AttachedLink(title, url, about, null));
    }

    @ParameterizedTest
    @CsvSource({
        "官网, https://shop.example/a?b=1, '', true",
        "官网, ' http://shop.example ', 新茶, true",
        "' ', https://shop.example, '', false",
        "官网, javascript:alert(1), '', false",
        "官网, ftp://shop.example, '', false",
        "官网, //shop.example, '', false",
        "官网, https://user:pass@shop.example, '', false",
        "官网, 'https://shop.example/a b', '', false"
    })
    void leadsToTheWebUnderATitle(String title, String url, String about, boolean sound) {
        assertThat(LinkRule.isSound(link(title, url, about))).isEqualTo(sound);
    }

    @Test
    void isOneLineEachAndNotTooLong() {
        assertThat(link(" 新\n茶 ", "https://a.example", "a\tb").title()).isEqualTo("新 茶");
        assertThat(LinkRule.isSound(link("茶".repeat(81), "https://a.example", "")))
                .isFalse();
        assertThat(LinkRule.isSound(link("茶", "https://a.example", "茶".repeat(201))))
                .isFalse();
    }

    @Test
    void nothingStandsTwiceWhereverALinkIsKept() {
        AttachedLink link = link("官网", "https://a.example", "");
        Attached kept = new Attached(AttachedKind.LINK, 7L, link);
        Attached fresh = new Attached(AttachedKind.LINK, null, link);

        assertThat(kept.asked()).isEqualTo(fresh);
        assertThat(Attached.isSound(List.of(kept, fresh))).isFalse();
        assertThat(Attached.isSound(List.of(Attached.file(1), new Attached(AttachedKind.PRODUCT, 1L, null))))
                .isTrue();
        assertThat(Attached.filesOf(List.of(kept, Attached.file(3), Attached.file(2))))
                .containsExactly(3L, 2L);
    }
}
