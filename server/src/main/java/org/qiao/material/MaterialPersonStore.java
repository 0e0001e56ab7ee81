package org.qiao.material;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person opened. */
@Repository
class MaterialPersonStore {

    static final String OPENINGS = """
            select o.id, o.opened_at, o.seconds, m.title
            from material_send s
            join material_open o on o.org_id = s.org_id and o.send_id = s.id
            join material m on m.org_id = s.org_id and m.id = s.material_id
            where s.org_id = :org_id and s.conversation_id = any(:conversations) and s.seq is not null
                and o.customer_id = any(:ids) and o.id > :after
            order by o.id
            limit :limit
            """;

    static final String DELETE = """
            delete from material_open
            where org_id = :org_id and id in (
                select o.id
                from material_send s
                join material_open o on o.org_id = s.org_id and o.send_id = s.id
                where s.org_id = :org_id and s.conversation_id = any(:conversations) and s.seq is not null
                    and o.customer_id = any(:ids)
                limit :limit)
            """;

    private final JdbcClient jdbc;

    MaterialPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Opening(long id, Instant at, int seconds, String title) {}

    List<Opening> openings(Person person, List<Long> conversations, long after, int limit) {
        return of(OPENINGS, person, conversations)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Opening(
                        rs.getLong("id"), Sql.instant(rs, "opened_at"), rs.getInt("seconds"), rs.getString("title")))
                .list();
    }

    /** @return how many there were, at most the limit */
    int erase(Person person, List<Long> conversations, int limit) {
        return of(DELETE, person, conversations).param("limit", limit).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person, List<Long> conversations) {
        return jdbc.sql(sql)
                .param("org_id", person.orgId())
                .param("ids", person.array())
                .param("conversations", conversations.toArray(Long[]::new));
    }
}
