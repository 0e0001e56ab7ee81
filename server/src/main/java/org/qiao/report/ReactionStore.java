package org.qiao.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Likes. */
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

    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
}
