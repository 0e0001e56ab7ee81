package org.qiao.visit;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.CustomerRelation;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ComplaintStore {

    static final String INSERT = """
            insert into visit_report (org_id, customer_id, relation_id, member_id, reason, text, at)
            values (:org_id, :customer_id, :relation_id, :member_id, :reason, :text, :now)
            returning id
            """;

    static final String LIST = """
            select id, customer_id, relation_id, member_id, reason, text, at
            from visit_report
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    ComplaintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long id, long customerId, long relationId, long memberId, String reason, String text, Instant at) {}

    long insert(CustomerRelation relation, String reason, String text, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", relation.orgId())
                .param("customer_id", relation.customerId())
                .param("relation_id", relation.id())
                .param("member_id", relation.memberId())
                .param("reason", reason)
                .param("text", text)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    List<Row> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        rs.getLong("customer_id"),
                        rs.getLong("relation_id"),
                        rs.getLong("member_id"),
                        rs.getString("reason"),
                        rs.getString("text"),
                        Sql.instant(rs, "at")))
                .list();
    }
}
