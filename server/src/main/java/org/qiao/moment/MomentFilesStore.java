package org.qiao.moment;

import org.qiao.file.KeptFilesStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pictures and videos are shown to many: they stay when one of those is erased. */
@Repository
class MomentFilesStore extends KeptFilesStore {

    static final String KEPT = """
            select distinct f.id
            from moment m
            cross join lateral unnest(m.files) as f (id)
            where m.org_id = :org_id and f.id = any(:ids)
            """;

    MomentFilesStore(JdbcClient jdbc) {
        super(jdbc, KEPT);
    }
}
