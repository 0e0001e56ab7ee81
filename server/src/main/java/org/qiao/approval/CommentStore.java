package org.qiao.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentStore {

    static final String INSERT = """
            insert into approval_comment (org_id, approval_id, author_id, text, mentions, files, client_key, at)
            values (:org_id, :approval_id, :author_id, :text, :mentions, :files, :key, :at)
            on conflict (org_id, approval_id, author_id, client_key) do nothing
            returning id
            """;

    static final String LIST = """
            select id, author_id, text, mentions, files, at
            from approval_comment
            where org_id = :org_id and approval_id = :approval_id and id > :after
            order by id
            limit :limit
            """;

    static final String COUNT = """
            select count(*)
            from approval_comment
            where org_id = :org_id and approval_id = :approval_id
            """;

    static final String HAS_FILE = """
            select exists (
                select 1
                from approval_comment
                where org_id = :org_id and approval_id = :approval_id and :file_id = any(files))
            """;

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long id, long authorId, String text, List<Long> mentions, List<Long> files, Instant at) {}

    /** Empty when the author's key is known. */
    Optional<Long> insert(Actor actor, long approvalId, Comments.ApprovalCommentRequest comment, Instant at) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("approval_id", approvalId)
                .param("author_id", actor.principalId())
                .param("text", comment.text().strip())
                .param("mentions", comment.mentions().toArray(Long[]::new))
                .param("files", comment.files().toArray(Long[]::new))
                .param("key", comment.key())
                .param("at", Sql.at(at))
                .query(Long.class)
                .optional();
    }

    List<Row> list(long orgId, long approvalId, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        rs.getLong("author_id"),
                        rs.getString("text"),
                        ids(rs, "mentions"),
                        ids(rs, "files"),
                        Sql.instant(rs, "at")))
                .list();
    }

    private static List<Long> ids(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((Long[]) rs.getArray(column).getArray());
    }

    int count(long orgId, long approvalId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .query(Integer.class)
                .single();
    }

    boolean hasFile(long orgId, long approvalId, long fileId) {
        return jdbc.sql(HAS_FILE)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .param("file_id", fileId)
                .query(Boolean.class)
                .single();
    }
}
