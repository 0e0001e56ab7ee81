package org.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reminders and deadlines against the clock. Alone, because it moves the clock by hours. */
@QiaoTest
@Isolated
class RoundsTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Desk desk;
    private TestUser late;
    private long daily;
    private LocalDateTime today;

    /** Everybody works every day, by e-mail, without quiet hours; a report of today is due in about three hours, today. */
    @BeforeEach
    void company() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Desk.ZONE);
        clock.forward(Duration.between(now, now.toLocalDate().plusDays(1).atTime(8, 0)));
        desk = new Desk(http, given.org());
        late = desk.org.user("迟到的人");
        TestBrowser admin = desk.as(desk.admin);
        desk.workEveryDay();
        Map<String, Object> server =
                Map.of("host", "127.0.0.1", "port", 9, "security", "NONE", "from", "q@example.com");
        admin.put(
                "/api/admin/notice/channels/EMAIL",
                Map.of("kind", "SMTP", "settings", server, "enabled", true, "perMinute", 60, "priceFen", 0));
        JsonNode ding = admin.get("/api/admin/ding/settings").json();
        ((ObjectNode) ding).putNull("quiet");
        assertThat(admin.put("/api/admin/ding/settings", ding).status()).isEqualTo(200);
        today = LocalDateTime.ofInstant(clock.instant(), Desk.ZONE);
        LocalDateTime due = today.plusHours(3).truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> rules = Desk.rules("DAY", Desk.to(desk.boss));
        rules.put("must", Map.of("everyone", false, "members", List.of(desk.writer.id(), late.id())));
        long days = ChronoUnit.DAYS.between(today.toLocalDate(), due.toLocalDate());
        rules.put(
                "deadline",
                Map.of("days", days, "workDays", true, "time", due.toLocalTime().toString()));
        rules.put("before", List.of(60));
        rules.put("after", List.of(30));
        daily = desk.template(rules);
        Await.until(() -> waiting() == 1);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from reminder_item where org_id = :org and reminder_key = :key")
                .param("org", desk.org.id())
                .param("key", "report:" + daily + ":next")
                .query(Long.class)
                .single();
    }

    private List<String> told(String title) {
        return jdbc.sql("""
                        select principal_id || ' ' || channel from notice_order
                        where org_id = :org and order_key like 'reminder:%' and content ->> 'title' like :title and channel = 'EMAIL'
                        order by principal_id
                        """)
                .param("org", desk.org.id())
                .param("title", title + "%")
                .query(String.class)
                .list();
    }

    private Map<String, Object> report() {
        Map<String, Object> report = Desk.report(daily, "今天的工作", null);
        report.put("day", today.toLocalDate().toString());
        return report;
    }

    @Test
    void whoHasNotReportedIsRemindedBeforeAndAfterTheDeadlineAndReportsLate() {
        assertThat(desk.sent(desk.writer, report()).get("late").asBoolean()).isFalse();

        clock.forward(Duration.ofMinutes(121));
        Await.until(() -> !told("记得提交班组日报").isEmpty());
        assertThat(told("记得提交班组日报")).containsExactly(late.id() + " EMAIL");

        clock.forward(Duration.ofMinutes(90));
        Await.until(() -> !told("还没有提交班组日报").isEmpty());
        assertThat(told("还没有提交班组日报")).containsExactly(late.id() + " EMAIL");
        assertThat(desk.sent(late, report()).get("late").asBoolean()).isTrue();
        Await.until(() -> waiting() == 1);
        JsonNode overview = desk.as(desk.admin)
                .get("/api/report-templates/" + daily + "/overview?state=LATE&day=" + today.toLocalDate())
                .json();
        assertThat(overview.get("count").get("late").asInt()).isEqualTo(1);
        assertThat(overview.get("people").get("items").size()).isEqualTo(1);
    }

    @Test
    void aStoppedTemplateRemindsNobodyAndAnOpenedOneDoesAgain() {
        TestBrowser admin = desk.as(desk.admin);

        admin.post("/api/admin/report-templates/" + daily + "/stop", Map.of());
        Await.until(() -> waiting() == 0);
        admin.post("/api/admin/report-templates/" + daily + "/restore", Map.of());
        Await.until(() -> waiting() == 1);
    }

    @Test
    void afterItsTimeAReportIsNotChangedAnyMore() {
        long id = desk.sent(desk.writer, report()).get("id").asLong();

        clock.forward(Duration.ofMinutes(61));

        Map<String, Object> edit = Map.of("version", 1, "values", Map.of("done", "zu spät"));
        assertThat(desk.as(desk.writer).put("/api/reports/" + id, edit).code()).isEqualTo("report.not_editable");
        assertThat(desk.as(desk.writer).delete("/api/reports/" + id).code()).isEqualTo("report.not_editable");
    }

    @Test
    void aDayOffMovesTheReminder() {
        TestBrowser.Reply off = desk.as(desk.admin)
                .put("/api/admin/calendar/days/" + today.toLocalDate(), Map.of("work", false, "name", "停工"));
        assertThat(off.status()).as(off.text()).isLessThan(300);

        Await.until(() -> next().isAfter(clock.instant().plus(Duration.ofHours(12))));
        assertThat(desk.as(desk.admin)
                        .get("/api/report-templates/" + daily + "/overview?day=" + today.toLocalDate())
                        .json()
                        .get("count")
                        .get("must")
                        .asInt())
                .isZero();
    }

    private java.time.Instant next() {
        return jdbc.sql("select due_at from reminder_item where org_id = :org and reminder_key = :key")
                .param("org", desk.org.id())
                .param("key", "report:" + daily + ":next")
                .query((rs, n) -> org.qiao.platform.Sql.instant(rs, "due_at"))
                .single();
    }
}
