package org.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Who has reported and who has not; over HTTP. */
@QiaoTest
@Isolated // months would pass while it counts them
class OverviewHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Desk desk;
    private TestUser other;
    private long weekly;

    @BeforeEach
    void company() {
        desk = new Desk(http, given.org());
        other = desk.org.user("还没写的人");
        Map<String, Object> rules = Desk.rules("MONTH", Desk.to(desk.boss));
        rules.put("must", Map.of("everyone", false, "members", List.of(desk.writer.id(), other.id())));
        rules.put("deadline", Map.of("days", 1, "workDays", false, "time", "18:00"));
        weekly = desk.template(rules);
    }

    private String path(String rest) {
        return "/api/report-templates/" + weekly + rest;
    }

    private String span() {
        java.time.LocalDate today = Desk.day(clock.instant());
        return "?template=" + weekly + "&from=" + today.withDayOfMonth(1) + "&until=" + today;
    }

    /** Of the present month, which is not over. */
    private Map<String, Object> report(String text, String sales) {
        Map<String, Object> body = Desk.report(weekly, text, sales);
        body.put("day", Desk.day(clock.instant()).toString());
        return body;
    }

    @Test
    void theDataManagerSeesWhoIsMissingAndDingsThem() {
        long id = desk.sent(desk.writer, report("写好了", "3")).get("id").asLong();
        desk.sent(desk.boss, report("自愿", "1"));
        TestBrowser admin = desk.as(desk.admin);
        String today = Desk.day(clock.instant()).toString();

        JsonNode all = admin.get(path("/overview?day=" + today)).json();
        assertThat(all.get("count").get("must").asInt()).isEqualTo(2);
        assertThat(all.get("count").get("sent").asInt()).isEqualTo(1);
        assertThat(all.get("count").get("missing").asInt()).isEqualTo(1);
        assertThat(all.get("count").get("voluntary").asInt()).isEqualTo(1);
        assertThat(all.get("people").get("items").get(0).get("reportId").asLong())
                .isEqualTo(id);
        JsonNode missing = admin.get(path("/overview?state=MISSING&day=" + today))
                .json()
                .get("people")
                .get("items");
        assertThat(missing.size()).isEqualTo(1);
        assertThat(missing.get(0).get("member").get("id").asLong()).isEqualTo(other.id());

        TestBrowser.Reply ding = admin.post(path("/dings"), Map.of("key", "d1", "day", today));
        assertThat(ding.status()).as(ding.text()).isEqualTo(200);
        assertThat(ding.json().get("people").asInt()).isEqualTo(1);
        assertThat(origin(ding.json().get("dingId").asLong())).isEqualTo(weekly);
        desk.sent(other, report("补上了", null));
        assertThat(admin.post(path("/dings"), Map.of("key", "d2", "day", today)).code())
                .isEqualTo("report.nobody_missing");
    }

    @Test
    void whoCameAfterAPeriodWasNotMissingInIt() {
        LocalDate before = Desk.day(clock.instant()).withDayOfMonth(1).minusMonths(1);
        cameLongAgo(other);
        Map<String, Object> body = Desk.report(weekly, "上个月的", null);
        body.put("day", before.toString());
        desk.sent(other, body);
        TestBrowser admin = desk.as(desk.admin);

        JsonNode count = admin.get(path("/overview?day=" + before)).json().get("count");
        assertThat(count.get("must").asInt()).isEqualTo(1);
        assertThat(count.get("missing").asInt()).isEqualTo(1);
        assertThat(count.get("voluntary").asInt()).isEqualTo(1);
        JsonNode periods = admin.get(path("/periods?limit=2")).json().get("items");
        assertThat(periods.get(0).get("must").asInt()).isEqualTo(2);
        assertThat(periods.get(1).get("must").asInt()).isEqualTo(1);
        assertThat(periods.get(1).get("voluntary").asInt()).isEqualTo(1);
        String span = "?template=" + weekly + "&from=" + before + "&until=" + Desk.day(clock.instant());
        JsonNode all = admin.get("/api/report-statistics" + span).json();
        assertThat(all.get("must").asInt()).isEqualTo(3);
        admin.get("/api/report-statistics/people" + span).json().get("items").forEach(line -> {
            boolean newcomer = line.get("member").get("id").asLong() == other.id();
            assertThat(line.get("must").asInt()).isEqualTo(newcomer ? 1 : 2);
            assertThat(line.get("missing").asInt()).isEqualTo(newcomer ? 1 : 2);
        });
    }

    private void cameLongAgo(TestUser butFor) {
        // The database's clock knows nothing of the months that tests have let pass.
        jdbc.sql("""
                update directory_member
                set created_at = case principal_id when :who then :now else :now - interval '400 days' end
                where org_id = :org
                """)
                .param("org", desk.org.id())
                .param("who", butFor.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private long origin(long ding) {
        return jdbc.sql("select origin_id from ding where org_id = :org and id = :id")
                .param("org", desk.org.id())
                .param("id", ding)
                .query(Long.class)
                .single();
    }

    @Test
    void whoLeadsADepartmentSeesItsPeopleWithoutTheTextAndOthersSeeNothing() {
        long team = jdbc.sql("""
                        insert into directory_department (org_id, parent_id, name, head_id) values (:org, :root, '一组', :head) returning id
                        """)
                .param("org", desk.org.id())
                .param("root", desk.org.rootDepartmentId())
                .param("head", other.id())
                .query(Long.class)
                .single();
        jdbc.sql(
                        "update directory_department_member set department_id = :team where org_id = :org and principal_id = :who")
                .param("team", team)
                .param("org", desk.org.id())
                .param("who", desk.writer.id())
                .update();
        long id = desk.sent(desk.writer, report("组员写的", "5")).get("id").asLong();

        JsonNode seen = desk.as(other)
                .get(path("/overview?day=" + Desk.day(clock.instant())))
                .json();
        assertThat(seen.get("count").get("must").asInt()).isEqualTo(1);
        assertThat(seen.get("people").get("items").get(0).get("state").stringValue())
                .isEqualTo("SENT");
        assertThat(seen.get("people").get("items").get(0).get("reportId").isNull())
                .isTrue();
        assertThat(desk.as(other).get("/api/reports/" + id).code()).isEqualTo("report.not_found");
        assertThat(desk.as(other)
                        .get("/api/report-overviews")
                        .json()
                        .get("items")
                        .get(0)
                        .get("all")
                        .asBoolean())
                .isFalse();
        assertThat(desk.as(desk.writer).get(path("/overview")).code()).isEqualTo("report.not_found");
        assertThat(desk.as(desk.writer).get("/api/report-statistics" + span()).code())
                .isEqualTo("report.not_found");
        assertThat(desk.as(desk.writer).get("/api/report-overviews").json().get("items"))
                .isEmpty();
    }

    @Test
    void numbersAreSummedUpByPersonAndOverTime() {
        desk.sent(desk.writer, report("a", "3"));
        desk.sent(other, report("b", "4.5"));
        TestBrowser admin = desk.as(desk.admin);

        JsonNode statistics = admin.get("/api/report-statistics" + span()).json();
        assertThat(statistics.get("sent").asInt()).isEqualTo(2);
        assertThat(statistics.get("missing").asInt()).isZero();
        assertThat(statistics.get("fields").get(0).get("key").stringValue()).isEqualTo("sales");
        assertThat(statistics.get("teams").get(0).get("authors").asInt()).isEqualTo(2);
        JsonNode people =
                admin.get("/api/report-statistics/people" + span()).json().get("items");
        assertThat(people.get(0).get("sums").get("sales").stringValue()).isEqualTo("3");
        assertThat(people.get(0).get("must").asInt()).isEqualTo(1);
        JsonNode points = admin.get("/api/report-statistics/fields" + span() + "&field=sales&per=MONTH")
                .json()
                .get("points");
        assertThat(points.size()).isEqualTo(1);
        assertThat(points.get(0).get("sum").stringValue()).isEqualTo("7.5");
        assertThat(points.get(0).get("average").stringValue()).isEqualTo("3.75");
        assertThat(admin.get("/api/report-statistics/fields" + span() + "&field=done")
                        .code())
                .isEqualTo("report.unknown_field");
        assertThat(admin.get("/api/report-statistics?template=" + weekly + "&from=2020-01-01&until=2026-01-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLastPeriodsAreCounted() {
        cameLongAgo(desk.boss);
        desk.sent(desk.writer, report("a", null));

        JsonNode periods =
                desk.as(desk.admin).get(path("/periods?limit=3")).json().get("items");

        assertThat(periods.size()).isEqualTo(3);
        assertThat(periods.get(0).get("sent").asInt()).isEqualTo(1);
        assertThat(periods.get(1).get("missing").asInt()).isEqualTo(2);
    }

    @Test
    void whoHasLeftIsNotMissedAndHisReportsStay() {
        long id = desk.sent(desk.writer, report("最后一份", null)).get("id").asLong();
        Map<String, Object> draft = Map.of("version", 2, "values", Map.of("sales", "1"));
        assertThat(desk.as(other).put(path("/draft"), draft).status()).isEqualTo(200);

        for (TestUser leaver : List.of(desk.writer, other, desk.boss)) {
            TestBrowser.Reply left =
                    desk.as(desk.admin).put("/api/members/" + leaver.id() + "/state", Map.of("state", "LEFT"));
            assertThat(left.status()).as(left.text()).isLessThan(300);
        }

        JsonNode count = desk.as(desk.admin)
                .get(path("/overview?day=" + Desk.day(clock.instant())))
                .json()
                .get("count");
        assertThat(count.get("must").asInt()).isZero();
        assertThat(count.get("voluntary").asInt()).isEqualTo(1);
        assertThat(desk.as(desk.admin).get("/api/reports/" + id).status()).isEqualTo(200);
        Await.until(() -> drafts() == 0);
        long next = desk.sent(desk.admin, report("没有上级了", null)).get("id").asLong();
        assertThat(desk.as(desk.admin)
                        .get("/api/reports/" + next + "/readers")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from report_draft where org_id = :org")
                .param("org", desk.org.id())
                .query(Long.class)
                .single();
    }
}
