package org.qiao.moment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who likes a post and who has seen it; the post carries the counts. */
@Repository
class ReactionStore {

    static final String LIKE = """
            insert into moment_like (org_id, post_id, customer_id, at)
            values (:org_id, :post_id, :customer_id, :now)
            on conflict (org_id, post_id, customer_id) do nothing
            """;

    static final String UNLIKE = """
            delete from moment_like
            where org_id = :org_id and post_id = :post_id and customer_id = any(:family)
            """;

    static final String COUNT_LIKES = """
            update moment_post
            set likes = likes + :more
            where org_id = :org_id and id = :post_id
            """;

    static final String LIKED = """
            select l.post_id
            from moment_like l
            where l.org_id = :org_id and l.post_id = any(:posts) and l.customer_id = any(:family)
            """;

    /** The newest likes of each of some posts. */
    static final String LIKES_OF_EACH = """
            select n.id, n.post_id, n.customer_id, n.at
            from unnest(:posts::bigint[]) as x (post_id)
            cross join lateral (
                select l.id, l.post_id, l.customer_id, l.at
                from moment_like l
                where l.org_id = :org_id and l.post_id = x.post_id
                order by l.id desc
                limit :limit) n
            order by n.id desc
            """;

    static final String LIKES = """
            select l.id, l.post_id, l.customer_id, l.at
            from moment_like l
            where l.org_id = :org_id and l.post_id = :post_id and l.id < :before
            order by l.id desc
            limit :limit
            """;

    static final String SEEN_BY = """
            select s.id, s.post_id, s.customer_id, s.at
            from moment_seen s
            where s.org_id = :org_id and s.post_id = :post_id and s.id < :before
            order by s.id desc
            limit :limit
            """;

    /** Once for a customer and post. */
    static final String SEE = """
            insert into moment_seen (org_id, post_id, customer_id, at)
            select :org_id, p, :customer_id, :now
            from unnest(:posts::bigint[]) as p
            on conflict (org_id, post_id, customer_id) do nothing
            returning post_id
            """;

    /** Rows are taken in the order of their ids, so that no two customers wait for each other. */
    static final String COUNT_SEEN = """
            update moment_post p
            set seen = p.seen + 1
            from (
                select q.id
                from moment_post q
                where q.org_id = :org_id and q.id = any(:posts::bigint[])
                order by q.id
                for update) o
            where p.org_id = :org_id and p.id = o.id
            """;

    private static final RowMapper<Reaction> ROW = (rs, n) ->
            new Reaction(rs.getLong("id"), rs.getLong("post_id"), rs.getLong("customer_id"), Sql.instant(rs, "at"));

    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id for paging */
    record Reaction(long id, long postId, long customerId, Instant at) {}

    /** @return false: he liked it already */
    boolean like(MomentPost post, long customerId, Instant now) {
        boolean fresh = jdbc.sql(LIKE)
                        .param("org_id", post.orgId())
                        .param("post_id", post.id())
                        .param("customer_id", customerId)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
        if (fresh) {
            count(post, 1);
        }
        return fresh;
    }

    void unlike(MomentPost post, Collection<Long> family) {
        int gone = jdbc.sql(UNLIKE)
                .param("org_id", post.orgId())
                .param("post_id", post.id())
                .param("family", family.toArray(Long[]::new))
                .update();
        if (gone > 0) {
            count(post, -gone);
        }
    }

    private void count(MomentPost post, int more) {
        jdbc.sql(COUNT_LIKES)
                .param("org_id", post.orgId())
                .param("post_id", post.id())
                .param("more", more)
                .update();
    }

    /** Those of the posts that he likes. */
    Set<Long> liked(long orgId, Collection<Long> posts, Collection<Long> family) {
        return Set.copyOf(jdbc.sql(LIKED)
                .param("org_id", orgId)
                .param("posts", posts.toArray(Long[]::new))
                .param("family", family.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    List<Reaction> likesOfEach(long orgId, Collection<Long> posts, int limit) {
        return jdbc.sql(LIKES_OF_EACH)
                .param("org_id", orgId)
                .param("posts", posts.toArray(Long[]::new))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Newest first. */
    List<Reaction> likes(long orgId, long postId, long before, int limit) {
        return of(LIKES, orgId, postId, before, limit);
    }

    /** Newest first. */
    List<Reaction> seenBy(long orgId, long postId, long before, int limit) {
        return of(SEEN_BY, orgId, postId, before, limit);
    }

    private List<Reaction> of(String sql, long orgId, long postId, long before, int limit) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("post_id", postId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    void see(long orgId, long customerId, Collection<Long> posts, Instant now) {
        List<Long> fresh = jdbc.sql(SEE)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("posts", posts.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(Long.class)
                .list();
        if (!fresh.isEmpty()) {
            jdbc.sql(COUNT_SEEN)
                    .param("org_id", orgId)
                    .param("posts", fresh.toArray(Long[]::new))
                    .update();
        }
    }
}
