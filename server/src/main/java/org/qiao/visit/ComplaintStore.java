package org.qiao.visit;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ComplaintStore {

    static final String INSERT = """
            insert into visit_report (org_id, customer_id, relation_id, member_id, group_title, reason, text, at)
            values (:org_id, :customer_id, :relation_id, :member_id, :group_title, :reason, :text, :now)
            returning id
            """;

    static final String LIST = """
            select id, customer_id, member_id, group_title, reason, text, at
            from visit_report
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    ComplaintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            long id,
            long customerId,
            long memberId,
            @Nullable String groupTitle,
            String reason,
            String text,
            Instant at) {}

    /** A thread's relation and whoever serves there, or a group and whoever owns it. */
    record About(
            @Nullable Long relationId,
            long memberId,
            @Nullable String groupTitle) {}

    long insert(Guest guest, About about, String reason, String text, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", guest.orgId())
                .param("customer_id", guest.id())
                .param("relation_id", about.relationId(), Types.BIGINT)
                .param("member_id", about.memberId())
                .param("group_title", about.groupTitle(), Types.VARCHAR)
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
                        rs.getLong("member_id"),
                        rs.getString("group_title"),
                        rs.getString("reason"),
                        rs.getString("text"),
                        Sql.instant(rs, "at")))
                .list();
    }
}
