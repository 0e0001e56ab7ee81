package org.qiao.material;

import org.qiao.file.KeptFilesStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The library goes to many: what is in it stays when one of those is erased. */
@Repository
class MaterialFilesStore extends KeptFilesStore {

    static final String KEPT = """
            select distinct file_id
            from material
            where org_id = :org_id and file_id = any(:ids)
            """;

    MaterialFilesStore(JdbcClient jdbc) {
        super(jdbc, KEPT);
    }
}
