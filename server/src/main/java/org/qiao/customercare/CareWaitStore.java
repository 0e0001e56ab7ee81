package org.qiao.customercare;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Threads in which somebody waits, the longest first. */
@Repository
class CareWaitStore {

    private static final String ORDER_PART = """
                and (t.since, t.conversation_id) > (:since, :conversation_id)
            order by t.since, t.conversation_id
            limit :limit
            """;

    static final String OF_ALL = "select " + CareThreadStore.COLUMNS_PART + """
            from customercare_thread t
            where t.org_id = :org_id and t.since is not null
            """ + ORDER_PART;

    static final String OF_PEOPLE = "select " + CareThreadStore.COLUMNS_PART + """
            from customercare_thread t
            where t.org_id = :org_id and t.since is not null
                and (t.server_id in (select unnest(:people::bigint[])) or t.helper_id in (select unnest(:people::bigint[])))
            """ + ORDER_PART;

    static final String COUNT = """
            select count(*) as waiting, count(*) filter (where step <> 'NONE') as late
            from customercare_thread
            where org_id = :org_id and since is not null
                and (server_id = :member_id and (helper_id is null or helper_over) or helper_id = :member_id and not helper_over)
            """;

    static final String RELATIONS = """
            select relation_id
            from customercare_thread
            where org_id = :org_id and since <= :since
            """;

    static final String RELATIONS_OF = """
            select relation_id
            from customercare_thread
            where org_id = :org_id and since <= :since and server_id in (select unnest(:people::bigint[]))
            """;

    static final String SINCE = """
            select relation_id, since
            from customercare_thread
            where org_id = :org_id and conversation_id = any(:conversations) and since is not null
            """;

    private final JdbcClient jdbc;

    CareWaitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record After(Instant since, long conversationId) {

        static final After START = new After(Instant.EPOCH, 0);
    }

    record Count(int waiting, int late) {}

    /** @param people null: everybody's */
    List<CareThread> list(long orgId, @Nullable Collection<Long> people, After after, int limit) {
        JdbcClient.StatementSpec list = jdbc.sql(people == null ? OF_ALL : OF_PEOPLE)
                .param("org_id", orgId)
                .param("since", Sql.at(after.since()))
                .param("conversation_id", after.conversationId())
                .param("limit", limit);
        return (people == null ? list : list.param("people", people.toArray(Long[]::new)))
                .query(CareThreadStore.ROW)
                .list();
    }

    /** @param people null: everybody's */
    Set<Long> relations(long orgId, @Nullable Collection<Long> people, Instant since) {
        JdbcClient.StatementSpec list = jdbc.sql(people == null ? RELATIONS : RELATIONS_OF)
                .param("org_id", orgId)
                .param("since", Sql.at(since));
        return Set.copyOf((people == null ? list : list.param("people", people.toArray(Long[]::new)))
                .query(Long.class)
                .list());
    }

    Map<Long, Instant> since(long orgId, Collection<Long> conversations) {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql(SINCE)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .query(rs -> {
                    found.put(rs.getLong("relation_id"), Sql.instant(rs, "since"));
                });
        return found;
    }

    Count count(long orgId, long memberId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .query((rs, n) -> new Count(rs.getInt("waiting"), rs.getInt("late")))
                .single();
    }
}
