package org.qiao.messagenotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Place;
import org.qiao.notice.NoticeText;

class WordingTest {

    private static final Place GROUP = new Place(7, null, null, null, "项目组");
    private static final Place DIRECT = new Place(8, 1L, 2L, null, "");

    private static Message message(EntryKind kind, String excerpt) {
        return new Message(7, 3, 1, kind, Instant.EPOCH, excerpt, Set.of());
    }

    private static String body(Place place, int count, boolean mentioned, boolean preview) {
        return Wording.push(
                        Locale.CHINA,
                        new Wording.Words(
                                place, "张三", message(EntryKind.TEXT, "今晚\n 发版 {0} it's"), count, mentioned, preview),
                        "/messages/7")
                .text();
    }

    @Test
    void aPushSaysWhoAndWhat() {
        assertThat(body(DIRECT, 1, false, true)).isEqualTo("今晚 发版 {0} it's");
        assertThat(body(GROUP, 1, false, true)).isEqualTo("张三：今晚 发版 {0} it's");
        assertThat(body(GROUP, 3, true, true)).isEqualTo("[有人@你] [3 条] 张三：今晚 发版 {0} it's");
        assertThat(body(GROUP, 30, false, true)).startsWith("[30+ 条] ");
    }

    @Test
    void aHiddenPreviewSaysNothing() {
        assertThat(body(DIRECT, 1, false, false)).isEqualTo("新消息");
        assertThat(body(GROUP, 3, true, false)).isEqualTo("[有人@你] 3 条新消息");
    }

    @Test
    void aPushReplacesTheOneBeforeItOfTheSameConversation() {
        NoticeText text = Wording.push(
                Locale.ENGLISH,
                new Wording.Words(
                        new Place(7, null, null, null, ""), "Ann", message(EntryKind.FILE, "plan.pdf"), 2, false, true),
                "/messages/7");

        assertThat(text)
                .isEqualTo(NoticeText.push("Group chat", "[2] Ann: [File] plan.pdf", "/messages/7", "message-7"));
    }

    @Test
    void aDigestNamesTenConversationsAndCountsTheOthers() {
        List<Wording.Part> parts = IntStream.range(0, 10)
                .mapToObj(i -> new Wording.Part(
                        "群 " + i, 3, List.of(new Wording.Line("张三", message(EntryKind.TEXT, "字".repeat(500))))))
                .toList();

        NoticeText text = Wording.digest(
                Locale.CHINA, new Wording.Digest("青桥", parts, 44, 12, false, "https://qiao.example.com"));

        assertThat(text.title()).isEqualTo("你有 44 条未读消息（青桥）");
        assertThat(text.text())
                .contains("来自 12 个会话", "【群 9】3 条", "还有 2 个会话", "https://qiao.example.com/settings/notifications")
                .hasSizeLessThan(4_000);
        assertThat(text.link()).isEqualTo("https://qiao.example.com/messages");
    }

    @Test
    void theLongestDigestStillFits() {
        List<Wording.Part> parts = IntStream.range(0, 10)
                .mapToObj(i -> new Wording.Part(
                        "名".repeat(100),
                        3,
                        List.of(
                                new Wording.Line("张三", message(EntryKind.TEXT, "字".repeat(200))),
                                new Wording.Line("张三", message(EntryKind.IMAGE, "")),
                                new Wording.Line("张三", message(EntryKind.TEXT, "字".repeat(200))))))
                .toList();

        NoticeText text = Wording.digest(Locale.ENGLISH, new Wording.Digest("C", parts, 30, 50, true, ""));

        assertThat(text.text()).hasSizeLessThanOrEqualTo(4_000).contains("Settings, Notifications");
        assertThat(text.link()).isNull();
    }
}
