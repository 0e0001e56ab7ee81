package org.qiao.customerprofile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has taken customers out of the program. */
@Repository
class ExportStore {

    static final String ADD = """
            insert into customerprofile_export (org_id, by_id, scope, filter, mass_id, lines, at)
            values (:org_id, :by_id, :scope, :filter::jsonb, :mass_id::bigint, :lines, :now)
            """;

    static final String LIST = """
            select id, by_id, scope, filter, mass_id, lines, at
            from customerprofile_export
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was taken.
     *
     * @param filter JSON of what the list was narrowed to
     * @param massId the results of this mass message; null: a list of customers
     */
    record Taken(LineScope scope, String filter, @Nullable Long massId, int lines) {}

    record Export(long id, long byId, Taken taken, Instant at) {}

    void add(Actor actor, Taken taken, Instant now) {
        jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("by_id", actor.principalId())
                .param("scope", taken.scope().name())
                .param("filter", taken.filter())
                .param("mass_id", taken.massId())
                .param("lines", taken.lines())
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
                        new Taken(
                                LineScope.valueOf(rs.getString("scope")),
                                rs.getString("filter"),
                                Sql.longOrNull(rs, "mass_id"),
                                rs.getInt("lines")),
                        Sql.instant(rs, "at")))
                .list();
    }
}
