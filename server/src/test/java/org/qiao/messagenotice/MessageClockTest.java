package org.qiao.messagenotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.platform.Grant;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a message to the order of a push. Alone, because it moves the clock between what it does and what it looks for. */
@QiaoTest
@Isolated
class MessageClockTest {

    private static final LocalTime DIGEST = LocalTime.of(8, 30);

    @Autowired
    Post post;

    @Autowired
    Given given;

    @Autowired
    TellChoices choices;

    @Autowired
    Sockets sockets;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestOrg org;
    private TestUser sender;
    private TestUser reader;

    @BeforeEach
    void company() {
        org = given.org();
        sender = org.user("王五");
        reader = org.user("李四");
        post.subscribe(sender, reader);
    }

    private void choose(TestUser user, TellWhat what, @Nullable OwnHours hours) {
        choices.change(user.actor(), new TellSettings(what, hours, true, true, true, DIGEST));
    }

    @Test
    void whoeverIsNotThereIsToldAtOnceAndTheSenderIsNot() {
        long conversation = post.direct(sender, reader);

        post.say(sender, conversation, "你好");

        post.awaitTold(reader, 1);
        post.settle(reader, conversation);
        assertThat(post.told(reader)).containsExactly("王五|你好");
        assertThat(post.told(sender)).isEmpty();
    }

    @Test
    void aCompanyThatCannotBeServedDoesNotKeepTheOthers() {
        TestOrg bad = given.org();
        TestUser one = bad.user("甲");
        TestUser two = bad.user("乙");
        post.subscribe(two);
        post.spoil(bad);
        jdbc.sql("""
                        insert into messagenotice_call (principal_id, conversation_id, org_id, told_seq, due_at)
                        values (:id, 1, :org, 0, '2020-01-01T00:00:00Z')
                        """).param("id", two.id()).param("org", bad.id()).update();
        post.say(one, post.direct(one, two), "你好");

        post.say(sender, post.direct(sender, reader), "你好");

        post.awaitTold(reader, 1);
        post.mend(bad);
    }

    @Test
    void moreMessagesSoonAfterBecomeOnePush() {
        long conversation = post.group(sender, reader);
        post.say(sender, conversation, "一");
        post.awaitTold(reader, 1);

        post.say(sender, conversation, "二");
        post.say(sender, conversation, "三");
        post.settle(reader, conversation);
        assertThat(post.told(reader)).hasSize(1);

        clock.forward(Duration.ofSeconds(11));
        post.settle(reader, conversation);
        assertThat(post.told(reader)).containsExactly("项目组|王五：一", "项目组|[3 条] 王五：三");
    }

    @Test
    void whoeverIsNamedDoesNotWait() {
        long conversation = post.group(sender, reader);
        post.say(sender, conversation, "一");
        post.awaitTold(reader, 1);

        post.say(sender, conversation, "@李四 看一下", reader);
        post.settle(reader, conversation);

        assertThat(post.told(reader)).containsExactly("项目组|王五：一", "项目组|[有人@你] [2 条] 王五：@李四 看一下");
    }

    @Test
    void onlyMentionsWhenThatIsWanted() {
        TestUser other = org.user("赵六");
        post.subscribe(other);
        choose(reader, TellWhat.MENTIONS, null);
        choose(other, TellWhat.NOTHING, null);
        long conversation = post.group(sender, reader, other);

        post.say(sender, conversation, "大家好");
        post.settle(reader, conversation);
        assertThat(post.told(reader)).isEmpty();

        post.say(sender, conversation, "@李四 @赵六 看一下", reader, other);
        post.settle(reader, conversation);
        assertThat(post.told(reader)).containsExactly("项目组|[有人@你] 王五：@李四 @赵六 看一下");
        assertThat(post.told(other)).isEmpty();
    }

    @Test
    void aMutedConversationTellsMentionsOnly() {
        long conversation = post.group(sender, reader);
        post.mute(reader, conversation);

        post.say(sender, conversation, "随便聊聊");
        post.settle(reader, conversation);
        assertThat(post.told(reader)).isEmpty();

        post.say(sender, conversation, "@李四", reader);
        post.settle(reader, conversation);
        assertThat(post.told(reader)).containsExactly("项目组|[有人@你] 王五：@李四");
    }

    @Test
    void outsideWorkingHoursItWaitsForTheirBeginning() {
        LocalTime soon = clock.instant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalTime()
                .plusHours(2)
                .withNano(0);
        choose(reader, TellWhat.ALL, new OwnHours(EnumSet.allOf(DayOfWeek.class), soon, soon.plusHours(1), null));
        long conversation = post.direct(sender, reader);
        post.say(sender, conversation, "急不急");
        post.say(sender, conversation, "不急");

        post.settle(reader, conversation);
        assertThat(post.told(reader)).isEmpty();

        clock.forward(Duration.ofHours(2).plusSeconds(5));
        post.settle(reader, conversation);
        assertThat(post.told(reader)).containsExactly("王五|[2 条] 不急");
    }

    @Test
    void doNotDisturbHoldsBackUntilItEnds() {
        choices.quiet(reader.actor(), clock.instant().plus(Duration.ofHours(1)));
        long conversation = post.direct(sender, reader);
        post.say(sender, conversation, "在吗");
        post.settle(reader, conversation);
        assertThat(post.told(reader)).isEmpty();

        choices.quiet(reader.actor(), null);

        post.settle(reader, conversation);
        assertThat(post.told(reader)).containsExactly("王五|在吗");
    }

    @Test
    void whoeverIsThereHasTimeToRead() {
        TestUser slow = org.user("赵六");
        post.subscribe(slow);
        long conversation = post.group(sender, reader, slow);
        try (TestSocket one = sockets.open(reader);
                TestSocket other = sockets.open(slow)) {
            assertThat(one.session()).isNotEqualTo(other.session());
            long seq = post.say(sender, conversation, "看到请回复").seq();
            post.settle(reader, conversation);
            assertThat(post.told(reader)).isEmpty();
            assertThat(post.told(slow)).isEmpty();

            post.read(reader, conversation, seq);
            clock.forward(Duration.ofSeconds(21));
            post.settle(reader, conversation);

            assertThat(post.told(reader)).isEmpty();
            assertThat(post.told(slow)).containsExactly("项目组|王五：看到请回复");
        }
    }

    @Test
    void whatIsRecalledMeanwhileIsNotTold() {
        choices.quiet(reader.actor(), clock.instant().plus(Duration.ofHours(1)));
        long conversation = post.direct(sender, reader);
        long seq = post.say(sender, conversation, "发错了").seq();
        post.settle(reader, conversation);
        post.recall(sender, conversation, seq);

        choices.quiet(reader.actor(), null);
        post.settle(reader, conversation);

        assertThat(post.told(reader)).isEmpty();
    }

    @Test
    void systemLinesTellNobody() {
        long conversation = post.group(sender, reader);

        post.settle(reader, conversation);

        assertThat(post.told(reader)).isEmpty();
    }

    @Test
    void aRepeatAfterACrashDoublesNothing() {
        long conversation = post.direct(sender, reader);
        long seq = post.say(sender, conversation, "你好").seq();
        post.awaitTold(reader, 1);

        post.again(reader, conversation, seq);
        post.settle(reader, conversation);

        assertThat(post.told(reader)).hasSize(1);
    }

    @Test
    void aCompanyThatHidesPreviewsShowsNoText() {
        TestUser admin = org.admin();
        choices.changeCompany(admin.actor(Grant.ADMIN), new CompanyTelling(TellSettings.STANDARD, true, 24));
        long conversation = post.direct(sender, reader);

        post.say(sender, conversation, "工资条");
        post.awaitTold(reader, 1);

        assertThat(post.told(reader)).containsExactly("王五|新消息");
    }

    @Test
    void oneCompanyHearsNothingOfAnother() {
        TestOrg elsewhere = given.org();
        TestUser there = elsewhere.user();
        post.subscribe(there);
        long conversation = post.direct(sender, reader);

        post.say(sender, conversation, "内部消息");
        post.awaitTold(reader, 1);
        post.settle(there, conversation);

        assertThat(post.told(there)).isEmpty();
    }

    @Test
    void whoeverHasNoBrowserToTellIsNotPlannedFor() {
        TestUser silent = org.user("没有订阅");
        long conversation = post.group(sender, reader, silent);

        post.say(sender, conversation, "你好");
        post.awaitTold(reader, 1);
        post.settle(reader, conversation);

        assertThat(post.told(silent)).isEmpty();
    }
}
