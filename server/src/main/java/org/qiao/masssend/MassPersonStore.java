package org.qiao.masssend;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What mass messages keep of one person. */
@Repository
class MassPersonStore {

    static final String SENT = """
            select result, decided_at
            from masssend_recipient
            where org_id = :org_id and customer_id = any(:ids) and decided_at is not null
            order by id
            limit 10000
            """;

    /** That somebody was sent something stays counted, without his name. */
    static final String EMPTY = """
            update masssend_recipient
            set name = ''
            where org_id = :org_id and customer_id = any(:ids) and name <> ''
            """;

    static final String DELETE_OPT_OUTS = """
            delete from masssend_opt_out
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    MassPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sent(String result, Instant at) {}

    List<Sent> sent(Person person) {
        return of(SENT, person)
                .query((rs, n) -> new Sent(rs.getString("result"), Sql.instant(rs, "decided_at")))
                .list();
    }

    void erase(Person person) {
        of(EMPTY, person).update();
        of(DELETE_OPT_OUTS, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
