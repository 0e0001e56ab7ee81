package org.qiao.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moments as employees show them. */
@Repository
class PostStore {

    static final String COLUMNS_PART = """
            p.id, p.org_id, p.moment_id, p.author_id, p.channel_id, p.published_at, p.withdrawn_at, p.reached, p.seen, p.likes, p.comments
            """;

    static final String ADD_CHANNEL = """
            insert into moment_channel (org_id, author_id, all_tags, tags)
            values (:org_id, :author_id, :all_tags, :tags)
            on conflict (org_id, author_id, all_tags, tags) do nothing
            """;

    static final String CHANNEL = """
            select id
            from moment_channel
            where org_id = :org_id and author_id = :author_id and all_tags = :all_tags and tags = :tags
            """;

    static final String ADD = """
            insert into moment_post (org_id, moment_id, author_id, channel_id, created_at)
            values (:org_id, :moment_id, :author_id, :channel_id, :now)
            returning id
            """;

    static final String OF_MOMENT = "select " + COLUMNS_PART + """
            from moment_post p
            where p.org_id = :org_id and p.moment_id = :moment_id and p.author_id = :author_id
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from moment_post p
            where p.org_id = :org_id and p.id = :id
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from moment_post p
            where p.org_id = :org_id and p.id = :id
            for update
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from moment_post p
            where p.org_id = :org_id and p.id < :before
                and (:everybody or p.author_id in (select unnest(:authors::bigint[])))
            order by p.id desc
            limit :limit
            """;

    static final String SHOWN_BY = """
            select exists (
                select 1
                from moment_post p
                where p.org_id = :org_id and p.moment_id = :moment_id and p.author_id = any(:authors))
            """;

    static final String PUBLISHED = """
            update moment_post
            set published_at = :now, reached = :reached
            where org_id = :org_id and id = :id
            """;

    static final String WITHDRAWN = """
            update moment_post
            set withdrawn_at = :now
            where org_id = :org_id and id = :id and withdrawn_at is null
            """;

    static final String WITHDRAWN_ALL = """
            update moment_post
            set withdrawn_at = :now
            where org_id = :org_id and moment_id = :moment_id and withdrawn_at is null
            returning id
            """;

    private static final RowMapper<MomentPost> ROW = PostStore::row;

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long channel(long orgId, long authorId, TagChoice choice) {
        channel(ADD_CHANNEL, orgId, authorId, choice).update();
        return channel(CHANNEL, orgId, authorId, choice).query(Long.class).single();
    }

    private JdbcClient.StatementSpec channel(String sql, long orgId, long authorId, TagChoice choice) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("author_id", authorId)
                .param("all_tags", choice.all())
                .param("tags", MomentStore.ordered(choice));
    }

    long add(Moment moment, long authorId, long channelId, Instant now) {
        return jdbc.sql(ADD)
                .param("org_id", moment.orgId())
                .param("moment_id", moment.id())
                .param("author_id", authorId)
                .param("channel_id", channelId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<MomentPost> ofMoment(long orgId, long momentId, long authorId) {
        return jdbc.sql(OF_MOMENT)
                .param("org_id", orgId)
                .param("moment_id", momentId)
                .param("author_id", authorId)
                .query(ROW)
                .optional();
    }

    Optional<MomentPost> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<MomentPost> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    /**
     * Newest first.
     *
     * @param authors null: of everybody
     */
    List<MomentPost> list(long orgId, @Nullable Collection<Long> authors, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("everybody", authors == null)
                .param("authors", authors == null ? new Long[0] : authors.toArray(Long[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    boolean shownByAny(long orgId, long momentId, Collection<Long> authors) {
        return jdbc.sql(SHOWN_BY)
                .param("org_id", orgId)
                .param("moment_id", momentId)
                .param("authors", authors.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    void published(MomentPost post, int reached, Instant now) {
        jdbc.sql(PUBLISHED)
                .param("org_id", post.orgId())
                .param("id", post.id())
                .param("reached", reached)
                .param("now", Sql.at(now))
                .update();
    }

    void withdrawn(MomentPost post, Instant now) {
        jdbc.sql(WITHDRAWN)
                .param("org_id", post.orgId())
                .param("id", post.id())
                .param("now", Sql.at(now))
                .update();
    }

    List<Long> withdrawnAll(long orgId, long momentId, Instant now) {
        return jdbc.sql(WITHDRAWN_ALL)
                .param("org_id", orgId)
                .param("moment_id", momentId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .list();
    }

    static MomentPost row(ResultSet rs, int number) throws SQLException {
        return new MomentPost(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("moment_id"),
                rs.getLong("author_id"),
                rs.getLong("channel_id"),
                Sql.instantOrNull(rs, "published_at"),
                Sql.instantOrNull(rs, "withdrawn_at"),
                new MomentPost.Numbers(
                        rs.getInt("reached"), rs.getInt("seen"), rs.getInt("likes"), rs.getInt("comments")));
    }
}
