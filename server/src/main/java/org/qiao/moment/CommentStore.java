package org.qiao.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said under posts. */
@Repository
class CommentStore {

    private static final String COLUMNS_PART = """
            c.id, c.org_id, c.post_id, c.post_author_id, c.by_id, c.by_customer, c.customer_id, c.text, c.at
            """;

    static final String ADD = """
            insert into moment_comment (org_id, post_id, post_author_id, by_id, by_customer, customer_id, text, client_key, at)
            values (:org_id, :post_id, :post_author_id, :by_id, :by_customer, :customer_id, :text, :client_key, :now)
            on conflict (org_id, by_id, client_key) do nothing
            returning id
            """;

    static final String KEYED = "select " + COLUMNS_PART + """
            from moment_comment c
            where c.org_id = :org_id and c.by_id = :by_id and c.client_key = :client_key
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from moment_comment c
            where c.org_id = :org_id and c.id = :id and c.deleted_at is null
            for update
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from moment_comment c
            where c.org_id = :org_id and c.id = :id and c.deleted_at is null
            """;

    static final String DELETE = """
            update moment_comment
            set text = '', deleted_at = :now, deleted_by = :by
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            update moment_post
            set comments = comments + :more
            where org_id = :org_id and id = :post_id
            """;

    static final String OF_CUSTOMER = """
            select count(*)
            from moment_comment
            where org_id = :org_id and post_id = :post_id and customer_id = any(:family) and by_customer
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from moment_comment c
            where c.org_id = :org_id and c.post_id = :post_id and c.id > :after and c.deleted_at is null
            order by c.id
            limit :limit
            """;

    /** What one customer may read: what is said to all, his own thread, and those of others if the company lets him. */
    private static final String READABLE_PART =
            " and c.deleted_at is null and (c.customer_id is null or c.customer_id = any(:family) or :others) ";

    static final String OF_GUEST = "select " + COLUMNS_PART + """
            from moment_comment c
            where c.org_id = :org_id and c.post_id = :post_id and c.id > :after
            """ + READABLE_PART + """
            order by c.id
            limit :limit
            """;

    /** The newest of each of some posts. */
    static final String LAST_OF_EACH = "select " + COLUMNS_PART + """
            from unnest(:posts::bigint[]) as x (post_id)
            cross join lateral (
                select c.id, c.org_id, c.post_id, c.post_author_id, c.by_id, c.by_customer, c.customer_id, c.text, c.at
                from moment_comment c
                where c.org_id = :org_id and c.post_id = x.post_id
            """ + READABLE_PART + """
                order by c.id desc
                limit :limit) c
            order by c.id
            """;

    static final String NEW_FOR_AUTHOR = """
            select count(*)
            from (
                select 1
                from moment_comment c
                where c.org_id = :org_id and c.post_author_id = :author_id and c.at > :since and c.by_customer and c.deleted_at is null
                limit 100) few
            """;

    static final String NEW_FOR_GUEST = """
            select count(*)
            from (
                select 1
                from moment_comment c
                join moment_post p on p.org_id = c.org_id and p.id = c.post_id
                where c.org_id = :org_id and c.customer_id = any(:family) and c.at > :since and not c.by_customer
                    and c.deleted_at is null and p.withdrawn_at is null
                limit 100) few
            """;

    private static final RowMapper<Comment> ROW = CommentStore::row;

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param customerId whose thread it belongs to; null: said to all */
    record Comment(
            long id,
            long orgId,
            long postId,
            long postAuthorId,
            long byId,
            boolean byCustomer,
            @Nullable Long customerId,
            String text,
            Instant at) {

        @Override
        public String toString() {
            return "Comment " + id;
        }
    }

    /** Something that shall be said. */
    record NewComment(
            long byId, boolean byCustomer, @Nullable Long customerId, String text, String key) {

        @Override
        public String toString() {
            return "NewComment";
        }
    }

    /** Who reads; @param others the company lets him read what other customers write */
    record Reader(long orgId, Collection<Long> family, boolean others) {}

    /** Empty: the key was used before. */
    Optional<Long> add(MomentPost post, NewComment wanted, Instant now) {
        Optional<Long> id = jdbc.sql(ADD)
                .param("org_id", post.orgId())
                .param("post_id", post.id())
                .param("post_author_id", post.authorId())
                .param("by_id", wanted.byId())
                .param("by_customer", wanted.byCustomer())
                .param("customer_id", wanted.customerId())
                .param("text", wanted.text())
                .param("client_key", wanted.key())
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
        if (id.isPresent()) {
            count(post.orgId(), post.id(), 1);
        }
        return id;
    }

    Optional<Comment> keyed(long orgId, long byId, String key) {
        return jdbc.sql(KEYED)
                .param("org_id", orgId)
                .param("by_id", byId)
                .param("client_key", key)
                .query(ROW)
                .optional();
    }

    Optional<Comment> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<Comment> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    /** The words are gone, not only hidden. */
    void delete(Comment comment, long by, Instant now) {
        jdbc.sql(DELETE)
                .param("org_id", comment.orgId())
                .param("id", comment.id())
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
        count(comment.orgId(), comment.postId(), -1);
    }

    private void count(long orgId, long postId, int more) {
        jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("post_id", postId)
                .param("more", more)
                .update();
    }

    int ofCustomer(MomentPost post, Collection<Long> family) {
        return jdbc.sql(OF_CUSTOMER)
                .param("org_id", post.orgId())
                .param("post_id", post.id())
                .param("family", family.toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    /** The oldest first. */
    List<Comment> list(long orgId, long postId, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("post_id", postId)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Comment> ofGuest(Reader reader, long postId, long after, int limit) {
        return reading(OF_GUEST, reader)
                .param("post_id", postId)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Comment> lastOfEach(Reader reader, Collection<Long> posts, int limit) {
        return reading(LAST_OF_EACH, reader)
                .param("posts", posts.toArray(Long[]::new))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    private JdbcClient.StatementSpec reading(String sql, Reader reader) {
        return jdbc.sql(sql)
                .param("org_id", reader.orgId())
                .param("family", reader.family().toArray(Long[]::new))
                .param("others", reader.others());
    }

    int newForAuthor(long orgId, long authorId, Instant since) {
        return jdbc.sql(NEW_FOR_AUTHOR)
                .param("org_id", orgId)
                .param("author_id", authorId)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    int newForGuest(long orgId, Collection<Long> family, Instant since) {
        return jdbc.sql(NEW_FOR_GUEST)
                .param("org_id", orgId)
                .param("family", family.toArray(Long[]::new))
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    private static Comment row(ResultSet rs, int number) throws SQLException {
        return new Comment(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("post_id"),
                rs.getLong("post_author_id"),
                rs.getLong("by_id"),
                rs.getBoolean("by_customer"),
                Sql.longOrNull(rs, "customer_id"),
                rs.getString("text"),
                Sql.instant(rs, "at"));
    }
}
