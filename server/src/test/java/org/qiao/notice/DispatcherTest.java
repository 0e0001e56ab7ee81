package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Grant;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.NoticeRecorder;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@QiaoTest
class DispatcherTest {

    @Autowired
    Given given;

    private NoticeDesk desk;

    @Autowired
    void desk(ApplicationContext server) {
        desk = new NoticeDesk(server);
    }

    @Autowired
    NoticeRecorder heard;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Carriers carriers;

    @Autowired
    Claims claims;

    @Autowired
    Returns returns;

    @Autowired
    Rates rates;

    @Autowired
    NoticeSettings settings;

    @Autowired
    NoticeMetrics metrics;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    private TestOrg org;
    private TestUser admin;
    private TestUser member;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        member = org.user();
    }

    @Test
    void anOrderIsSentAndItsReceiptComesBack() {
        desk.simulate(admin, "WORKING");
        desk.order(admin, desk.toMember("a", Channel.SMS, member), desk.toNumber("b", Channel.SMS, "138 0013 8000"));

        assertThat(desk.await(member, "a", NoticeState.DELIVERED).attempts()).isEqualTo(1);
        assertThat(desk.await(member, "b", NoticeState.DELIVERED).units()).isEqualTo(1);
        Await.until(() -> heard.moves(org.id(), "a").size() == 2);
        assertThat(heard.moves(org.id(), "a"))
                .extracting(NoticeMoved::state)
                .containsExactly(NoticeState.SENT, NoticeState.DELIVERED);
    }

    @Test
    void withoutAWorkingCarrierAnOrderFailsAtOnce() {
        desk.order(admin, desk.toMember("none", Channel.SMS, member));
        assertThat(desk.awaitFailure(admin, "none")).isEqualTo(FailReason.NO_CHANNEL);

        desk.simulate(admin, "WORKING");
        carriers.enable(admin.actor(Grant.ADMIN), Channel.SMS, false);
        desk.order(admin, desk.toMember("off", Channel.SMS, member));
        assertThat(desk.awaitFailure(admin, "off")).isEqualTo(FailReason.NO_CHANNEL);
        Await.until(() -> !heard.moves(org.id(), "off").isEmpty());
    }

    @Test
    void whoHasNoUsableNumberIsSaidSo() {
        desk.simulate(admin, "WORKING");
        TestUser silent = org.user("无号");
        TestUser gone = org.user("离职");
        jdbc.sql("update directory_member set phone = null where principal_id = :id")
                .param("id", silent.id())
                .update();
        jdbc.sql("update directory_member set state = 'LEFT', left_at = now() where principal_id = :id")
                .param("id", gone.id())
                .update();
        desk.order(
                admin,
                desk.toMember("silent", Channel.SMS, silent),
                desk.toMember("gone", Channel.VOICE, gone),
                desk.toNumber("bad", Channel.SMS, "12"));

        assertThat(desk.awaitFailure(admin, "silent")).isEqualTo(FailReason.NO_ADDRESS);
        assertThat(desk.awaitFailure(admin, "gone")).isEqualTo(FailReason.NO_ADDRESS);
        assertThat(desk.awaitFailure(admin, "bad")).isEqualTo(FailReason.INVALID_ADDRESS);
    }

    @Test
    void aNetworkThatIsAwayIsTriedAgainUntilItIsBack() {
        desk.simulate(admin, "DOWN");
        desk.order(admin, desk.toMember("later", Channel.SMS, member));
        Await.until(() -> desk.see(admin, "later").attempts() >= 1
                && desk.see(admin, "later").state() == NoticeState.QUEUED);
        assertThat(heard.moves(org.id(), "later")).isEmpty();

        desk.simulate(admin, "WORKING");
        clock.forward(Duration.ofMinutes(1));
        assertThat(desk.await(admin, "later", NoticeState.DELIVERED).attempts()).isGreaterThan(1);
        assertThat(desk.texts(admin, "later")).isEqualTo(1);
    }

    @Test
    void anOrderEndsWithItsTime() {
        desk.simulate(admin, "DOWN");
        NoticeOrder late = desk.toMember("late", Channel.SMS, member);
        desk.order(
                admin,
                new NoticeOrder(
                        "late",
                        late.channel(),
                        late.principalId(),
                        null,
                        late.locale(),
                        late.text(),
                        clock.instant().minusSeconds(60),
                        clock.instant().minusSeconds(30),
                        true),
                desk.toMember("given-up", Channel.SMS, member));
        assertThat(desk.awaitFailure(admin, "late")).isEqualTo(FailReason.TOO_LATE);

        Await.until(() -> desk.see(admin, "given-up").attempts() >= 1);
        desk.set(admin, "given-up", "not_after = due_at - interval '1 hour'");
        assertThat(desk.awaitFailure(admin, "given-up")).isEqualTo(FailReason.GAVE_UP);
    }

    @Test
    void whatIsCancelledInTimeNeverLeavesAndAKeyIsOrderedOnce() {
        desk.simulate(admin, "WORKING");
        NoticeOrder now = desk.toMember("twice", Channel.SMS, member);
        NoticeOrder later = new NoticeOrder(
                "cancelled",
                Channel.SMS,
                member.id(),
                null,
                now.locale(),
                now.text(),
                clock.instant().plus(Duration.ofDays(3)),
                clock.instant().plus(Duration.ofDays(400)),
                false);
        desk.order(admin, now, later);
        desk.cancel(admin, "cancelled", "twice-unknown");
        desk.order(admin, now, later);

        desk.await(admin, "twice", NoticeState.DELIVERED);
        desk.cancel(admin, "twice");
        assertThat(desk.see(admin, "twice").state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(desk.see(admin, "cancelled").state()).isEqualTo(NoticeState.CANCELLED);
        assertThat(desk.texts(admin, "twice")).isEqualTo(1);
    }

    @Test
    void whatCanWaitGoesBehindWhatCannot() {
        List<String> texts = transaction.execute(status -> {
            NoticeOrder digest = desk.toMember("digest", Channel.PUSH, member);
            NoticeOrder ding = desk.toMember("ding", Channel.PUSH, member);
            notices.orderUnhurried(org.id(), List.of(digest));
            notices.order(org.id(), List.of(ding));
            status.setRollbackOnly(); // so that no dispatcher sees them
            return claims.take(org.id(), Channel.PUSH, CarrierKind.WEB_PUSH, 1).jobs().stream()
                    .map(job -> job.order().text().text())
                    .toList();
        });

        assertThat(texts).containsExactly(NoticeDesk.text("ding").text());
    }

    @Test
    void whatACrashLeftInTheMiddleIsTakenUpOnceItsLeaseIsOver() {
        desk.simulate(admin, "WORKING");
        desk.order(
                admin,
                desk.asleep("text", Channel.SMS, "13800138000"),
                desk.asleep("rang", Channel.VOICE, "13800138000"),
                desk.asleep("silent", Channel.VOICE, "13800138001"),
                desk.asleep("fresh", Channel.SMS, "13800138002"));
        String claimed = "state = 'SENDING', attempts = 1, sending_at = timestamptz '%d-01-01 00:00:00Z'";
        desk.set(admin, "fresh", claimed.formatted(2500));
        desk.set(admin, "rang", claimed.formatted(2020) + ", rang_at = timestamptz '2020-01-01 00:00:01Z'");
        desk.set(admin, "text", claimed.formatted(2020));
        desk.set(admin, "silent", claimed.formatted(2020));

        desk.await(admin, "text", NoticeState.DELIVERED);
        assertThat(desk.awaitFailure(admin, "rang")).isEqualTo(FailReason.NO_ANSWER);
        Await.until(() -> called("silent"));
        assertThat(desk.see(admin, "fresh").state()).isEqualTo(NoticeState.SENDING);
        assertThat(desk.texts(admin, "text")).isEqualTo(1);
    }

    private boolean called(String key) {
        return jdbc.sql("select count(*) from noticesim_call where org_id = :org and order_id = :id")
                        .param("org", org.id())
                        .param("id", desk.see(admin, key).id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void twoDispatchersCarryEverythingAndNothingTwice() {
        desk.simulate(admin, "WORKING");
        jdbc.sql("update notice_carrier set per_minute = 600000 where org_id = :org")
                .param("org", org.id())
                .update();
        Dispatcher second = new Dispatcher(claims, carriers, returns, rates, settings, metrics);
        second.start();
        try {
            List<NoticeOrder> orders = IntStream.range(0, 200)
                    .mapToObj(i -> desk.toNumber("many" + i, Channel.SMS, "139%08d".formatted(i)))
                    .toList();
            desk.order(admin, orders);
            Await.until(() -> count("state = 'DELIVERED'") == 200);
        } finally {
            second.stop();
        }

        assertThat(count("attempts > 1")).isZero();
        assertThat(jdbc.sql("select count(*) from noticesim_sms where org_id = :org")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from notice_order where org_id = :org and " + condition)
                .param("org", org.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void aCompanyWhoseCallsAreSlowDoesNotHoldUpAnother() {
        desk.simulate(admin, "WORKING");
        desk.order(
                admin,
                IntStream.range(0, 40)
                        .mapToObj(i -> desk.toNumber("slow" + i, Channel.VOICE, "137%08d".formatted(i)))
                        .toList());
        Await.until(() -> count("state = 'SENDING'") == settings.voice());

        TestOrg other = given.org();
        TestUser boss = other.admin();
        desk.simulate(boss, "WORKING");
        desk.order(boss, desk.toMember("quick", Channel.VOICE, boss));

        Await.until(() -> desk.see(boss, "quick").attempts() == 1);
        assertThat(count("state = 'SENDING'")).isLessThanOrEqualTo(settings.voice());
        desk.cancel(admin, IntStream.range(0, 40).mapToObj(i -> "slow" + i).toArray(String[]::new));
    }
}
