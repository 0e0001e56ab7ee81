package org.qiao.material;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads that this module names. */
@Repository
class MaterialFilesStore {

    static final String KEPT = """
            select distinct file_id
            from material
            where org_id = :org_id and file_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    MaterialFilesStore(JdbcClient jdbc) {
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
