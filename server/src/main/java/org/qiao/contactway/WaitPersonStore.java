package org.qiao.contactway;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module keeps of one person. */
@Repository
class WaitPersonStore {

    static final String WAITS = """
            select w.status, w.state, w.since, w.ended_at, c.title
            from contactway_wait w
            join contactway c on c.org_id = w.org_id and c.id = w.way_id
            where w.org_id = :org_id and w.customer_id = any(:ids)
            order by w.id
            limit 1000
            """;

    static final String END = """
            update contactway_wait
            set status = 'REFUSED', ended_at = :now
            where org_id = :org_id and customer_id = any(:ids) and status = 'WAITING'
            """;

    static final String EMPTY = """
            update contactway_wait
            set state = ''
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    WaitPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Waited(String title, String status, String state, Instant since) {}

    List<Waited> waits(Person person) {
        return of(WAITS, person)
                .query((rs, n) -> new Waited(
                        rs.getString("title"), rs.getString("status"), rs.getString("state"), Sql.instant(rs, "since")))
                .list();
    }

    void erase(Person person, Instant now) {
        of(END, person).param("now", Sql.at(now)).update();
        of(EMPTY, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
