package org.qiao.handover;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module keeps of one person. */
@Repository
class HandOverPersonStore {

    static final String TRANSFERS = """
            select kind, state, from_id, to_id, message, history, started_at
            from handover_transfer
            where org_id = :org_id and customer_id = any(:ids)
            order by id
            limit 1000
            """;

    /** That a customer went from one employee to another stays, without what was written to him. */
    static final String EMPTY = """
            update handover_transfer
            set message = ''
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    HandOverPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Transfer(
            String kind, String state, long fromId, long toId, String message, String history, Instant startedAt) {}

    List<Transfer> transfers(Person person) {
        return of(TRANSFERS, person)
                .query((rs, n) -> new Transfer(
                        rs.getString("kind"),
                        rs.getString("state"),
                        rs.getLong("from_id"),
                        rs.getLong("to_id"),
                        rs.getString("message"),
                        rs.getString("history"),
                        Sql.instant(rs, "started_at")))
                .list();
    }

    void empty(Person person) {
        of(EMPTY, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
