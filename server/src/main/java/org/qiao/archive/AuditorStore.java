package org.qiao.archive;

import java.time.Instant;
import java.util.List;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditorStore {

    static final String ADD = """
            insert into archive_auditor (org_id, member_id, appointed_by, appointed_at)
            values (:org_id, :member_id, :principal_id, :now)
            on conflict (org_id, member_id) do nothing
            """;

    static final String REMOVE = """
            delete from archive_auditor
            where org_id = :org_id and member_id = :member_id
            """;

    static final String LIST = """
            select member_id, appointed_by, appointed_at
            from archive_auditor
            where org_id = :org_id
            order by member_id
            """;

    static final String IS = """
            select 1
            from archive_auditor
            where org_id = :org_id and member_id = :member_id
            """;

    private final JdbcClient jdbc;

    AuditorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Auditor(long memberId, long appointedBy, Instant at) {}

    boolean add(Actor actor, long memberId, Instant now) {
        return jdbc.sql(ADD)
                        .param("org_id", actor.orgId())
                        .param("member_id", memberId)
                        .param("principal_id", actor.principalId())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    boolean remove(long orgId, long memberId) {
        return jdbc.sql(REMOVE)
                        .param("org_id", orgId)
                        .param("member_id", memberId)
                        .update()
                == 1;
    }

    List<Auditor> list(long orgId) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .query((rs, n) -> new Auditor(
                        rs.getLong("member_id"), rs.getLong("appointed_by"), Sql.instant(rs, "appointed_at")))
                .list();
    }

    boolean is(Actor actor) {
        return jdbc.sql(IS)
                .param("org_id", actor.orgId())
                .param("member_id", actor.principalId())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
