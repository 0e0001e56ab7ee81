package org.qiao.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.notice.Channel;
import org.qiao.platform.Sql;
import org.qiao.reminder.ReminderTime.At;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.ReminderRecorder;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What recipients are told, by which way and when. Alone, because others move the clock by days. */
@QiaoTest
@Isolated
class TidingsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RestTestClient http;

    @Autowired
    TestClock clock;

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderRecorder heard;

    @Autowired
    Sockets sockets;

    @Autowired
    TransactionTemplate transaction;

    private TestOrg org;
    private TestUser worker;

    @BeforeEach
    void company() {
        org = given.org();
        worker = org.user("工人");
        TestUser admin = org.admin();
        as(admin)
                .put(
                        "/api/admin/notice/channels/EMAIL",
                        Map.of(
                                "kind",
                                "SMTP",
                                "settings",
                                Map.of("host", "127.0.0.1", "port", 9, "security", "NONE", "from", "qiao@example.com"),
                                "enabled",
                                true,
                                "perMinute",
                                60,
                                "priceFen",
                                0));
        JsonNode ding = as(admin).get("/api/admin/ding/settings").json();
        ((tools.jackson.databind.node.ObjectNode) ding).putNull("quiet");
        assertThat(as(admin).put("/api/admin/ding/settings", ding).status()).isEqualTo(200);
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private Reminder telling(TestUser... people) {
        Map<String, String> params = Map.of("name", "请假单", "deadline", "2026-12-04T01:00:00Z", "day", "2026-12-05");
        return Reminder.of("example", "example:1", new At(clock.instant().minusSeconds(1)))
                .telling(
                        Set.copyOf(java.util.Arrays.stream(people)
                                .map(TestUser::id)
                                .toList()),
                        new ReminderText("due", params, "/approvals/12"));
    }

    private void serve(Reminder reminder) {
        transaction.executeWithoutResult(status -> reminders.set(org.id(), reminder));
        Await.until(() -> !heard.of(org.id()).isEmpty());
    }

    private record Order(long person, String channel, Instant due, Instant until, String content) {}

    private List<Order> orders() {
        return jdbc.sql("""
                        select principal_id, channel, due_at, not_after, coalesce(content::text, '') content
                        from notice_order where org_id = :org and order_key like 'reminder:%' order by principal_id, channel
                        """)
                .param("org", org.id())
                .query((rs, n) -> new Order(
                        rs.getLong("principal_id"),
                        rs.getString("channel"),
                        Sql.instant(rs, "due_at"),
                        Sql.instant(rs, "not_after"),
                        rs.getString("content")))
                .list();
    }

    /** Quiet from an hour ago until in three hours, in the company's zone. */
    private Instant quiet(TestUser person) {
        ZonedDateTime now = clock.instant().atZone(SHANGHAI);
        LocalTime from = now.toLocalTime().minusHours(1).withNano(0).withSecond(0);
        LocalTime until = now.toLocalTime().plusHours(3).withNano(0).withSecond(0);
        assertThat(as(person)
                        .put("/api/ding-preferences", Map.of("quiet", Map.of("from", from, "until", until)))
                        .status())
                .isEqualTo(200);
        return now.plusHours(3).withNano(0).withSecond(0).toInstant();
    }

    @Test
    void everyRecipientIsToldByPushAndMailInHisLanguage() {
        TestUser english = org.user("John");
        assertThat(as(english).put("/api/account", Map.of("locale", "en")).status())
                .isEqualTo(200);

        try (TestSocket socket = sockets.open(worker)) {
            serve(telling(worker, english));
            assertThat(socket.next("reminder").get("kind").stringValue()).isEqualTo("example");
        }

        assertThat(orders())
                .extracting(Order::person, Order::channel)
                .containsExactly(
                        tuple(worker.id(), "EMAIL"),
                        tuple(worker.id(), "PUSH"),
                        tuple(english.id(), "EMAIL"),
                        tuple(english.id(), "PUSH"));
        assertThat(orders().getFirst().content())
                .contains("请假单快到期了")
                .contains("请假单在12月4日 09:00到期，12月5日起不能再改。")
                .contains("/approvals/12");
        assertThat(orders().getLast().content()).contains("请假单 is due on 4 Dec 09:00 and closed from 5 Dec.");
    }

    @Test
    void whoHasQuietHoursIsToldWhenTheyEndButTheEventIsOnTime() {
        Instant end = quiet(worker);
        TestUser awake = org.user("夜班");

        serve(telling(worker, awake).by(Set.of(Channel.PUSH)).validFor(Duration.ofHours(1)));

        List<Order> orders = orders();
        assertThat(orders.getFirst().due()).isEqualTo(end);
        assertThat(orders.getFirst().until()).isEqualTo(end.plus(Duration.ofHours(1)));
        assertThat(orders.getLast().due()).isBefore(clock.instant().plusSeconds(1));
    }

    @Test
    void whatMustNotWaitDoesNot() {
        quiet(worker);

        serve(telling(worker).by(Set.of(Channel.PUSH)).with(Restraint.NONE));

        assertThat(orders().getFirst().due()).isBefore(clock.instant().plusSeconds(1));
    }

    @Test
    void membersChooseTheirWays() {
        assertThat(as(worker)
                        .get("/api/reminder-preferences")
                        .json()
                        .get("email")
                        .booleanValue())
                .isTrue();
        as(worker).put("/api/reminder-preferences", Map.of("push", true, "email", false));
        assertThat(as(worker)
                        .put("/api/reminder-preferences", Map.of("push", true))
                        .status())
                .isEqualTo(400);

        serve(telling(worker));

        assertThat(orders()).extracting(Order::channel).containsExactly("PUSH");
    }

    @Test
    void whoHasLeftOrIsOfAnotherCompanyIsToldNothing() {
        TestUser stranger = given.org().user();
        TestUser gone = org.user("离职");
        jdbc.sql("update directory_member set state = 'LEFT' where principal_id = :id and org_id = :org")
                .param("id", gone.id())
                .param("org", org.id())
                .update();

        serve(telling(worker, stranger, gone));

        assertThat(orders()).extracting(Order::person).containsOnly(worker.id());
    }

    @Test
    void whatIsTooLateIsNotSaidAnyMore() {
        Reminder late = new Reminder(
                "example:1",
                "example",
                new At(clock.instant().minus(Duration.ofHours(2))),
                Set.of(worker.id()),
                telling(worker).text(),
                Set.of(Channel.PUSH),
                Restraint.NONE,
                Duration.ofHours(1));

        serve(late);

        assertThat(orders()).isEmpty();
    }

    @Test
    void aTextThatNobodyWroteIsAProgrammersError() {
        Set<Long> people = Set.of(worker.id());
        Reminder plain = Reminder.of("example", "example:1", new At(clock.instant()));

        refused(plain.telling(people, new ReminderText("unknown", Map.of(), null)));
        refused(plain.telling(people, new ReminderText("due", Map.of("name", "x"), null)));
        refused(plain.telling(
                people, new ReminderText("due", Map.of("name", "x", "deadline", "soon", "day", "2026-12-05"), null)));
        refused(Reminder.of("nobody", "nobody:1", new At(clock.instant()))
                .telling(people, new ReminderText("due", Map.of(), null)));
    }

    private void refused(Reminder reminder) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> reminders.set(org.id(), reminder)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
