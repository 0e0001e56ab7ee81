package org.qiao.masssend;

import org.qiao.file.KeptFilesStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went to many stays when one of them is erased. */
@Repository
class MassFilesStore extends KeptFilesStore {

    static final String KEPT = """
            select distinct (f.id #>> '{}')::bigint as id
            from masssend_mass m
            cross join lateral jsonb_path_query(m.attachments, '$[*] ? (@.kind == "FILE").id') as f (id)
            where m.org_id = :org_id and (f.id #>> '{}')::bigint = any(:ids)
            """;

    MassFilesStore(JdbcClient jdbc) {
        super(jdbc, KEPT);
    }
}
