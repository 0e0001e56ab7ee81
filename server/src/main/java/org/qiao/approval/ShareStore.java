package org.qiao.approval;

import java.time.Instant;
import java.util.List;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Conversations whose members may read a run. */
@Repository
class ShareStore {

    static final String ADD = """
            insert into approval_share (org_id, approval_id, conversation_id, by_id, at)
            values (:org_id, :approval_id, :conversation_id, :by_id, :now)
            on conflict do nothing
            """;

    static final String LIST = """
            select conversation_id
            from approval_share
            where org_id = :org_id and approval_id = :approval_id
            order by conversation_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Actor actor, long approvalId, long conversationId, Instant now) {
        jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("approval_id", approvalId)
                .param("conversation_id", conversationId)
                .param("by_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    List<Long> list(long orgId, long approvalId, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
