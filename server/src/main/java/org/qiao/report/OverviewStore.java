package org.qiao.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many reports of one template at once: who has reported, and what the numbers say. */
@Repository
class OverviewStore {

    static final String SENT = """
            select author_id, id, late, sent_at
            from report
            where org_id = :org_id and template_id = :template_id and period_from = :from and state = 'SENT'
            """;

    /** A set to look up in, not an array to walk through: it may hold everybody. */
    private static final String SPAN_PART = """
            where org_id = :org_id and template_id = :template_id and period_from >= :from and period_from <= :until
                and state = 'SENT'
                and (:people::bigint[] is null or author_id in (select unnest(:people::bigint[])))
            """;

    /** Of the people on one page. */
    private static final String PAGE_PART = """
            where org_id = :org_id and template_id = :template_id and period_from >= :from and period_from <= :until
                and state = 'SENT' and author_id = any(:people)
            """;

    static final String BY_PERIOD = """
            select period_from, count(*) as sent, count(*) filter (where late) as late,
                count(m.id) as due
            from report
            left join (select unnest(:must::bigint[]) as id, unnest(:first::date[]) as first) m
                on m.id = author_id and m.first <= period_from
            """ + SPAN_PART + """
            group by period_from
            order by period_from desc
            limit 400
            """;

    static final String BY_TEAM = """
            select department_id, count(*) as sent, count(*) filter (where late) as late, count(distinct author_id) as authors
            from report
            """ + SPAN_PART + """
            group by department_id
            order by sent desc, department_id
            limit 500
            """;

    static final String BY_PERSON = """
            select author_id, count(*) as sent, count(*) filter (where late) as late
            from report
            """ + SPAN_PART + """
            group by author_id
            """;

    /** Only periods for which he had to report count against what he had to write. */
    static final String SENT_DUE = """
            select author_id, count(*) as sent
            from report
            join (select unnest(:must::bigint[]) as id, unnest(:first::date[]) as first) m
                on m.id = author_id and m.first <= period_from
            """ + PAGE_PART + """
                and period_from in (select unnest(:due::date[]))
            group by author_id
            """;

    static final String SUMS = """
            select author_id, n.key, sum(n.value::numeric) as sum
            from report
            cross join lateral jsonb_each_text(numbers) n
            """ + PAGE_PART + """
            group by author_id, n.key
            """;

    static final String SERIES = """
            select date_trunc(:per, period_from::timestamp)::date as start, sum((numbers ->> :field)::numeric) as sum,
                avg((numbers ->> :field)::numeric) as average, count(*) as reports
            from report
            """ + SPAN_PART + """
                and numbers ->> :field is not null
            group by start
            order by start
            limit 400
            """;

    private final JdbcClient jdbc;

    OverviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reports of some people whose periods begin between two days.
     *
     * @param until included
     * @param people null: everybody
     */
    record Span(
            long orgId,
            long templateId,
            LocalDate from,
            LocalDate until,
            @Nullable Collection<Long> people) {}

    record SentReport(long id, boolean late, Instant at) {}

    /** @param due of those who had to */
    record PeriodRow(LocalDate from, int sent, int late, int due) {}

    record TeamRow(@Nullable Long departmentId, int sent, int late, int authors) {}

    record PersonRow(int sent, int late) {}

    record Point(LocalDate from, BigDecimal sum, BigDecimal average, int count) {}

    /** By author. */
    Map<Long, SentReport> sent(long orgId, long templateId, LocalDate from) {
        Map<Long, SentReport> sent = new HashMap<>();
        jdbc.sql(SENT)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("from", from)
                .query(rs -> {
                    sent.put(
                            rs.getLong("author_id"),
                            new SentReport(rs.getLong("id"), rs.getBoolean("late"), Sql.instant(rs, "sent_at")));
                });
        return sent;
    }

    List<PeriodRow> byPeriod(Span span, ReportScope.View view) {
        return due(BY_PERIOD, span, view)
                .query((rs, n) -> new PeriodRow(
                        rs.getObject("period_from", LocalDate.class),
                        rs.getInt("sent"),
                        rs.getInt("late"),
                        rs.getInt("due")))
                .list();
    }

    List<TeamRow> byTeam(Span span) {
        return of(BY_TEAM, span)
                .query((rs, n) -> new TeamRow(
                        Sql.longOrNull(rs, "department_id"),
                        rs.getInt("sent"),
                        rs.getInt("late"),
                        rs.getInt("authors")))
                .list();
    }

    Map<Long, PersonRow> byPerson(Span span) {
        Map<Long, PersonRow> people = new HashMap<>();
        of(BY_PERSON, span).query(rs -> {
            people.put(rs.getLong("author_id"), new PersonRow(rs.getInt("sent"), rs.getInt("late")));
        });
        return people;
    }

    /** @param due first days of the periods in which somebody must */
    Map<Long, Integer> sentDue(Span span, ReportScope.View view, List<LocalDate> due) {
        Map<Long, Integer> people = new HashMap<>();
        due(SENT_DUE, span, view)
                .param("due", due.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(rs -> {
                    people.put(rs.getLong("author_id"), rs.getInt("sent"));
                });
        return people;
    }

    /** By author and field. */
    Map<Long, Map<String, BigDecimal>> sums(Span span) {
        Map<Long, Map<String, BigDecimal>> sums = new HashMap<>();
        of(SUMS, span).query(rs -> {
            sums.computeIfAbsent(rs.getLong("author_id"), id -> new HashMap<>())
                    .put(rs.getString("key"), rs.getBigDecimal("sum"));
        });
        return sums;
    }

    /** @param per day, week or month */
    List<Point> series(Span span, String field, String per) {
        return of(SERIES, span)
                .param("field", field)
                .param("per", per)
                .query((rs, n) -> new Point(
                        rs.getObject("start", LocalDate.class),
                        rs.getBigDecimal("sum"),
                        rs.getBigDecimal("average"),
                        rs.getInt("reports")))
                .list();
    }

    /** With those who have to, each from his first day on. */
    private JdbcClient.StatementSpec due(String statement, Span span, ReportScope.View view) {
        return of(statement, span)
                .param("must", view.must().toArray(Long[]::new))
                .param(
                        "first",
                        view.must().stream()
                                .map(person -> view.first().getOrDefault(person, LocalDate.EPOCH))
                                .map(LocalDate::toString)
                                .toArray(String[]::new));
    }

    private JdbcClient.StatementSpec of(String statement, Span span) {
        Collection<Long> people = span.people();
        return jdbc.sql(statement)
                .param("org_id", span.orgId())
                .param("template_id", span.templateId())
                .param("from", span.from())
                .param("until", span.until())
                .param("people", people == null ? null : people.toArray(Long[]::new), java.sql.Types.ARRAY);
    }
}
