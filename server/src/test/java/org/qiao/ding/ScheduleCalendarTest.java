package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Rival;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** DINGs that come on work days follow the company's calendar. */
@QiaoTest
class ScheduleCalendarTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    TestClock clock;

    @Autowired
    Schedules schedules;

    @Autowired
    TransactionTemplate transaction;

    private Alarm alarm;
    private TestOrg org;
    private TestUser sender;

    @BeforeEach
    void company() {
        alarm = new Alarm(http, jdbc);
        org = given.org();
        sender = org.user("班长");
    }

    private Instant nextAt() {
        return Instant.parse(alarm.get(sender, "/api/ding-schedules")
                .get("items")
                .get(0)
                .get("nextAt")
                .stringValue());
    }

    @Test
    void aDayThatBecomesFreeIsLeftOutAndOneThatIsWorkedAgainComesBack() {
        WorkCalendar calendar = calendars.of(org.id());
        // Far enough away that no other test's step forward reaches it.
        LocalDate start = calendar.plusWorkDays(calendar.dateOf(clock.instant()), 400);
        Map<String, Object> recurrence = Map.of("kind", "WORKDAYS", "time", "08:30", "startsOn", start);
        Map<String, Object> ding =
                Alarm.draft(Alarm.members(org.user("工人")), Alarm.ladder(Alarm.step(0, "PERSON", "APP")));
        assertThat(alarm.as(sender)
                        .post("/api/ding-schedules", Map.of("ding", ding, "recurrence", recurrence))
                        .status())
                .isEqualTo(201);
        LocalTime time = LocalTime.of(8, 30);
        assertThat(nextAt()).isEqualTo(calendar.at(start, time));

        TestUser admin = org.admin();
        String day = "/api/admin/calendar/days/" + start;
        assertThat(alarm.as(admin).put(day, Map.of("work", false, "name", "停工")).status())
                .isEqualTo(200);
        Await.until(() -> nextAt().equals(calendar.at(calendar.nextWorkDay(start), time)));

        assertThat(alarm.as(admin).delete(day).status()).isEqualTo(200);
        Await.until(() -> nextAt().equals(calendar.at(start, time)));
    }

    @Test
    void twoSchedulesAtOnceAreNotBothTheLastThatIsAllowed() throws Exception {
        String start =
                calendars.of(org.id()).dateOf(clock.instant()).plusYears(2).toString();
        Map<String, Object> recurrence = Map.of("kind", "DAILY", "time", "08:30", "startsOn", start);
        TestUser worker = org.user("工人");
        schedule(worker, recurrence);
        jdbc.sql("""
                        insert into ding_schedule (org_id, sender_id, client_key, draft, recurrence, link_base, next_at, created_at)
                        select org_id, sender_id, 'more ' || n, draft, recurrence, link_base, next_at, created_at
                        from ding_schedule
                        cross join generate_series(1, 48) n
                        where org_id = :org
                        """).param("org", org.id()).update();
        AtomicReference<TestBrowser.Reply> reply = new AtomicReference<>();

        Thread rival = Objects.requireNonNull(transaction.execute(status -> {
            Recurrence daily = new Recurrence(
                    Recurrence.Kind.DAILY, Set.of(), null, LocalTime.of(8, 30), LocalDate.parse(start), null);
            DingDraft draft = DingDraft.of("last", "三号线停机", Range.of(Set.of(worker.id())));
            schedules.create(sender.actor(), new Schedules.ScheduleRequest(draft, daily), "");
            return Rival.start(jdbc, () -> reply.set(schedule(worker, recurrence)));
        }));
        rival.join();

        assertThat(reply.get().code()).isEqualTo("ding.too_many_schedules");
    }

    @Test
    void oneThatCannotBeReadDoesNotKeepTheOthers() {
        String today = calendars.of(org.id()).dateOf(clock.instant()).toString();
        Map<String, Object> recurrence = Map.of("kind", "DAILY", "time", "08:30", "startsOn", today);
        TestUser worker = org.user("工人");
        long bad = schedule(worker, recurrence).json().get("id").asLong();
        long good = schedule(worker, recurrence).json().get("id").asLong();
        jdbc.sql("update ding_schedule set draft = '[]', next_at = '2020-01-01' where id = :id")
                .param("id", bad)
                .update();
        jdbc.sql("update ding_schedule set next_at = '2020-01-02' where id = :id")
                .param("id", good)
                .update();

        Await.until(() -> jdbc.sql("select exists (select 1 from ding where schedule_id = :id)")
                .param("id", good)
                .query(Boolean.class)
                .single());
        jdbc.sql("delete from ding_schedule where id = :id").param("id", bad).update();
    }

    private TestBrowser.Reply schedule(TestUser worker, Map<String, Object> recurrence) {
        Map<String, Object> ding = Alarm.draft(Alarm.members(worker), Alarm.ladder(Alarm.step(0, "PERSON", "APP")));
        return alarm.as(sender).post("/api/ding-schedules", Map.of("ding", ding, "recurrence", recurrence));
    }
}
