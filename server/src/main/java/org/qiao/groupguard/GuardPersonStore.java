package org.qiao.groupguard;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to one person in groups. */
@Repository
class GuardPersonStore {

    static final String BLOCKS = """
            select reason, at
            from groupguard_block
            where org_id = :org_id and customer_id = any(:ids)
            order by at
            """;

    static final String LINES = """
            select action, at
            from groupguard_line
            where org_id = :org_id and customer_id = any(:ids)
            order by id
            limit 10000
            """;

    /** That somebody is on the list and what was done stays: it concerns the group. */
    static final String EMPTY_BLOCKS = """
            update groupguard_block
            set reason = ''
            where org_id = :org_id and customer_id = any(:ids) and reason <> ''
            """;

    private final JdbcClient jdbc;

    GuardPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param what the reason of a block, or what was done */
    record Told(String what, Instant at) {}

    List<Told> blocks(Person person) {
        return of(BLOCKS, person)
                .query((rs, n) -> new Told(rs.getString("reason"), Sql.instant(rs, "at")))
                .list();
    }

    List<Told> lines(Person person) {
        return of(LINES, person)
                .query((rs, n) -> new Told(rs.getString("action"), Sql.instant(rs, "at")))
                .list();
    }

    void erase(Person person) {
        of(EMPTY_BLOCKS, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
