package org.qiao.report;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.report.ReportFilter.ReportBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of reports, by person. The newest come first. */
@Repository
class ReportListStore {

    private static final String FILTERS_PART = """
                and a.id < :before
                and (:template::bigint is null or a.template_id = :template)
                and (:author::bigint is null or a.author_id = :author)
                and (:departments::bigint[] is null or a.department_id in (select unnest(:departments::bigint[])))
                and (:from::date is null or a.period_to >= :from)
                and (:until::date is null or a.period_from <= :until)
                and (:pattern::text is null or a.search_text like :pattern)
                and (not :unread or r.read_version = 0)
            order by a.id desc
            limit :limit
            """;

    static final String RECEIVED = """
            select a.id, r.read_version
            from report_reader r
            join report a on a.org_id = r.org_id and a.id = r.report_id
            where r.org_id = :org_id and r.principal_id = :principal_id and r.report_id < :before and a.org_id = :org_id
                and a.state = 'SENT'
            """ + FILTERS_PART;

    static final String SENT = """
            select a.id, r.read_version
            from report a
            left join report_reader r on r.org_id = a.org_id and r.report_id = a.id and r.principal_id = :principal_id
            where a.org_id = :org_id and a.author_id = :principal_id
            """ + FILTERS_PART;

    static final String ALL = """
            select a.id, r.read_version
            from report a
            left join report_reader r on r.org_id = a.org_id and r.report_id = a.id and r.principal_id = :principal_id
            where a.org_id = :org_id and a.template_id = any(:templates) and a.state = 'SENT'
            """ + FILTERS_PART;

    private final JdbcClient jdbc;

    ReportListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param readVersion null: he is not named as a reader */
    record Line(long id, @Nullable Integer readVersion) {}

    /**
     * @param departments of the filter with everything below; null: any
     * @param templates whose reports ALL may show
     */
    record Scope(
            ReportBox box, ReportFilter filter, @Nullable Collection<Long> departments, Collection<Long> templates) {}

    List<Line> list(Actor actor, Scope scope, long before, int limit) {
        String statement =
                switch (scope.box()) {
                    case RECEIVED -> RECEIVED;
                    case SENT -> SENT;
                    case ALL -> ALL;
                };
        ReportFilter filter = scope.filter();
        Collection<Long> departments = scope.departments();
        JdbcClient.StatementSpec query = jdbc.sql(statement)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("before", before)
                .param("template", filter.template())
                .param("author", filter.author())
                .param(
                        "departments",
                        departments == null ? null : departments.toArray(Long[]::new),
                        java.sql.Types.ARRAY)
                .param("from", filter.from())
                .param("until", filter.until())
                .param("pattern", filter.pattern())
                .param("unread", filter.unread())
                .param("limit", limit);
        if (scope.box() == ReportBox.ALL) {
            query = query.param("templates", scope.templates().toArray(Long[]::new));
        }
        return query.query((rs, n) -> new Line(rs.getLong("id"), rs.getObject("read_version", Integer.class)))
                .list();
    }
}
