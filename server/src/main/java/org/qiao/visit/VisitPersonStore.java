package org.qiao.visit;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module keeps of one person. */
@Repository
class VisitPersonStore {

    static final String REPORTS = """
            select member_id, reason, text, at
            from visit_report
            where org_id = :org_id and customer_id = any(:ids)
            order by id
            limit 1000
            """;

    static final String DELETE_CODES = """
            delete from visit_code
            where org_id = :org_id and customer_id = any(:ids)
            """;

    /** That somebody complained stays: it concerns the employee. */
    static final String EMPTY_REPORTS = """
            update visit_report
            set text = ''
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    VisitPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Report(long memberId, String reason, String text, Instant at) {}

    List<Report> reports(Person person) {
        return of(REPORTS, person)
                .query((rs, n) -> new Report(
                        rs.getLong("member_id"), rs.getString("reason"), rs.getString("text"), Sql.instant(rs, "at")))
                .list();
    }

    void erase(Person person) {
        of(DELETE_CODES, person).update();
        of(EMPTY_REPORTS, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
