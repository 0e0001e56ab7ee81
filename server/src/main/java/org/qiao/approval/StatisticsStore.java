package org.qiao.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and times over many runs. */
@Repository
class StatisticsStore {

    static final String BY_STATE = """
            select template_id, max(title) as title, state, count(*) as runs,
                coalesce(avg(extract(epoch from ended_at - submitted_at)), 0)::bigint as mean_seconds,
                coalesce(max(extract(epoch from ended_at - submitted_at)), 0)::bigint as longest_seconds
            from approval
            where org_id = :org_id and submitted_at >= :from and submitted_at < :until
                and template_id = any(:templates)
            group by template_id, state
            order by template_id, state
            limit 1000
            """;

    static final String BY_DAY = """
            select (submitted_at at time zone :zone)::date as day, count(*) as runs
            from approval
            where org_id = :org_id and submitted_at >= :from and submitted_at < :until
                and template_id = any(:templates)
            group by day
            order by day
            limit 400
            """;

    /** Closed by a person or a rule, slowest first. */
    static final String BY_NODE = """
            select a.template_id, max(a.template_no) as template_no, t.node_id, count(*) as tasks,
                avg(extract(epoch from t.closed_at - t.opened_at))::bigint as mean_seconds
            from approval_task t
            join approval a on a.org_id = t.org_id and a.id = t.approval_id
            where t.org_id = :org_id and a.submitted_at >= :from and a.submitted_at < :until
                and a.template_id = any(:templates)
                and t.state in ('AGREED', 'HANDLED', 'REFUSED', 'RETURNED', 'PASSED')
            group by a.template_id, t.node_id
            order by mean_seconds desc
            limit 20
            """;

    private final JdbcClient jdbc;

    StatisticsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until exclusive */
    record Span(long orgId, List<Long> templates, Instant from, Instant until, ZoneId zone) {}

    record StateRow(
            long templateId, String title, Approval.State state, int runs, long meanSeconds, long longestSeconds) {}

    record DayRow(LocalDate day, int runs) {}

    record NodeRow(long templateId, int templateNo, String node, int tasks, long meanSeconds) {}

    List<StateRow> byState(Span span) {
        return of(BY_STATE, span)
                .query((rs, n) -> new StateRow(
                        rs.getLong("template_id"),
                        rs.getString("title"),
                        Approval.State.valueOf(rs.getString("state")),
                        rs.getInt("runs"),
                        rs.getLong("mean_seconds"),
                        rs.getLong("longest_seconds")))
                .list();
    }

    List<DayRow> byDay(Span span) {
        return of(BY_DAY, span)
                .param("zone", span.zone().getId())
                .query((rs, n) -> new DayRow(rs.getObject("day", LocalDate.class), rs.getInt("runs")))
                .list();
    }

    List<NodeRow> byNode(Span span) {
        return of(BY_NODE, span)
                .query((rs, n) -> new NodeRow(
                        rs.getLong("template_id"),
                        rs.getInt("template_no"),
                        rs.getString("node_id"),
                        rs.getInt("tasks"),
                        rs.getLong("mean_seconds")))
                .list();
    }

    private JdbcClient.StatementSpec of(String statement, Span span) {
        return jdbc.sql(statement)
                .param("org_id", span.orgId())
                .param("templates", span.templates().toArray(Long[]::new))
                .param("from", Sql.at(span.from()))
                .param("until", Sql.at(span.until()));
    }
}
