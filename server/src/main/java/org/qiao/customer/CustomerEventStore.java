package org.qiao.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents.Happened;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerEvents.Same;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CustomerEventStore {

    static final String INSERT = """
            insert into customer_event (org_id, customer_id, kind, actor_id, relation_id, data, at)
            values (:org_id, :customer_id, :kind, :actor_id, :relation_id, :data::jsonb, :now)
            """;

    static final String INSERT_ALL = """
            insert into customer_event (org_id, customer_id, kind, actor_id, relation_id, data, at)
            select :org_id, e.customer_id, :kind, :actor_id::bigint, e.relation_id, e.data::jsonb, :now
            from unnest(:customers::bigint[], :relations::bigint[], :data::text[]) as e (customer_id, relation_id, data)
            """;

    static final String LIST = """
            select id, customer_id, kind, actor_id, relation_id, data, at
            from customer_event
            where org_id = :org_id and customer_id = any(:customers) and id < :before
            order by id desc
            limit :limit
            """;

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerEventStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            long id,
            long customerId,
            String kind,
            @Nullable Long actorId,
            @Nullable Long relationId,
            Map<String, Object> data,
            Instant at) {}

    void insert(long orgId, long customerId, NewEvent event, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("kind", event.kind())
                .param("actor_id", event.actorId())
                .param("relation_id", event.relationId())
                .param("data", json.writeValueAsString(event.data()))
                .param("now", Sql.at(now))
                .update();
    }

    void insertAll(long orgId, Same same, List<Happened> some, Instant now) {
        jdbc.sql(INSERT_ALL)
                .param("org_id", orgId)
                .param("kind", same.kind())
                .param("actor_id", same.actorId())
                .param("customers", some.stream().map(Happened::customerId).toArray(Long[]::new))
                .param("relations", some.stream().map(Happened::relationId).toArray(Long[]::new))
                .param(
                        "data",
                        some.stream()
                                .map(happened -> json.writeValueAsString(happened.data()))
                                .toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    List<Row> list(long orgId, Collection<Long> customers, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        rs.getLong("customer_id"),
                        rs.getString("kind"),
                        Sql.longOrNull(rs, "actor_id"),
                        Sql.longOrNull(rs, "relation_id"),
                        json.readValue(rs.getString("data"), DATA),
                        Sql.instant(rs, "at")))
                .list();
    }
}
