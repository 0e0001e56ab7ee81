package org.qiao.ding;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Way;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentStore {

    static final String INSERT = """
            insert into ding_comment (org_id, ding_id, author_id, recipient_id, text, way, client_key, at)
            values (:org_id, :ding_id, :author_id::bigint, :recipient_id::bigint, :text, :way, :key, :at)
            on conflict (ding_id, client_key) do nothing
            returning id
            """;

    static final String LIST = """
            select c.id, c.author_id, coalesce(r.name, '') as author_name, c.text, c.way, c.at
            from ding_comment c
            left join ding_recipient r on r.org_id = c.org_id and r.id = c.recipient_id
            where c.org_id = :org_id and c.ding_id = :ding_id and c.id > :after
            order by c.id
            limit :limit
            """;

    static final String COUNT = """
            select count(*)
            from ding_comment
            where org_id = :org_id and ding_id = :ding_id
            """;

    static final String COUNTS = """
            select ding_id, count(*) as comments
            from ding_comment
            where org_id = :org_id and ding_id = any(:dings)
            group by ding_id
            """;

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long id, @Nullable Long authorId, String authorName, String text, Way way, Instant at) {}

    /** @param key once for ever within the DING */
    record Fresh(@Nullable Long authorId, @Nullable Long recipientId, String text, Way way, String key) {}

    /** Empty when the key is known. */
    Optional<Long> insert(Ding ding, Fresh comment, Instant at) {
        return jdbc.sql(INSERT)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .param("author_id", comment.authorId())
                .param("recipient_id", comment.recipientId())
                .param("text", comment.text())
                .param("way", comment.way().name())
                .param("key", comment.key())
                .param("at", Sql.at(at))
                .query(Long.class)
                .optional();
    }

    List<Row> list(Ding ding, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        Sql.longOrNull(rs, "author_id"),
                        rs.getString("author_name"),
                        rs.getString("text"),
                        Way.valueOf(rs.getString("way")),
                        Sql.instant(rs, "at")))
                .list();
    }

    int count(Ding ding) {
        return jdbc.sql(COUNT)
                .param("org_id", ding.orgId())
                .param("ding_id", ding.id())
                .query(Integer.class)
                .single();
    }

    Map<Long, Integer> counts(long orgId, Collection<Long> dings) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("org_id", orgId)
                .param("dings", dings.toArray(Long[]::new))
                .query(rs -> {
                    counts.put(rs.getLong("ding_id"), rs.getInt("comments"));
                });
        return counts;
    }
}
