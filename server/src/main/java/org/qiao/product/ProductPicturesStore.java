package org.qiao.product;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads that this module names. */
@Repository
class ProductPicturesStore {

    static final String KEPT = """
            select distinct f.id
            from product p
            cross join lateral unnest(p.pictures) as f (id)
            where p.org_id = :org_id and f.id = any(:ids)
            """;

    private final JdbcClient jdbc;

    ProductPicturesStore(JdbcClient jdbc) {
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
