package org.qiao.customerprofile;

import java.time.Instant;
import java.util.List;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has taken customers out of the program. */
@Repository
class ExportStore {

    static final String ADD = """
            insert into customerprofile_export (org_id, by_id, scope, filter, lines, at)
            values (:org_id, :by_id, :scope, :filter::jsonb, :lines, :now)
            """;

    static final String LIST = """
            select id, by_id, scope, lines, at
            from customerprofile_export
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Export(long id, long byId, LineScope scope, int lines, Instant at) {}

    void add(Actor actor, LineScope scope, String filter, int lines, Instant now) {
        jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("by_id", actor.principalId())
                .param("scope", scope.name())
                .param("filter", filter)
                .param("lines", lines)
                .param("now", Sql.at(now))
                .update();
    }

    List<Export> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Export(
                        rs.getLong("id"),
                        rs.getLong("by_id"),
                        LineScope.valueOf(rs.getString("scope")),
                        rs.getInt("lines"),
                        Sql.instant(rs, "at")))
                .list();
    }
}
