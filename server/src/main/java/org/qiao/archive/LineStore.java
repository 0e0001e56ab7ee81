package org.qiao.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Oversight.Window;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Threads of customers who agreed at any time, with whoever serves or served them. */
@Repository
class LineStore {

    static final String PUT = """
            insert into archive_line (org_id, relation_id, conversation_id, customer_id, member_id, opened_at, closed_at)
            values (:org_id, :relation_id, :conversation_id, :customer_id, :member_id, :opened_at, :closed_at)
            on conflict (org_id, relation_id) do update
                set conversation_id = excluded.conversation_id, customer_id = excluded.customer_id,
                    closed_at = excluded.closed_at
            """;

    static final String DELETE_OTHERS = """
            delete from archive_line
            where org_id = :org_id and customer_id = any(:customers) and relation_id <> all(:relations)
            """;

    /** Newest contact first: a thread's key is its newest relation. */
    static final String THREADS = """
            select conversation_id, max(relation_id) as key
            from archive_line
            where org_id = :org_id
                and (:member_id::bigint is null or conversation_id in (
                    select conversation_id
                    from archive_line
                    where org_id = :org_id and member_id = :member_id))
                and (:customers::bigint[] is null or customer_id = any(:customers))
            group by conversation_id
            having max(relation_id) <= :last
            order by key desc
            limit :limit
            """;

    static final String OF_THREADS = """
            select relation_id, conversation_id, customer_id, member_id, opened_at, closed_at
            from archive_line
            where org_id = :org_id and conversation_id = any(:conversations)
            order by relation_id
            """;

    private static final RowMapper<Line> LINE = (rs, n) -> new Line(
            rs.getLong("relation_id"),
            rs.getLong("conversation_id"),
            rs.getLong("customer_id"),
            rs.getLong("member_id"),
            Sql.instant(rs, "opened_at"),
            Sql.instantOrNull(rs, "closed_at"));

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(
            long relationId,
            long conversationId,
            long customerId,
            long memberId,
            Instant openedAt,
            @Nullable Instant closedAt) {

        Window window() {
            return new Window(openedAt, closedAt);
        }
    }

    record Thread(long conversationId, long key) {}

    /** @param customers the customer and the contacts that turned out to be him; null: all */
    record Filter(@Nullable Long memberId, @Nullable List<Long> customers) {}

    void put(long orgId, Line line) {
        jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("relation_id", line.relationId())
                .param("conversation_id", line.conversationId())
                .param("customer_id", line.customerId())
                .param("member_id", line.memberId())
                .param("opened_at", Sql.at(line.openedAt()))
                .param("closed_at", Sql.atOrNull(line.closedAt()))
                .update();
    }

    void keepOnly(long orgId, Collection<Long> customers, Collection<Long> relations) {
        jdbc.sql(DELETE_OTHERS)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("relations", relations.toArray(Long[]::new))
                .update();
    }

    /** @param last the key at which the list begins, which is among them */
    List<Thread> threads(long orgId, Filter filter, long last, int limit) {
        return jdbc.sql(THREADS)
                .param("org_id", orgId)
                .param("member_id", filter.memberId())
                .param(
                        "customers",
                        filter.customers() == null ? null : filter.customers().toArray(Long[]::new))
                .param("last", last)
                .param("limit", limit)
                .query((rs, n) -> new Thread(rs.getLong("conversation_id"), rs.getLong("key")))
                .list();
    }

    List<Line> of(long orgId, Collection<Long> conversations) {
        return jdbc.sql(OF_THREADS)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .query(LINE)
                .list();
    }
}
