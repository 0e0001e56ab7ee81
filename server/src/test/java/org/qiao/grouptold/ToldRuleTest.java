package org.qiao.grouptold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qiao.grouptold.ToldOrders.About;
import org.qiao.grouptold.ToldRule.Last;
import org.qiao.grouptold.ToldRule.Moment;
import org.qiao.grouptold.ToldRule.Piece;
import org.qiao.grouptold.ToldRule.Verdict;
import org.qiao.grouptold.ToldRule.Wish;
import org.qiao.grouptold.ToldWording.Naming;
import org.qiao.grouptold.ToldWording.Words;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Seat;

class ToldRuleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-27T15:00:00Z"); // 23:00 there
    private static final Wish BOTH = new Wish(false, true, true);
    private static final Wish MAIL = new Wish(false, false, true);

    private final ToldRule rule = new ToldRule(new ToldSettings(
            Duration.ofMinutes(10),
            Duration.ofHours(4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMinutes(30),
            Duration.ofDays(1)));

    private static Moment at(Instant now) {
        return new Moment(now, false, SHANGHAI);
    }

    private static Moment open(Instant now) {
        return new Moment(now, true, SHANGHAI);
    }

    private static Piece talk(Instant since) {
        return new Piece(since, null, true);
    }

    private static Piece named(Instant when) {
        return new Piece(when, when, false);
    }

    private static Piece everybody(Instant when) {
        return new Piece(when, when, true);
    }

    private static Verdict later(Instant at) {
        return new Verdict.Later(at);
    }

    private static Last told(Instant at) {
        return new Last(at, null);
    }

    @Test
    void ordinaryTalkIsGatheredToldOnceInSomeHoursAndByPushOnly() {
        Instant due = NOON.plus(Duration.ofMinutes(10));

        assertThat(rule.judge(talk(NOON), BOTH, Last.NEVER, at(NOON))).isEqualTo(later(due));
        assertThat(rule.judge(talk(NOON), BOTH, Last.NEVER, at(due))).isEqualTo(new Verdict.Push());
        assertThat(rule.judge(talk(NOON), BOTH, told(NOON.minusSeconds(60)), at(due)))
                .isEqualTo(later(NOON.minusSeconds(60).plus(Duration.ofHours(4))));
        assertThat(rule.judge(talk(NOON), BOTH, told(NOON.minus(Duration.ofHours(5))), at(due)))
                .isEqualTo(new Verdict.Push());
        assertThat(rule.judge(talk(NOON), MAIL, Last.NEVER, at(due))).isEqualTo(new Verdict.Quiet());
    }

    @Test
    void nobodyIsWokenByOrdinaryTalkButWhoIsNamedIsTold() {
        Instant morning = Instant.parse("2026-11-28T00:00:00Z"); // 8:00 there
        Instant night = Instant.parse("2026-11-27T20:00:00Z"); // 4:00 there

        assertThat(rule.judge(talk(LATE), BOTH, Last.NEVER, at(LATE.plusSeconds(900))))
                .isEqualTo(later(morning));
        assertThat(rule.judge(talk(night), BOTH, Last.NEVER, at(night))).isEqualTo(later(morning));
        assertThat(rule.judge(talk(LATE), BOTH, Last.NEVER, at(morning))).isEqualTo(new Verdict.Push());
        assertThat(rule.judge(named(LATE), BOTH, Last.NEVER, at(LATE))).isEqualTo(new Verdict.Push());
    }

    @Test
    void whoIsNamedIsToldAtOnceAndWithAnOpenPageAMomentLater() {
        assertThat(rule.judge(everybody(NOON), BOTH, Last.NEVER, at(NOON))).isEqualTo(new Verdict.Push());
        assertThat(rule.judge(named(NOON), BOTH, Last.NEVER, open(NOON))).isEqualTo(later(NOON.plusSeconds(20)));
        assertThat(rule.judge(named(NOON), BOTH, told(NOON.minusSeconds(4)), at(NOON)))
                .isEqualTo(later(NOON.plusSeconds(6)));
    }

    @Test
    void withoutADeviceAMentionGoesByEmailAndAnSmsOnlyToWhoIsMeant() {
        Instant due = NOON.plusSeconds(60);

        assertThat(rule.judge(named(NOON), MAIL, Last.NEVER, at(NOON))).isEqualTo(later(due));
        assertThat(rule.judge(named(NOON), MAIL, Last.NEVER, at(due))).isEqualTo(new Verdict.Write(true));
        assertThat(rule.judge(everybody(NOON), MAIL, Last.NEVER, at(due))).isEqualTo(new Verdict.Write(false));
        assertThat(rule.judge(named(NOON), MAIL, Last.NEVER, open(due))).isEqualTo(later(due.plusSeconds(60)));
        assertThat(rule.judge(named(NOON), MAIL, new Last(null, NOON), at(due)))
                .isEqualTo(later(NOON.plus(Duration.ofMinutes(30))));
        assertThat(rule.judge(named(NOON), new Wish(false, false, false), Last.NEVER, at(due)))
                .isEqualTo(new Verdict.Quiet());
    }

    @Test
    void aQuietGroupStaysQuietMentionsToo() {
        assertThat(rule.judge(named(NOON), new Wish(true, true, true), Last.NEVER, at(NOON)))
                .isEqualTo(new Verdict.Quiet());
    }

    private static Message message(long seq, long sender, Long... mentions) {
        return new Message(9, seq, sender, EntryKind.TEXT, NOON.plusSeconds(seq), "第" + seq + "句", Set.of(mentions));
    }

    private static Optional<ToldNews> news(long readSeq, long toldSeq, Message... said) {
        return ToldNews.of(new Seat(new Key(7, 9), false, readSeq, 0), toldSeq, List.of(said));
    }

    @Test
    void newsIsWhatOthersSaidAndHeHasNeitherReadNorBeenToldOf() {
        assertThat(news(0, 0, message(3, 7))).isEmpty();
        assertThat(news(3, 0, message(3, 1))).isEmpty();
        assertThat(news(0, 3, message(3, 1))).isEmpty();
        ToldNews some = news(2, 3, message(2, 1), message(3, 1), message(4, 7), message(5, 1), message(6, 2))
                .orElseThrow();
        assertThat(some.messages()).extracting(Message::seq).containsExactly(5L, 6L);
        assertThat(some.named()).isEqualTo(Naming.NOBODY);
        assertThat(some.piece()).isEqualTo(talk(NOON.plusSeconds(5)));
        assertThat(some.last().seq()).isEqualTo(6);

        ToldNews all =
                news(0, 0, message(1, 1), message(2, 1, 0L), message(3, 1)).orElseThrow();
        assertThat(all.named()).isEqualTo(Naming.EVERYBODY);
        assertThat(all.mentionSeq()).isEqualTo(2);
        assertThat(all.last().seq()).isEqualTo(2);
        ToldNews him = news(0, 0, message(1, 1, 0L), message(2, 1, 7L), message(3, 2, 8L))
                .orElseThrow();
        assertThat(him.named()).isEqualTo(Naming.HIM);
        assertThat(him.mentionSeq()).isEqualTo(1);
        assertThat(him.newest()).isEqualTo(3);
        assertThat(him.last().seq()).isEqualTo(2);
    }

    private static Words words(int count, Naming naming, @Nullable String text) {
        return new Words("读者群", "桥头书店", "安娜", text, count, naming);
    }

    private static String push(Locale locale, Words words) {
        return ToldWording.push(locale, words, "/v/x?thread=9", "visit-9").text();
    }

    @Test
    void theWordsSayWhoAndHowManyAndWhatOnlyWhenTheCompanyWantsIt() {
        assertThat(push(Locale.CHINESE, words(12, Naming.NOBODY, null))).isEqualTo("桥头书店：群里有 12 条新消息");
        assertThat(push(Locale.CHINESE, words(100, Naming.NOBODY, null))).contains(" 99+ ");
        assertThat(push(Locale.ENGLISH, words(1, Naming.NOBODY, null))).isEqualTo("桥头书店: 1 new message in the group");
        assertThat(push(Locale.CHINESE, words(3, Naming.HIM, null))).isEqualTo("安娜提到了您");
        assertThat(push(Locale.ENGLISH, words(3, Naming.EVERYBODY, null))).isEqualTo("安娜 notified everybody");
        assertThat(push(Locale.CHINESE, words(3, Naming.HIM, "报价好了"))).isEqualTo("安娜：报价好了");
        assertThat(push(Locale.CHINESE, words(3, Naming.HIM, "长".repeat(130)))).hasSize(3 + 120);
        assertThat(ToldWording.mail(Locale.CHINESE, words(3, Naming.HIM, "报价好了"), null)
                        .text())
                .isEqualTo("安娜在桥头书店的群聊「读者群」中提到了您，点击打开群聊即可查看和回复。")
                .doesNotContain("报价好了");
    }

    @Test
    void theKeyOfANoticeSaysWhatItWasAbout() {
        About about = new About(new Key(7, 9), 30, 12);

        assertThat(About.of("group-told:" + about.text())).contains(about);
        assertThat(About.of("group-mail:" + about.text())).isEmpty();
    }
}
