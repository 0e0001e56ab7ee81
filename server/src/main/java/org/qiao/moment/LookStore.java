package org.qiao.moment;

import java.time.Instant;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When somebody looked at moments last. */
@Repository
class LookStore {

    static final String LOOKED = """
            insert into moment_look as l (org_id, principal_id, looked_at)
            values (:org_id, :principal_id, :now)
            on conflict (org_id, principal_id) do update set looked_at = greatest(l.looked_at, excluded.looked_at)
            """;

    static final String LAST = """
            select looked_at
            from moment_look
            where org_id = :org_id and principal_id = :principal_id
            """;

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void looked(Actor person, Instant now) {
        jdbc.sql(LOOKED)
                .param("org_id", person.orgId())
                .param("principal_id", person.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    /** The beginning of time for who has never looked. */
    Instant last(Actor person) {
        return jdbc.sql(LAST)
                .param("org_id", person.orgId())
                .param("principal_id", person.principalId())
                .query((rs, n) -> Sql.instant(rs, "looked_at"))
                .optional()
                .orElse(Instant.EPOCH);
    }
}
