package org.qiao.moment;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads that this module names. */
@Repository
class MomentFilesStore {

    static final String KEPT = """
            select distinct f.id
            from moment m
            cross join lateral unnest(m.files) as f (id)
            where m.org_id = :org_id and f.id = any(:ids)
            """;

    private final JdbcClient jdbc;

    MomentFilesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids. */
    Set<Long> kept(long orgId, Collection<Long> ids) {
        return Set.copyOf(jdbc.sql(KEPT)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
