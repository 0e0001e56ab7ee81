package org.qiao.moment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.moment.Acquaintances.Seat;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A customer's feed, merged when it is read: of each channel the newest by index, of these the newest. */
@Repository
class FeedStore {

    static final String CHANNELS = """
            select id, author_id, all_tags, tags
            from moment_channel
            where org_id = :org_id and author_id = any(:authors)
            """;

    private static final String SHOWN_PART = """
            p.published_at is not null and p.withdrawn_at is null and p.published_at <= to_timestamp(c.until_ms / 1000.0)
                and not exists (
                    select 1
                    from moment_skip s
                    where s.org_id = :org_id and s.post_id = p.id and s.customer_id = any(:family))
            """;

    static final String FEED = "select " + PostStore.COLUMNS_PART + """
            from unnest(:channels::bigint[], :untils::bigint[]) as c (channel_id, until_ms)
            cross join lateral (
                select p.id, p.org_id, p.moment_id, p.author_id, p.channel_id, p.published_at, p.withdrawn_at, p.reached, p.seen, p.likes,
                    p.comments
                from moment_post p
                where p.org_id = :org_id and p.channel_id = c.channel_id and (p.published_at, p.id) < (:before_at, :before_id) and
            """ + SHOWN_PART + """
                order by p.published_at desc, p.id desc
                limit :limit) p
            order by p.published_at desc, p.id desc
            limit :limit
            """;

    /** Those of some posts that a customer may see. */
    static final String VISIBLE = "select " + PostStore.COLUMNS_PART + """
            from moment_post p
            join unnest(:channels::bigint[], :untils::bigint[]) as c (channel_id, until_ms) on c.channel_id = p.channel_id
            where p.org_id = :org_id and p.id = any(:ids) and
            """ + SHOWN_PART;

    private static final RowMapper<MomentPost> ROW = PostStore::row;

    private static final RowMapper<Channel> CHANNEL = (rs, n) -> new Channel(
            rs.getLong("id"), rs.getLong("author_id"), new TagChoice(rs.getBoolean("all_tags"), Set.of((Long[])
                    rs.getArray("tags").getArray())));

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Channel(long id, long authorId, TagChoice choice) {}

    /** A channel that somebody may read, until a moment. */
    record Reach(long channelId, Instant until) {}

    /** Where a page of the feed begins. */
    record Cursor(Instant at, long id) {

        static final Cursor TOP = new Cursor(Seat.ALWAYS, Long.MAX_VALUE);

        static Cursor of(MomentPost post) {
            Instant at = post.publishedAt();
            if (at == null) {
                throw new IllegalStateException("Not published: " + post.id());
            }
            return new Cursor(at, post.id());
        }

        /** Microseconds, as the database keeps them. */
        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
        }

        static Cursor read(String text) {
            if (!text.matches("[0-9]{1,17}\\.[0-9]{1,18}")) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
            int dot = text.indexOf('.');
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
                    Long.parseLong(text.substring(dot + 1)));
        }
    }

    /** Who reads. */
    record FeedReader(long orgId, Collection<Long> family, List<Reach> reaches) {}

    /** Those that the predicate lets through. */
    List<Channel> channels(long orgId, Collection<Long> authors, Predicate<Channel> wanted) {
        return jdbc
                .sql(CHANNELS)
                .param("org_id", orgId)
                .param("authors", authors.toArray(Long[]::new))
                .query(CHANNEL)
                .list()
                .stream()
                .filter(wanted)
                .toList();
    }

    /** Newest first. */
    List<MomentPost> feed(FeedReader reader, Cursor before, int limit) {
        return reader.reaches().isEmpty()
                ? List.of()
                : of(FEED, reader)
                        .param("before_at", Sql.at(before.at()))
                        .param("before_id", before.id())
                        .param("limit", limit)
                        .query(ROW)
                        .list();
    }

    List<MomentPost> visible(FeedReader reader, Collection<Long> ids) {
        return reader.reaches().isEmpty()
                ? List.of()
                : of(VISIBLE, reader)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(ROW)
                        .list();
    }

    private JdbcClient.StatementSpec of(String sql, FeedReader reader) {
        return jdbc.sql(sql)
                .param("org_id", reader.orgId())
                .param("family", reader.family().toArray(Long[]::new))
                .param(
                        "channels",
                        reader.reaches().stream().map(Reach::channelId).toArray(Long[]::new))
                .param(
                        "untils",
                        reader.reaches().stream()
                                .map(reach -> reach.until().toEpochMilli())
                                .toArray(Long[]::new));
    }
}
