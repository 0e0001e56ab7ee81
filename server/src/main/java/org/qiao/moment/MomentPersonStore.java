package org.qiao.moment;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person did under moments. */
@Repository
class MomentPersonStore {

    static final String COMMENTS = """
            select id, by_id, text, at
            from moment_comment
            where org_id = :org_id and customer_id = any(:ids) and deleted_at is null and id > :after
            order by id
            limit :limit
            """;

    static final String LIKES = """
            select post_id, at
            from moment_like
            where org_id = :org_id and customer_id = any(:ids)
            order by at
            limit 10000
            """;

    /** His own and the answers to him: the thread is his. Those that were deleted before are not counted any more. */
    static final String DELETE_COMMENTS = """
            with gone as (
                delete from moment_comment
                where org_id = :org_id and customer_id = any(:ids)
                returning post_id, deleted_at)
            update moment_post p
            set comments = greatest(0, p.comments - g.many)
            from (
                select post_id, count(*) as many
                from gone
                where deleted_at is null
                group by post_id) g
            where p.org_id = :org_id and p.id = g.post_id
            """;

    static final String DELETE_LIKES = """
            with gone as (
                delete from moment_like
                where org_id = :org_id and customer_id = any(:ids)
                returning post_id)
            update moment_post p
            set likes = greatest(0, p.likes - g.many)
            from (
                select post_id, count(*) as many
                from gone
                group by post_id) g
            where p.org_id = :org_id and p.id = g.post_id
            """;

    static final String DELETE_SEEN = """
            delete from moment_seen
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    MomentPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Comment(long id, long byId, String text, Instant at) {}

    record Like(long postId, Instant at) {}

    List<Comment> comments(Person person, long after, int limit) {
        return of(COMMENTS, person)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) ->
                        new Comment(rs.getLong("id"), rs.getLong("by_id"), rs.getString("text"), Sql.instant(rs, "at")))
                .list();
    }

    List<Like> likes(Person person) {
        return of(LIKES, person)
                .query((rs, n) -> new Like(rs.getLong("post_id"), Sql.instant(rs, "at")))
                .list();
    }

    void erase(Person person) {
        of(DELETE_COMMENTS, person).update();
        of(DELETE_LIKES, person).update();
        of(DELETE_SEEN, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
