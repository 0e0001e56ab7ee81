package org.qiao.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups in which customers sit or sat who agreed at any time. */
@Repository
class RoomStore {

    static final String PUT = """
            insert into archive_room (org_id, conversation_id, customer_id)
            select :org_id, i.id, :customer_id
            from unnest(:conversations::bigint[]) as i (id)
            order by i.id
            on conflict do nothing
            """;

    /** The newest group first. */
    static final String LIST = """
            select distinct conversation_id
            from archive_room
            where org_id = :org_id and conversation_id <= :last
                and (:customers::bigint[] is null or customer_id = any(:customers))
            order by conversation_id desc
            limit :limit
            """;

    static final String CUSTOMERS = """
            select conversation_id, customer_id
            from archive_room
            where org_id = :org_id and conversation_id = any(:conversations)
            order by conversation_id, customer_id
            """;

    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long conversationId, long customerId) {}

    void put(long orgId, long customerId, Collection<Long> conversations) {
        jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("conversations", conversations.toArray(Long[]::new))
                .update();
    }

    /** @param customers the customer and the contacts that turned out to be him; null: all */
    List<Long> list(long orgId, @Nullable Collection<Long> customers, long last, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("customers", customers == null ? null : customers.toArray(Long[]::new))
                .param("last", last)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    Map<Long, List<Long>> customers(long orgId, Collection<Long> conversations) {
        return jdbc
                .sql(CUSTOMERS)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .query((rs, n) -> new Row(rs.getLong("conversation_id"), rs.getLong("customer_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::conversationId, Collectors.mapping(Row::customerId, Collectors.toList())));
    }
}
