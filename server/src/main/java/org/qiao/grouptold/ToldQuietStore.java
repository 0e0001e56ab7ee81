package org.qiao.grouptold;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qiao.customer.Person;
import org.qiao.messaging.News.Key;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups of which a customer wants to hear nothing. */
@Repository
class ToldQuietStore {

    static final String AMONG = """
            select customer_id, conversation_id
            from grouptold_quiet
            where org_id = :org_id and customer_id = any(:customers) and conversation_id = any(:conversations)
            """;

    static final String ADD = """
            insert into grouptold_quiet (org_id, customer_id, conversation_id, at)
            values (:org_id, :customer_id, :conversation_id, :now)
            on conflict do nothing
            """;

    static final String REMOVE = """
            delete from grouptold_quiet
            where org_id = :org_id and customer_id = any(:customers) and conversation_id = :conversation_id
            """;

    static final String SINCE = """
            select at
            from grouptold_quiet
            where org_id = :org_id and customer_id = any(:ids)
            order by at
            limit 1000
            """;

    static final String ERASE = """
            delete from grouptold_quiet
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    ToldQuietStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Key> among(long orgId, Collection<Long> customers, Collection<Long> conversations) {
        return Set.copyOf(jdbc.sql(AMONG)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("conversations", conversations.toArray(Long[]::new))
                .query((rs, n) -> new Key(rs.getLong("customer_id"), rs.getLong("conversation_id")))
                .list());
    }

    void add(long orgId, Key key, Instant now) {
        jdbc.sql(ADD)
                .param("org_id", orgId)
                .param("customer_id", key.principalId())
                .param("conversation_id", key.conversationId())
                .param("now", Sql.at(now))
                .update();
    }

    void remove(long orgId, Collection<Long> customers, long conversationId) {
        jdbc.sql(REMOVE)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("conversation_id", conversationId)
                .update();
    }

    List<Instant> since(Person person) {
        return of(SINCE, person).query((rs, n) -> Sql.instant(rs, "at")).list();
    }

    void erase(Person person) {
        of(ERASE, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
