package org.qiao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Likes and comments. */
@Repository
class ReactionStore {

    static final String LIKE = """
            insert into report_like (org_id, report_id, principal_id, at)
            values (:org_id, :report_id, :principal_id, :now)
            on conflict do nothing
            """;

    static final String UNLIKE = """
            delete from report_like
            where org_id = :org_id and report_id = :report_id and principal_id = :principal_id
            """;

    static final String LIKED = """
            select report_id
            from report_like
            where org_id = :org_id and principal_id = :principal_id and report_id = any(:ids)
            """;

    static final String LIKES = """
            select principal_id
            from report_like
            where org_id = :org_id and report_id = :report_id and principal_id > :after
            order by principal_id
            limit :limit
            """;

    static final String COMMENT = """
            insert into report_comment (org_id, report_id, author_id, text, mentions, client_key, at)
            values (:org_id, :report_id, :principal_id, :text, :mentions, :key, :now)
            on conflict (org_id, report_id, author_id, client_key) do nothing
            returning id
            """;

    static final String UNCOMMENT = """
            delete from report_comment
            where org_id = :org_id and report_id = :report_id and author_id = :principal_id and id = :id
            """;

    static final String COMMENTS = """
            select id, author_id, text, mentions, at
            from report_comment
            where org_id = :org_id and report_id = :report_id and id > :after
            order by id
            limit :limit
            """;

    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Comment(long id, long authorId, String text, List<Long> mentions, Instant at) {}

    private JdbcClient.StatementSpec by(String statement, Actor actor, Report report) {
        return jdbc.sql(statement)
                .param("org_id", actor.orgId())
                .param("report_id", report.id())
                .param("principal_id", actor.principalId());
    }

    /** @return false when he had before */
    boolean like(Actor actor, Report report, Instant now) {
        return by(LIKE, actor, report).param("now", Sql.at(now)).update() == 1;
    }

    boolean unlike(Actor actor, Report report) {
        return by(UNLIKE, actor, report).update() == 1;
    }

    List<Long> liked(Actor actor, Collection<Long> ids) {
        return jdbc.sql(LIKED)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Long> likes(Report report, long after, int limit) {
        return jdbc.sql(LIKES)
                .param("org_id", report.orgId())
                .param("report_id", report.id())
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Empty when the author's key is known. */
    Optional<Long> comment(Actor actor, Report report, ReportRequests.ReportCommentRequest comment, Instant now) {
        return by(COMMENT, actor, report)
                .param("text", comment.text().strip())
                .param("mentions", comment.mentions().toArray(Long[]::new))
                .param("key", comment.key())
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    boolean uncomment(Actor actor, Report report, long id) {
        return by(UNCOMMENT, actor, report).param("id", id).update() == 1;
    }

    List<Comment> comments(Report report, long after, int limit) {
        return jdbc.sql(COMMENTS)
                .param("org_id", report.orgId())
                .param("report_id", report.id())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Comment(
                        rs.getLong("id"),
                        rs.getLong("author_id"),
                        rs.getString("text"),
                        ids(rs),
                        Sql.instant(rs, "at")))
                .list();
    }

    private static List<Long> ids(ResultSet rs) throws SQLException {
        return Arrays.asList((Long[]) rs.getArray("mentions").getArray());
    }
}
