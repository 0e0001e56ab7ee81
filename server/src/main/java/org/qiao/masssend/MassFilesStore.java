package org.qiao.masssend;

import org.qiao.file.KeptFilesStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went to many stays when one of them is erased. */
@Repository
class MassFilesStore extends KeptFilesStore {

    static final String KEPT = """
            select distinct f.id
            from masssend_mass m
            cross join lateral unnest(m.files) as f (id)
            where m.org_id = :org_id and f.id = any(:ids)
            """;

    MassFilesStore(JdbcClient jdbc) {
        super(jdbc, KEPT);
    }
}
