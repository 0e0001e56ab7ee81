package org.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Ten thousand people who report every month, for a year. Times are printed, not judged: docs/performance.md has them. */
@QiaoTest
@Isolated
class ManyReportsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyReportsTest.class);
    private static final int PEOPLE = 10_000;
    private static final int ROUNDS = Integer.getInteger("qiao.measure", 2);

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Test
    void overviewsAndStatisticsOfTenThousandPeople() {
        Desk desk = new Desk(http, given.org());
        Map<String, Object> rules = Desk.rules("MONTH", Desk.to(desk.boss));
        rules.put("must", Desk.everyone());
        rules.put("deadline", Map.of("days", 3, "workDays", false, "time", "18:00"));
        long template = desk.template(rules);
        people(desk);
        LocalDate month = Desk.day(clock.instant()).withDayOfMonth(1);
        reports(desk, template, month);
        TestBrowser admin = desk.as(desk.admin);
        String span = "?template=" + template + "&from=" + month.minusMonths(11) + "&until=" + month;

        String overview = "/api/report-templates/" + template + "/overview?state=MISSING&day=" + month;
        assertThat(admin.get(overview).json().get("count").get("must").asInt()).isEqualTo(PEOPLE + 3);
        assertThat(admin.get(overview).json().get("count").get("sent").asInt()).isEqualTo(PEOPLE / 2);
        measure(admin, "one period", overview);
        measure(admin, "12 periods", "/api/report-templates/" + template + "/periods?limit=12");
        measure(admin, "statistics of 12 months", "/api/report-statistics" + span);
        measure(admin, "people of 12 months", "/api/report-statistics/people" + span);
        measure(admin, "sums of 12 months", "/api/report-statistics/fields" + span + "&field=sales&per=MONTH");
        jdbc.sql("update directory_department set head_id = :boss where org_id = :org")
                .param("boss", desk.boss.id())
                .param("org", desk.org.id())
                .update();
        measure(desk.as(desk.boss), "one period for who leads them all", overview);
        measure(desk.as(desk.boss), "statistics for who leads them all", "/api/report-statistics" + span);
        measure(desk.as(desk.boss), "stream", "/api/reports?box=RECEIVED");
        measure(desk.as(desk.boss), "numbers beside the menu", "/api/reports/summary");
    }

    private static void measure(TestBrowser browser, String what, String path) {
        long best = Long.MAX_VALUE;
        long worst = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            TestBrowser.Reply reply = browser.get(path);
            best = Math.min(best, System.nanoTime() - start);
            worst = Math.max(worst, System.nanoTime() - start);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
        LOG.info(
                "{} people, {}: {} to {} ms",
                PEOPLE,
                what,
                Duration.ofNanos(best).toMillis(),
                Duration.ofNanos(worst).toMillis());
    }

    private void people(Desk desk) {
        jdbc.sql("""
                        with person as (
                            insert into principal (kind, org_id)
                            select 'MEMBER', :org from generate_series(1, :count)
                            returning id
                        ), member as (
                            insert into directory_member (principal_id, org_id, name, state)
                            select id, :org, '工人' || id, 'ACTIVE' from person
                        )
                        select count(*) from person
                        """)
                .param("org", desk.org.id())
                .param("count", PEOPLE)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into directory_department_member (org_id, department_id, principal_id, main)
                        select m.org_id, :department, m.principal_id, true
                        from directory_member m
                        where m.org_id = :org
                        on conflict do nothing
                        """)
                .param("org", desk.org.id())
                .param("department", desk.org.rootDepartmentId())
                .update();
    }

    /** Everybody in the eleven months before, every second one in this. The boss has all of this month, unread. */
    private void reports(Desk desk, long template, LocalDate month) {
        jdbc.sql("""
                        insert into report (org_id, template_id, template_no, title, author_id, department_id, cycle, period_from,
                            period_to, form_values, summary, numbers, search_text, late, client_key, sent_at)
                        select :org, :template, 2, '班组日报', m.principal_id, :root, 'MONTH', p.day,
                            (p.day + interval '1 month' - interval '1 day')::date, '{"done":"x","sales":"3"}',
                            '[{"label":"完成","text":"x"}]', jsonb_build_object('sales', (m.principal_id % 10)::text), 'x',
                            m.principal_id % 7 = 0, p.day::text, p.day + interval '20 days'
                        from directory_member m
                        cross join (
                            select (cast(:month as date) - make_interval(months => n))::date as day
                            from generate_series(0, 11) n) p
                        where m.org_id = :org and m.name like '工人%' and (p.day < :month or m.principal_id % 2 = 0)
                        """)
                .param("org", desk.org.id())
                .param("template", template)
                .param("root", desk.org.rootDepartmentId())
                .param("month", month)
                .update();
        jdbc.sql("""
                        insert into report_reader (org_id, report_id, principal_id, recipient, since)
                        select org_id, id, :boss, true, sent_at from report where org_id = :org and period_from = :month
                        """)
                .param("org", desk.org.id())
                .param("boss", desk.boss.id())
                .param("month", month)
                .update();
        jdbc.sql("analyze principal, directory_member, directory_department_member, report")
                .update();
        jdbc.sql("analyze report_reader").update();
    }
}
