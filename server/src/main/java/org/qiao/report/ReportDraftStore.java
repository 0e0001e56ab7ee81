package org.qiao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody has written and not sent. */
@Repository
class ReportDraftStore {

    static final String SAVE = """
            insert into report_draft (org_id, template_id, author_id, period_from, template_no, form_values, recipients,
                conversations, saved_at)
            values (:org_id, :template_id, :author_id, :from, :template_no, :form_values::jsonb, :recipients, :conversations, :now)
            on conflict (org_id, author_id, template_id, period_from) do update
            set template_no = excluded.template_no, form_values = excluded.form_values, recipients = excluded.recipients,
                conversations = excluded.conversations, saved_at = excluded.saved_at
            """;

    static final String FIND = """
            select template_no, form_values, recipients, conversations, saved_at
            from report_draft
            where org_id = :org_id and author_id = :author_id and template_id = :template_id and period_from = :from
            """;

    static final String DELETE = """
            delete from report_draft
            where org_id = :org_id and author_id = :author_id and template_id = :template_id and period_from = :from
            """;

    static final String OF_AUTHOR = """
            select template_id, period_from
            from report_draft
            where org_id = :org_id and author_id = :author_id
            limit 1000
            """;

    /** What is older than this is nobody's any more. */
    static final String FORGET = """
            delete from report_draft
            where org_id = :org_id and author_id = :author_id and (:before::timestamptz is null or saved_at < :before)
            """;

    private final JdbcClient jdbc;

    ReportDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Place(long templateId, LocalDate from) {}

    record Row(int templateNo, String values, List<Long> recipients, List<Long> conversations, Instant savedAt) {}

    void save(Actor actor, Place place, Row row) {
        at(SAVE, actor, place)
                .param("template_no", row.templateNo())
                .param("form_values", row.values())
                .param("recipients", row.recipients().toArray(Long[]::new))
                .param("conversations", row.conversations().toArray(Long[]::new))
                .param("now", Sql.at(row.savedAt()))
                .update();
    }

    Optional<Row> find(Actor actor, Place place) {
        return at(FIND, actor, place)
                .query((rs, n) -> new Row(
                        rs.getInt("template_no"),
                        rs.getString("form_values"),
                        ids(rs, "recipients"),
                        ids(rs, "conversations"),
                        Sql.instant(rs, "saved_at")))
                .optional();
    }

    private static List<Long> ids(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((Long[]) rs.getArray(column).getArray());
    }

    void delete(Actor actor, Place place) {
        at(DELETE, actor, place).update();
    }

    List<Place> list(Actor actor) {
        return jdbc.sql(OF_AUTHOR)
                .param("org_id", actor.orgId())
                .param("author_id", actor.principalId())
                .query((rs, n) -> new Place(rs.getLong("template_id"), rs.getObject("period_from", LocalDate.class)))
                .list();
    }

    /** @param before null: all of them */
    void forget(long orgId, long authorId, @Nullable Instant before) {
        jdbc.sql(FORGET)
                .param("org_id", orgId)
                .param("author_id", authorId)
                .param("before", Sql.atOrNull(before))
                .update();
    }

    private JdbcClient.StatementSpec at(String statement, Actor actor, Place place) {
        return jdbc.sql(statement)
                .param("org_id", actor.orgId())
                .param("author_id", actor.principalId())
                .param("template_id", place.templateId())
                .param("from", place.from());
    }
}
