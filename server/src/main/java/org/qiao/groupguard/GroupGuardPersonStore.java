package org.qiao.groupguard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Person;
import org.qiao.groupguard.GroupBlockStore.Blocked;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to one person. */
@Repository
class GroupGuardPersonStore {

    static final String BLOCKS = """
            select customer_id, by_id, reason, at
            from groupguard_block
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String MEASURES = """
            select group_id, by_id, trigger_kind, action, minutes, at
            from groupguard_line
            where org_id = :org_id and customer_id = any(:ids)
            order by id
            limit 10000
            """;

    static final String EMPTY = """
            update groupguard_block
            set reason = ''
            where org_id = :org_id and customer_id = any(:ids) and reason <> ''
            """;

    private final JdbcClient jdbc;

    GroupGuardPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Measure(
            long groupId,
            @Nullable Long by,
            @Nullable String trigger,
            String action,
            @Nullable Integer minutes,
            Instant at) {}

    List<Blocked> blocks(Person person) {
        return of(BLOCKS, person)
                .query((rs, n) -> new Blocked(
                        rs.getLong("customer_id"),
                        Sql.longOrNull(rs, "by_id"),
                        rs.getString("reason"),
                        Sql.instant(rs, "at")))
                .list();
    }

    List<Measure> measures(Person person) {
        return of(MEASURES, person)
                .query((rs, n) -> new Measure(
                        rs.getLong("group_id"),
                        Sql.longOrNull(rs, "by_id"),
                        rs.getString("trigger_kind"),
                        rs.getString("action"),
                        rs.getObject("minutes", Integer.class),
                        Sql.instant(rs, "at")))
                .list();
    }

    void erase(Person person) {
        of(EMPTY, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
