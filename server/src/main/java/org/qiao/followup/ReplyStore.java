package org.qiao.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReplyStore {

    static final String LIST = """
            select id, owner_id, title, text
            from followup_reply
            where org_id = :org_id and (owner_id is null or owner_id = :reader)
            order by owner_id nulls last, id
            """;

    static final String FIND = """
            select id, owner_id, title, text
            from followup_reply
            where org_id = :org_id and id = :id and (owner_id is null or owner_id = :reader)
            """;

    static final String ADD = """
            insert into followup_reply (org_id, owner_id, title, text, changed_at)
            values (:org_id, :owner_id, :title, :text, :now)
            returning id
            """;

    static final String CHANGE = """
            update followup_reply
            set title = :title, text = :text, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            delete from followup_reply
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            select count(*)
            from followup_reply
            where org_id = :org_id and owner_id is not distinct from :owner_id::bigint
            """;

    private static final RowMapper<Reply> ROW = (rs, n) ->
            new Reply(rs.getLong("id"), Sql.longOrNull(rs, "owner_id"), rs.getString("title"), rs.getString("text"));

    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ownerId null: the team's */
    record Reply(long id, @Nullable Long ownerId, String title, String text) {

        @Override
        public String toString() {
            return "Reply " + id;
        }
    }

    List<Reply> list(Actor actor) {
        return jdbc.sql(LIST)
                .param("org_id", actor.orgId())
                .param("reader", actor.principalId())
                .query(ROW)
                .list();
    }

    Optional<Reply> find(Actor actor, long id) {
        return jdbc.sql(FIND)
                .param("org_id", actor.orgId())
                .param("reader", actor.principalId())
                .param("id", id)
                .query(ROW)
                .optional();
    }

    long add(long orgId, Reply reply, Instant now) {
        return jdbc.sql(ADD)
                .param("org_id", orgId)
                .param("owner_id", reply.ownerId())
                .param("title", reply.title())
                .param("text", reply.text())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void change(long orgId, Reply reply, Instant now) {
        jdbc.sql(CHANGE)
                .param("org_id", orgId)
                .param("id", reply.id())
                .param("title", reply.title())
                .param("text", reply.text())
                .param("now", Sql.at(now))
                .update();
    }

    void delete(long orgId, long id) {
        jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update();
    }

    long count(long orgId, @Nullable Long ownerId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .query(Long.class)
                .single();
    }
}
