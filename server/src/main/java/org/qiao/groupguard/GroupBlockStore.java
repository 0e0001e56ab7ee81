package org.qiao.groupguard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The companies' block lists. */
@Repository
class GroupBlockStore {

    static final String PUT = """
            insert into groupguard_block (org_id, customer_id, by_id, reason, at)
            values (:org_id, :customer_id, :by_id, :reason, :now)
            on conflict (org_id, customer_id) do nothing
            """;

    static final String DELETE = """
            delete from groupguard_block
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String ANY = """
            select exists (
                select 1
                from groupguard_block
                where org_id = :org_id and customer_id = any(:ids))
            """;

    static final String LIST = """
            select customer_id, by_id, reason, at
            from groupguard_block
            where org_id = :org_id and customer_id < :before
            order by customer_id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    GroupBlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Blocked(long customerId, @Nullable Long by, String reason, Instant at) {}

    void put(long orgId, Blocked blocked) {
        jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("customer_id", blocked.customerId())
                .param("by_id", blocked.by())
                .param("reason", blocked.reason())
                .param("now", Sql.at(blocked.at()))
                .update();
    }

    boolean delete(long orgId, Collection<Long> ids) {
        return jdbc.sql(DELETE)
                        .param("org_id", orgId)
                        .param("ids", ids.toArray(Long[]::new))
                        .update()
                > 0;
    }

    boolean any(long orgId, Collection<Long> ids) {
        return jdbc.sql(ANY)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    List<Blocked> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Blocked(
                        rs.getLong("customer_id"),
                        Sql.longOrNull(rs, "by_id"),
                        rs.getString("reason"),
                        Sql.instant(rs, "at")))
                .list();
    }
}
