package org.qiao.customerguard;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.Person;
import org.qiao.messaging.CustomerLogs.Place;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rules found in what one person wrote, and in what was written to him. */
@Repository
class HitPersonStore {

    private static final String HIS_PART = """
            where org_id = :org_id and excerpt is not null
                and (conversation_id = any(:threads) or conversation_id = any(:groups) and sender_id = any(:ids)
                    or customer_id = any(:ids) and conversation_id is null)
            """;

    static final String SPOKEN = """
            select id, action, conversation_id, sender_id, excerpt, at
            from customerguard_hit
            """ + HIS_PART + """
                and id > :after
            order by id
            limit :limit
            """;

    static final String EMPTY = """
            update customerguard_hit
            set excerpt = null
            where org_id = :org_id and id in (
                select id
                from customerguard_hit
            """ + HIS_PART + """
                limit :limit)
            """;

    private final JdbcClient jdbc;

    HitPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Spoken(long id, String action, long conversationId, long by, String excerpt, Instant at) {}

    List<Spoken> spoken(Person person, List<Place> places, long after, int limit) {
        return of(SPOKEN, person, places)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Spoken(
                        rs.getLong("id"),
                        rs.getString("action"),
                        rs.getLong("conversation_id"),
                        rs.getLong("sender_id"),
                        rs.getString("excerpt"),
                        Sql.instant(rs, "at")))
                .list();
    }

    /** @return how many there were, at most the limit */
    int erase(Person person, List<Place> places, int limit) {
        return of(EMPTY, person, places).param("limit", limit).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person, List<Place> places) {
        return jdbc.sql(sql)
                .param("org_id", person.orgId())
                .param("ids", person.array())
                .param("threads", ids(places, true))
                .param("groups", ids(places, false));
    }

    private static Long[] ids(List<Place> places, boolean threads) {
        return places.stream()
                .filter(place -> place.thread() == threads)
                .map(Place::conversationId)
                .toArray(Long[]::new);
    }
}
