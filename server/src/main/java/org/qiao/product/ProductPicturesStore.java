package org.qiao.product;

import org.qiao.file.KeptFilesStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pictures of products stay when somebody who was sent one is erased. */
@Repository
class ProductPicturesStore extends KeptFilesStore {

    static final String KEPT = """
            select distinct f.id
            from product p
            cross join lateral unnest(p.pictures) as f (id)
            where p.org_id = :org_id and f.id = any(:ids)
            """;

    ProductPicturesStore(JdbcClient jdbc) {
        super(jdbc, KEPT);
    }
}
