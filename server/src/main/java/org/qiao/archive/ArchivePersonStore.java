package org.qiao.archive;

import java.util.List;
import org.qiao.archive.AnswerStore.Answer;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module keeps of one person. */
@Repository
class ArchivePersonStore {

    static final String ANSWERS = """
            select version, agreed, at, until_at
            from archive_answer
            where org_id = :org_id and customer_id = any(:ids)
            order by id
            limit 10000
            """;

    static final String DELETE_ANSWERS = """
            delete from archive_answer
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String DELETE_LINES = """
            delete from archive_line
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String DELETE_ROOMS = """
            delete from archive_room
            where org_id = :org_id and customer_id = any(:ids)
            """;

    /** That somebody looked stays; the words that were looked for in what he said do not. */
    static final String EMPTY_LOOKS = """
            update archive_look
            set detail = detail - 'q'
            where org_id = :org_id and customer_id = any(:ids) and jsonb_exists(detail, 'q')
            """;

    private final JdbcClient jdbc;

    ArchivePersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Answer> answers(Person person) {
        return of(ANSWERS, person)
                .query((rs, n) -> new Answer(
                        rs.getInt("version"),
                        rs.getBoolean("agreed"),
                        Sql.instant(rs, "at"),
                        Sql.instantOrNull(rs, "until_at")))
                .list();
    }

    void erase(Person person) {
        of(DELETE_ANSWERS, person).update();
        of(DELETE_LINES, person).update();
        of(DELETE_ROOMS, person).update();
        of(EMPTY_LOOKS, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
