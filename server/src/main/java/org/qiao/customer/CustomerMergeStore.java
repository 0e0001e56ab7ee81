package org.qiao.customer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CustomerMergeStore {

    static final String INSERT = """
            insert into customer_merge (org_id, kept_id, gone_id, relations, closed, sessions, keys, merged_by, merged_at)
            values (:org_id, :kept_id, :gone_id, :relations, :closed, :sessions, :keys::jsonb, :merged_by, :now)
            returning id
            """;

    static final String LOCK = """
            select id, kept_id, gone_id, relations, closed, sessions, keys, merged_by, merged_at, undone_at
            from customer_merge
            where org_id = :org_id and id = :id
            for update
            """;

    static final String FIND = """
            select id, kept_id, gone_id, relations, closed, sessions, keys, merged_by, merged_at, undone_at
            from customer_merge
            where org_id = :org_id and id = :id
            """;

    static final String LIST = """
            select id, kept_id, gone_id, relations, closed, sessions, keys, merged_by, merged_at, undone_at
            from customer_merge
            where org_id = :org_id and kept_id = :kept_id
            order by id desc
            limit 50
            """;

    static final String UNDO = """
            update customer_merge
            set undone_by = :by, undone_at = :now
            where org_id = :org_id and id = :id
            """;

    private static final TypeReference<List<CustomerKey>> KEYS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Merge> row;

    CustomerMergeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Merge(
                rs.getLong("id"),
                new Pair(rs.getLong("kept_id"), rs.getLong("gone_id")),
                new Moved(
                        longs(rs.getArray("relations").getArray()),
                        longs(rs.getArray("closed").getArray()),
                        longs(rs.getArray("sessions").getArray()),
                        json.readValue(rs.getString("keys"), KEYS)),
                Sql.longOrNull(rs, "merged_by"),
                Sql.instant(rs, "merged_at"),
                Sql.instantOrNull(rs, "undone_at"));
    }

    private static List<Long> longs(Object array) {
        return Arrays.asList((Long[]) array);
    }

    record Pair(long keptId, long goneId) {}

    /** What was moved; {@code closed} are those relations that were closed for it. */
    record Moved(List<Long> relations, List<Long> closed, List<Long> sessions, List<CustomerKey> keys) {}

    record Merge(
            long id,
            Pair pair,
            Moved moved,
            @Nullable Long by,
            Instant at,
            @Nullable Instant undoneAt) {}

    long insert(long orgId, Pair pair, Moved moved, @Nullable Long by, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("kept_id", pair.keptId())
                .param("gone_id", pair.goneId())
                .param("relations", array(moved.relations()))
                .param("closed", array(moved.closed()))
                .param("sessions", array(moved.sessions()))
                .param("keys", json.writeValueAsString(moved.keys()))
                .param("merged_by", by)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    Optional<Merge> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(row).optional();
    }

    Optional<Merge> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(row).optional();
    }

    List<Merge> list(long orgId, long keptId) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("kept_id", keptId)
                .query(row)
                .list();
    }

    void undo(long orgId, long id, long by, Instant now) {
        jdbc.sql(UNDO)
                .param("org_id", orgId)
                .param("id", id)
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }
}
