package org.qiao.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class CalendarHttpTest {

    private static final String BASE = "/api/admin/calendar";
    private static final List<String> FIVE = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
    private static final Map<String, Object> HOURS = Map.of("from", "08:30", "until", "17:30");

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkCalendars calendars;

    private TestOrg org;
    private TestUser admin;
    private TestUser member;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        member = org.user();
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private JsonNode day(TestUser user, String date) {
        JsonNode days = as(user).get("/api/calendar?from=" + date + "&to=" + date)
                .json()
                .get("days");
        assertThat(days.size()).isEqualTo(1);
        return days.get(0);
    }

    private static Map<String, Object> year(int year, String... days) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String day : days) {
            all.add(Map.of("name", "元旦", "date", day, "isOffDay", true));
        }
        return Map.of("$schema", "x", "year", year, "papers", List.of("https://www.gov.cn/paper"), "days", all);
    }

    @Test
    void everyMemberReadsTheCalendar() {
        JsonNode calendar =
                as(member).get("/api/calendar?from=2026-01-01&to=2026-12-31").json();

        assertThat(calendar.get("days").size()).isEqualTo(365);
        assertThat(calendar.get("zone").stringValue()).isEqualTo("Asia/Shanghai");
        assertThat(calendar.get("hours").get("breakFrom").stringValue()).startsWith("12:00");
        assertThat(calendar.get("notAnnounced").size()).isZero();
        assertThat(day(member, "2026-10-01").get("name").stringValue()).isEqualTo("国庆节");
        assertThat(as(member)
                        .get("/api/calendar?from=2030-12-31&to=2031-01-02")
                        .json()
                        .get("notAnnounced")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-01-02&to=2026-01-01",
                "from=2026-01-01&to=2027-02-05",
                "from=-999999999-01-01&to=2026-01-01",
                "from=2101-01-01&to=2101-01-02",
                "from=yesterday&to=2026-01-01",
                "from=2026-01-01"
            })
    void aRangeThatIsNoneIsRefused(String query) {
        assertThat(as(member).get("/api/calendar?" + query).status()).isEqualTo(400);
    }

    @Test
    void administratorsChangeADayAndTakeItBack() {
        assertThat(calendars.of(org.id()).isWorkDay(LocalDate.parse("2026-12-04")))
                .isTrue();

        TestBrowser.Reply set = as(admin).put(BASE + "/days/2026-12-04", Map.of("work", false, "name", " 厂庆 "));
        assertThat(set.json().get("kind").stringValue()).isEqualTo("HOLIDAY");
        assertThat(set.json().get("name").stringValue()).isEqualTo("厂庆");
        assertThat(day(member, "2026-12-04").get("own").booleanValue()).isTrue();
        assertThat(calendars.of(org.id()).isWorkDay(LocalDate.parse("2026-12-04")))
                .isFalse();
        assertThat(calendars.of(given.org().id()).isWorkDay(LocalDate.parse("2026-12-04")))
                .as("another company")
                .isTrue();

        as(admin).put(BASE + "/days/2026-12-05", Map.of("work", true, "name", ""));
        assertThat(day(member, "2026-12-05").get("kind").stringValue()).isEqualTo("SWAPPED_WORK");

        assertThat(as(admin)
                        .delete(BASE + "/days/2026-12-04")
                        .json()
                        .get("kind")
                        .stringValue())
                .isEqualTo("WORK");
        assertThat(calendars.of(org.id()).isWorkDay(LocalDate.parse("2026-12-04")))
                .isTrue();
        assertThat(as(admin).delete(BASE + "/days/2026-12-04").status()).isEqualTo(200);
    }

    @Test
    void weekdaysHoursAndTheBaseAreTheCompanysChoice() {
        TestBrowser.Reply changed = as(admin)
                .put(BASE, Map.of("base", "WEEKDAYS", "weekdays", List.of("SUNDAY", "MONDAY"), "hours", HOURS));

        assertThat(changed.json().get("weekdays").get(1).stringValue()).isEqualTo("SUNDAY");
        assertThat(day(member, "2026-10-01").get("kind").stringValue()).isEqualTo("REST");
        assertThat(day(member, "2026-10-04").get("kind").stringValue()).isEqualTo("WORK");
        assertThat(calendars.of(org.id()).hours().breakFrom()).isNull();
        assertThat(as(admin).get(BASE).json()).isEqualTo(changed.json());
    }

    @Test
    void halfACalendarIsRefused() {
        assertThat(as(admin)
                        .put(BASE, Map.of("base", "WEEKDAYS", "weekdays", List.of(), "hours", HOURS))
                        .status())
                .isEqualTo(400);
        assertThat(as(admin)
                        .put(
                                BASE,
                                Map.of(
                                        "base",
                                        "WEEKDAYS",
                                        "weekdays",
                                        FIVE,
                                        "hours",
                                        Map.of("from", "18:00", "until", "09:00")))
                        .code())
                .isEqualTo("workcalendar.bad_hours");
        assertThat(as(admin)
                        .put(BASE, Map.of("base", "MOON", "weekdays", FIVE, "hours", HOURS))
                        .status())
                .isEqualTo(400);
        assertThat(as(admin).put(BASE + "/days/2026-12-04", Map.of("name", "x")).status())
                .isEqualTo(400);
        assertThat(as(admin)
                        .put(BASE + "/days/2026-12-04", Map.of("work", true, "name", "长".repeat(31)))
                        .status())
                .isEqualTo(400);
        assertThat(as(admin)
                        .put(BASE + "/days/1999-12-04", Map.of("work", true, "name", ""))
                        .code())
                .isEqualTo("workcalendar.bad_range");
        assertThat(as(admin)
                        .put(BASE + "/days/never", Map.of("work", true, "name", ""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNewYearIsImportedAsItIsPublished() {
        assertThat(day(member, "2031-01-01").get("announced").booleanValue()).isFalse();

        TestBrowser.Reply imported = as(admin).post(BASE + "/years", year(2031, "2031-01-01", "2030-12-31"));

        assertThat(imported.status()).isEqualTo(200);
        JsonNode last =
                imported.json().get("years").get(imported.json().get("years").size() - 1);
        assertThat(last.get("source").stringValue()).isEqualTo("IMPORTED");
        assertThat(last.get("papers").get(0).stringValue()).isEqualTo("https://www.gov.cn/paper");
        assertThat(day(member, "2031-01-01").get("kind").stringValue()).isEqualTo("HOLIDAY");
        assertThat(day(member, "2030-12-31").get("kind").stringValue()).isEqualTo("HOLIDAY");
        assertThat(day(given.org().user(), "2031-01-01").get("announced").booleanValue())
                .as("another company")
                .isFalse();

        as(admin).delete(BASE + "/years/2031");
        assertThat(day(member, "2031-01-01").get("announced").booleanValue()).isFalse();
    }

    @Test
    void whatIsNoYearIsRefused() {
        assertThat(as(admin)
                        .post(BASE + "/years", year(2031, "2031-01-01", "2031-01-01"))
                        .code())
                .isEqualTo("workcalendar.bad_holidays");
        assertThat(as(admin).post(BASE + "/years", year(2031, "2033-01-01")).code())
                .isEqualTo("workcalendar.bad_holidays");
        assertThat(as(admin).post(BASE + "/years", year(2031, "2030-12-31")).code())
                .isEqualTo("workcalendar.bad_holidays");
        assertThat(as(admin).post(BASE + "/years", year(1999, "1999-01-01")).status())
                .isEqualTo(400);
        assertThat(as(admin).post(BASE + "/years", year(2031)).status()).isEqualTo(400);
        assertThat(as(admin).post(BASE + "/years", "not json").status()).isEqualTo(400);
        assertThat(as(admin)
                        .post(
                                BASE + "/years",
                                Map.of(
                                        "year",
                                        2031,
                                        "papers",
                                        List.of("javascript:alert(1)"),
                                        "days",
                                        List.of(Map.of("name", "元旦", "date", "2031-01-01", "isOffDay", true))))
                        .code())
                .isEqualTo("workcalendar.bad_holidays");
    }

    @Test
    void onlyAdministratorsChangeIt() {
        assertThat(as(member).get(BASE).code()).isEqualTo("workcalendar.not_allowed");
        assertThat(as(member)
                        .put(BASE + "/days/2026-12-04", Map.of("work", false, "name", ""))
                        .status())
                .isEqualTo(403);
        assertThat(as(member).post(BASE + "/years", year(2031, "2031-01-01")).status())
                .isEqualTo(403);
    }

    @Test
    void aCompanyHasOnlySoManyDaysOfItsOwn() {
        jdbc.sql("""
                        insert into workcalendar_day (org_id, day, work, name, changed_by, changed_at)
                        select :org, date '2001-01-01' + n, false, '', :admin, now() from generate_series(1, 1000) n
                        """).param("org", org.id()).param("admin", admin.id()).update();

        assertThat(as(admin)
                        .put(BASE + "/days/2026-12-04", Map.of("work", false, "name", ""))
                        .code())
                .isEqualTo("workcalendar.too_many_days");
        assertThat(as(admin)
                        .put(BASE + "/days/2001-01-02", Map.of("work", true, "name", ""))
                        .status())
                .as("one of them may change")
                .isEqualTo(200);
    }

    @Test
    void changesAtTheSameTimeTakeTurns() {
        IntStream.range(1, 9)
                .parallel()
                .forEach(n -> assertThat(as(admin)
                                .put(BASE + "/days/2026-12-0" + n, Map.of("work", false, "name", "n" + n))
                                .status())
                        .isEqualTo(200));

        assertThat(as(member)
                        .get("/api/calendar?from=2026-12-01&to=2026-12-08")
                        .json()
                        .get("days"))
                .allSatisfy(day -> assertThat(day.get("own").booleanValue()).isTrue());
    }
}
