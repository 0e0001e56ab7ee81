package org.qiao.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JoinRequestStore {

    /** Asking twice is asking once. */
    static final String INSERT = """
            insert into onboarding_join_request (org_id, invitation_id, account_id, name, created_at)
            values (:org_id, :invitation_id, :account_id, :name, :now)
            on conflict do nothing
            """;

    static final String COUNT = """
            select count(*)
            from onboarding_join_request
            where org_id = :org_id and state = 'PENDING'
            """;

    static final String LIST = """
            select id, invitation_id, account_id, name, state, created_at
            from onboarding_join_request
            where org_id = :org_id and id > :after and state = 'PENDING'
            order by id
            limit :limit
            """;

    /** Two administrators who decide at once take turns. */
    static final String LOCK = """
            select id, invitation_id, account_id, name, state, created_at
            from onboarding_join_request
            where org_id = :org_id and id = :id
            for update
            """;

    static final String DECIDE = """
            update onboarding_join_request
            set state = :state, decided_by = :decided_by, decided_at = :now
            where org_id = :org_id and id = :id
            """;

    record Row(long id, long invitationId, long accountId, String name, boolean pending, Instant createdAt) {}

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            rs.getLong("id"),
            rs.getLong("invitation_id"),
            rs.getLong("account_id"),
            rs.getString("name"),
            rs.getString("state").equals("PENDING"),
            Sql.instant(rs, "created_at"));

    private final JdbcClient jdbc;

    JoinRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the account is waiting already. */
    boolean insert(Invitation invitation, long accountId, String name, Instant now) {
        return jdbc.sql(INSERT)
                        .param("org_id", invitation.orgId())
                        .param("invitation_id", invitation.id())
                        .param("account_id", accountId)
                        .param("name", name)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    List<Row> list(long orgId, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<Row> lock(Actor actor, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", actor.orgId())
                .param("id", id)
                .query(ROW)
                .optional();
    }

    void decide(Actor actor, long id, boolean accepted, Instant now) {
        jdbc.sql(DECIDE)
                .param("org_id", actor.orgId())
                .param("id", id)
                .param("state", accepted ? "ACCEPTED" : "REFUSED")
                .param("decided_by", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }
}
