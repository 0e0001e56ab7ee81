package org.qiao.product;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShowcaseStore {

    static final String FIND = """
            select mode, products, may_choose
            from product_showcase
            where org_id = :org_id and owner_id is not distinct from :owner_id::bigint
            """;

    static final String SET = """
            insert into product_showcase (org_id, owner_id, mode, products, may_choose, changed_at)
            values (:org_id, :owner_id, :mode, :products, :may_choose, :now)
            on conflict (org_id, owner_id) do update
            set mode = excluded.mode, products = excluded.products, may_choose = excluded.may_choose, changed_at = excluded.changed_at
            """;

    private static final RowMapper<Showcase> ROW = (rs, n) -> new Showcase(
            Showcase.Mode.valueOf(rs.getString("mode")),
            List.of((Long[]) rs.getArray("products").getArray()),
            rs.getBoolean("may_choose"));

    private final JdbcClient jdbc;

    ShowcaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ownerId null: the company's */
    Optional<Showcase> find(long orgId, @Nullable Long ownerId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .query(ROW)
                .optional();
    }

    void set(long orgId, @Nullable Long ownerId, Showcase showcase, Instant now) {
        jdbc.sql(SET)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .param("mode", showcase.mode().name())
                .param("products", showcase.products().toArray(Long[]::new))
                .param("may_choose", showcase.mayChoose())
                .param("now", Sql.at(now))
                .update();
    }
}
