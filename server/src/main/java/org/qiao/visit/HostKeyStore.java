package org.qiao.visit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HostKeyStore {

    static final String INSERT = """
            insert into visit_host_key (org_id, created_by, created_at)
            values (:org_id, :principal_id, :now)
            returning id
            """;

    /** Older ones end at the latest then. */
    static final String END_OTHERS = """
            update visit_host_key
            set ends_at = least(coalesce(ends_at, :ends_at), :ends_at)
            where org_id = :org_id and id <> :id
            """;

    static final String END = """
            update visit_host_key
            set ends_at = :now
            where org_id = :org_id and id = :id and (ends_at is null or ends_at > :now)
            """;

    static final String LIST = """
            select id, created_at, ends_at
            from visit_host_key
            where org_id = :org_id and (ends_at is null or ends_at > :now)
            order by id desc
            """;

    private final JdbcClient jdbc;

    HostKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record HostKeyRow(long id, Instant createdAt, @Nullable Instant endsAt) {}

    long insert(Actor actor, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void endOthers(long orgId, long id, Instant endsAt) {
        jdbc.sql(END_OTHERS)
                .param("org_id", orgId)
                .param("id", id)
                .param("ends_at", Sql.at(endsAt))
                .update();
    }

    /** Whether it was there and still good. */
    boolean end(long orgId, long id, Instant now) {
        return jdbc.sql(END)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    List<HostKeyRow> list(long orgId, Instant now) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("now", Sql.at(now))
                .query((rs, n) -> new HostKeyRow(
                        rs.getLong("id"), Sql.instant(rs, "created_at"), Sql.instantOrNull(rs, "ends_at")))
                .list();
    }
}
