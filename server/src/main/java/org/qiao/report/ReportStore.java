package org.qiao.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.qiao.report.Report.Filled;
import org.qiao.report.Report.ReportLine;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.ReportCycle;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of reports and their versions. */
@Repository
class ReportStore {

    private static final TypeReference<List<ReportLine>> LINES = new TypeReference<>() {};

    /** Serialises what one person sends. */
    static final String LOCK_AUTHOR = """
            select pg_advisory_xact_lock(hashtextextended('report:' || :org_id || ':' || :author_id, 0))
            """;

    static final String INSERT = """
            insert into report (org_id, template_id, template_no, title, author_id, department_id, cycle, period_from, period_to,
                form_values, summary, numbers, search_text, late, client_key, sent_at)
            values (:org_id, :template_id, :template_no, :title, :author_id, :department_id::bigint, :cycle, :from, :to,
                :form_values::jsonb, :summary::jsonb, :numbers::jsonb, :search_text, :late, :key, :now)
            returning id
            """;

    static final String FIND_KEY = """
            select id
            from report
            where org_id = :org_id and author_id = :author_id and client_key = :key
            """;

    static final String FIND_SENT = """
            select id
            from report
            where org_id = :org_id and template_id = :template_id and author_id = :author_id and period_from = :from
                and state = 'SENT' and cycle <> 'NONE'
            """;

    /** Which of my templates I have reported with for the periods that begin on these days. */
    static final String SENT_OF = """
            select r.id, r.template_id, r.period_from
            from report r
            where r.org_id = :org_id and r.author_id = :author_id and r.template_id = any(:templates)
                and r.period_from >= :since and r.state = 'SENT' and r.cycle <> 'NONE'
            """;

    static final String LAST = """
            select id
            from report
            where org_id = :org_id and template_id = :template_id and author_id = :author_id and state = 'SENT'
            order by id desc
            limit 1
            """;

    static final String FIND = """
            select id, org_id, template_id, template_no, title, author_id, department_id, cycle, period_from, period_to, state,
                form_values, summary, late, version, likes, comments, sent_at, edited_at
            from report
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = """
            select id
            from report
            where org_id = :org_id and id = :id
            for update
            """;

    static final String EDIT = """
            update report
            set form_values = :form_values::jsonb, summary = :summary::jsonb, numbers = :numbers::jsonb,
                search_text = :search_text, version = version + 1, edited_at = :now
            where org_id = :org_id and id = :id
            returning version
            """;

    static final String WITHDRAW = """
            update report
            set state = 'WITHDRAWN', withdrawn_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            update report
            set likes = likes + :likes, comments = comments + :comments
            where org_id = :org_id and id = :id
            """;

    static final String INSERT_VERSION = """
            insert into report_version (org_id, report_id, number, form_values, at)
            values (:org_id, :id, :number, :form_values::jsonb, :now)
            """;

    /** With the one before each, so that what was changed can be told. */
    static final String LIST_VERSIONS = """
            select number, form_values, at
            from report_version
            where org_id = :org_id and report_id = :id and number < :before
            order by number desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Report> row;

    ReportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Report(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("template_id"),
                rs.getInt("template_no"),
                rs.getString("title"),
                rs.getLong("author_id"),
                Sql.longOrNull(rs, "department_id"),
                new Period(
                        ReportCycle.valueOf(rs.getString("cycle")),
                        rs.getObject("period_from", LocalDate.class),
                        rs.getObject("period_to", LocalDate.class)),
                rs.getString("state").equals("WITHDRAWN"),
                rs.getString("form_values"),
                json.readValue(rs.getString("summary"), LINES),
                rs.getBoolean("late"),
                rs.getInt("version"),
                rs.getInt("likes"),
                rs.getInt("comments"),
                Sql.instant(rs, "sent_at"),
                Sql.instantOrNull(rs, "edited_at"));
    }

    record Fresh(
            long templateId,
            int templateNo,
            String title,
            @Nullable Long departmentId,
            Period period,
            Filled filled,
            boolean late,
            String key) {}

    record Sent(long id, long templateId, LocalDate from) {}

    record Version(int number, String values, Instant at) {}

    void lockAuthor(Actor actor) {
        jdbc.sql(LOCK_AUTHOR)
                .param("org_id", actor.orgId())
                .param("author_id", actor.principalId())
                .query((rs, n) -> 0)
                .single();
    }

    Optional<Long> findKey(Actor actor, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", actor.orgId())
                .param("author_id", actor.principalId())
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    Optional<Long> findSent(Actor actor, long templateId, Period period) {
        return jdbc.sql(FIND_SENT)
                .param("org_id", actor.orgId())
                .param("template_id", templateId)
                .param("author_id", actor.principalId())
                .param("from", period.from())
                .query(Long.class)
                .optional();
    }

    List<Sent> sentOf(Actor actor, Collection<Long> templates, LocalDate since) {
        return jdbc.sql(SENT_OF)
                .param("org_id", actor.orgId())
                .param("author_id", actor.principalId())
                .param("templates", templates.toArray(Long[]::new))
                .param("since", since)
                .query((rs, n) -> new Sent(
                        rs.getLong("id"), rs.getLong("template_id"), rs.getObject("period_from", LocalDate.class)))
                .list();
    }

    Optional<Long> last(Actor actor, long templateId) {
        return jdbc.sql(LAST)
                .param("org_id", actor.orgId())
                .param("template_id", templateId)
                .param("author_id", actor.principalId())
                .query(Long.class)
                .optional();
    }

    long insert(Actor actor, Fresh fresh, Instant now) {
        long id = filled(jdbc.sql(INSERT), fresh.filled())
                .param("org_id", actor.orgId())
                .param("template_id", fresh.templateId())
                .param("template_no", fresh.templateNo())
                .param("title", fresh.title())
                .param("author_id", actor.principalId())
                .param("department_id", fresh.departmentId())
                .param("cycle", fresh.period().cycle().name())
                .param("from", fresh.period().from())
                .param("to", fresh.period().to())
                .param("late", fresh.late())
                .param("key", fresh.key())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        insertVersion(actor.orgId(), id, new Version(1, fresh.filled().values(), now));
        return id;
    }

    private JdbcClient.StatementSpec filled(JdbcClient.StatementSpec statement, Filled filled) {
        return statement
                .param("form_values", filled.values())
                .param("summary", json.writeValueAsString(filled.summary()))
                .param("numbers", filled.numbers())
                .param("search_text", filled.searchText());
    }

    private void insertVersion(long orgId, long id, Version version) {
        jdbc.sql(INSERT_VERSION)
                .param("org_id", orgId)
                .param("id", id)
                .param("number", version.number())
                .param("form_values", version.values())
                .param("now", Sql.at(version.at()))
                .update();
    }

    Optional<Report> find(long orgId, long id) {
        return find(orgId, List.of(id)).stream().findFirst();
    }

    List<Report> find(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    Optional<Report> lock(long orgId, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(found -> find(orgId, found));
    }

    void edit(Report report, Filled filled, Instant now) {
        int version = filled(jdbc.sql(EDIT), filled)
                .param("org_id", report.orgId())
                .param("id", report.id())
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
        insertVersion(report.orgId(), report.id(), new Version(version, filled.values(), now));
    }

    void withdraw(Report report, Instant now) {
        jdbc.sql(WITHDRAW)
                .param("org_id", report.orgId())
                .param("id", report.id())
                .param("now", Sql.at(now))
                .update();
    }

    void count(Report report, int likes, int comments) {
        jdbc.sql(COUNT)
                .param("org_id", report.orgId())
                .param("id", report.id())
                .param("likes", likes)
                .param("comments", comments)
                .update();
    }

    /** Newest first. */
    List<Version> versions(Report report, long before, int limit) {
        return jdbc.sql(LIST_VERSIONS)
                .param("org_id", report.orgId())
                .param("id", report.id())
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Version(rs.getInt("number"), rs.getString("form_values"), Sql.instant(rs, "at")))
                .list();
    }
}
