package org.qiao.messagenotice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.platform.Sql;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** From unread messages to an e-mail in a real mail server. Alone, because it moves the clock from day to day. */
@QiaoTest
@Isolated
class DigestTest {

    @Autowired
    Post post;

    @Autowired
    Given given;

    @Autowired
    DigestClock digestClock;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private GreenMail mails;
    private TestOrg org;
    private TestUser sender;
    private TestUser away;
    private long conversation;

    @BeforeEach
    void company() {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        org = given.org();
        sender = org.user("王五");
        away = org.user("李四");
        email(sender);
        email(away);
        conversation = post.group(sender, away);
        connect();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    private void connect() {
        Map<String, Object> settings = Map.of(
                "host", "localhost", "port", mails.getSmtp().getPort(), "security", "NONE", "from", "qiao@example.com");
        TestBrowser.Reply reply = new TestBrowser(http)
                .signedIn(org.owner())
                .put("/api/admin/notice/channels/EMAIL", Map.of("kind", "SMTP", "settings", settings, "enabled", true));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void email(TestUser user) {
        jdbc.sql("update directory_member set email = :email where principal_id = :id")
                .param("email", "u" + user.id() + "@example.com")
                .param("id", user.id())
                .update();
    }

    private void seen(TestUser user, Duration ago) {
        jdbc.sql("update account_session set last_seen_at = :at where principal_id = :id")
                .param("at", Sql.at(clock.instant().minus(ago)))
                .param("id", user.id())
                .update();
    }

    /** The clock goes to the company's next occasion, and everything due is served and sent. */
    private void nextMorning() {
        post.settle(sender, conversation);
        post.awaitNothingUnread(sender);
        digestClock.tick();
        clock.forward(Duration.between(clock.instant(), slot()).plusSeconds(1));
        Await.until(() -> {
            digestClock.tick();
            return slot().isAfter(clock.instant());
        });
        Await.until(
                () -> jdbc.sql("""
                        select count(*)
                        from notice_order
                        where org_id = :org and channel = 'EMAIL' and state in ('QUEUED', 'SENDING')
                        """).param("org", org.id()).query(Integer.class).single() == 0);
    }

    private Instant slot() {
        return jdbc.sql("select slot_at from messagenotice_clock where org_id = :org")
                .param("org", org.id())
                .query((rs, n) -> Sql.instant(rs, "slot_at"))
                .single();
    }

    private List<MimeMessage> mailsOf(TestUser user) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains("u" + user.id() + "@"))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverWasAwayGetsOneMailADayAndOnlyWithSomethingNew() throws Exception {
        post.say(sender, conversation, "请大家周五前交周报");
        seen(away, Duration.ofDays(2));
        seen(sender, Duration.ofDays(2));

        nextMorning();

        assertThat(mailsOf(away)).hasSize(1);
        assertThat(mailsOf(sender)).as("who has read everything").isEmpty();
        MimeMessage mail = mailsOf(away).getFirst();
        assertThat(mail.getSubject()).isEqualTo("你有 1 条未读消息（测试公司）");
        String text = jdbc.sql("select content ->> 'text' from notice_order where org_id = :org and channel = 'EMAIL'")
                .param("org", org.id())
                .query(String.class)
                .single();
        assertThat(text).contains("【项目组】1 条", "王五：请大家周五前交周报", "设置 → 通知");

        nextMorning();
        assertThat(mailsOf(away)).as("nothing new").hasSize(1);

        post.say(sender, conversation, "还有两位没交");
        nextMorning();
        assertThat(mailsOf(away)).hasSize(2);
    }

    @Test
    void aCompanyThatCannotBeServedDoesNotKeepTheOthers() {
        TestOrg bad = given.org();
        post.spoil(bad);
        jdbc.sql("insert into messagenotice_clock (org_id, slot_at) values (:org, '2020-01-01T00:00:00Z')")
                .param("org", bad.id())
                .update();
        post.say(sender, conversation, "请大家周五前交周报");
        seen(away, Duration.ofDays(2));

        nextMorning();

        assertThat(mailsOf(away)).hasSize(1);
        post.mend(bad);
    }

    @Test
    void aDayServedAgainAfterACrashSendsNothingTwice() {
        post.say(sender, conversation, "请大家周五前交周报");
        seen(away, Duration.ofDays(2));
        nextMorning();

        Instant served = clock.instant();
        jdbc.sql("delete from messagenotice_digest where org_id = :org")
                .param("org", org.id())
                .update();
        jdbc.sql("update messagenotice_clock set slot_at = slot_at - interval '1 day' where org_id = :org")
                .param("org", org.id())
                .update();
        assertThat(slot()).isBefore(served);
        Await.until(() -> {
            digestClock.tick();
            return slot().isAfter(clock.instant());
        });

        assertThat(jdbc.sql("select count(*) from notice_order where org_id = :org and channel = 'EMAIL'")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverWasThereOrHasNoAddressOrWantsNoneGetsNone() {
        TestUser there = org.user("在线的人");
        TestUser unknown = org.user("没有邮箱");
        TestUser unwilling = org.user("不想要");
        email(there);
        email(unwilling);
        new TestBrowser(http)
                .signedIn(unwilling)
                .put(
                        "/api/message-notices",
                        Map.of(
                                "what",
                                "ALL",
                                "mutedMentions",
                                true,
                                "preview",
                                true,
                                "digest",
                                false,
                                "digestAt",
                                "08:30"));
        for (TestUser user : List.of(there, unknown, unwilling)) {
            post.say(sender, post.direct(sender, user), "你好");
            seen(user, Duration.ofDays(3));
        }
        post.say(sender, conversation, "你好");
        seen(away, Duration.ofDays(3));
        post.settle(sender, conversation);
        digestClock.tick();
        clock.forward(Duration.between(clock.instant(), slot()).minusSeconds(60));
        seen(there, Duration.ofHours(1));

        nextMorning();

        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(mailsOf(away)).hasSize(1);
    }
}
