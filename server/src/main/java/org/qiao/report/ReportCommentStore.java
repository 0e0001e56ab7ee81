package org.qiao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments and the answers to them. */
@Repository
class ReportCommentStore {

    static final String INSERT = """
            insert into report_comment (org_id, report_id, author_id, reply_to, text, mentions, files, client_key, at)
            values (:org_id, :report_id, :author_id, :reply_to::bigint, :text, :mentions, :files, :key, :now)
            on conflict (org_id, report_id, author_id, client_key) do nothing
            returning id
            """;

    static final String FIND = """
            select id, reply_to, author_id, text, mentions, files, removed_at, at
            from report_comment
            where org_id = :org_id and report_id = :report_id and id = :id
            """;

    /** Thread by thread, the first of each before its answers. */
    static final String LIST = """
            select id, reply_to, author_id, text, mentions, files, removed_at, at
            from report_comment
            where org_id = :org_id and report_id = :report_id and (coalesce(reply_to, id), id) > (:thread, :after)
            order by coalesce(reply_to, id), id
            limit :limit
            """;

    static final String IS_ANSWERED = """
            select exists (
                select 1
                from report_comment
                where org_id = :org_id and report_id = :report_id and coalesce(reply_to, id) = :id and id <> :id)
            """;

    static final String EMPTY = """
            update report_comment
            set text = '', mentions = '{}', files = '{}', removed_at = :now
            where org_id = :org_id and report_id = :report_id and id = :id
            """;

    static final String DELETE = """
            delete from report_comment
            where org_id = :org_id and report_id = :report_id and id = :id
            """;

    static final String HAS_FILE = """
            select exists (
                select 1
                from report_comment
                where org_id = :org_id and report_id = :report_id and :file_id = any(files))
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            rs.getLong("id"),
            Sql.longOrNull(rs, "reply_to"),
            rs.getLong("author_id"),
            rs.getString("text"),
            ids(rs, "mentions"),
            ids(rs, "files"),
            Sql.instantOrNull(rs, "removed_at") != null,
            Sql.instant(rs, "at"));

    private final JdbcClient jdbc;

    ReportCommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param replyTo the first of the thread; null: it is the first */
    record Row(
            long id,
            @Nullable Long replyTo,
            long authorId,
            String text,
            List<Long> mentions,
            List<Long> files,
            boolean removed,
            Instant at) {

        long thread() {
            return replyTo == null ? id : replyTo;
        }
    }

    private JdbcClient.StatementSpec of(String statement, Report report) {
        return jdbc.sql(statement).param("org_id", report.orgId()).param("report_id", report.id());
    }

    /** Empty when the author's key is known. */
    Optional<Long> insert(Actor actor, Report report, ReportRequests.ReportCommentRequest comment, Instant now) {
        return of(INSERT, report)
                .param("author_id", actor.principalId())
                .param("reply_to", comment.replyTo(), java.sql.Types.BIGINT)
                .param("text", comment.text().strip())
                .param("mentions", comment.mentions().toArray(Long[]::new))
                .param("files", comment.files().toArray(Long[]::new))
                .param("key", comment.key())
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    Optional<Row> find(Report report, long id) {
        return of(FIND, report).param("id", id).query(ROW).optional();
    }

    List<Row> list(Report report, long thread, long after, int limit) {
        return of(LIST, report)
                .param("thread", thread)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    boolean isAnswered(Report report, long id) {
        return of(IS_ANSWERED, report).param("id", id).query(Boolean.class).single();
    }

    void empty(Report report, long id, Instant now) {
        of(EMPTY, report).param("id", id).param("now", Sql.at(now)).update();
    }

    void delete(Report report, long id) {
        of(DELETE, report).param("id", id).update();
    }

    boolean hasFile(Report report, long fileId) {
        return of(HAS_FILE, report)
                .param("file_id", fileId)
                .query(Boolean.class)
                .single();
    }

    private static List<Long> ids(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((Long[]) rs.getArray(column).getArray());
    }
}
