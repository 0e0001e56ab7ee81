package org.qiao.onboarding;

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
class InvitationStore {

    static final String INSERT = """
            insert into onboarding_invitation (org_id, token, department_id, approval, max_uses, created_by, created_at,
                expires_at)
            values (:org_id, :token, :department_id, :approval, :max_uses, :created_by, :now, :expires_at)
            returning id
            """;

    static final String SELECT_PART = """
            select id, org_id, token, department_id, approval, max_uses, uses, created_by, created_at, expires_at,
                revoked_at is not null as revoked
            from onboarding_invitation
            """;

    /** The stranger at the door knows the token only; the company is what it finds out. */
    static final String FIND_BY_TOKEN = SELECT_PART + """
            where token = :token
            """;

    static final String GET = SELECT_PART + """
            where org_id = :org_id and id = :id
            """;

    /** created_by null: everybody's. */
    static final String FIND = SELECT_PART + """
            where org_id = :org_id and id = :id and revoked_at is null
                and (cast(:created_by as bigint) is null or created_by = :created_by)
            """;

    static final String LIST = SELECT_PART + """
            where org_id = :org_id and id < :before and revoked_at is null
                and (cast(:created_by as bigint) is null or created_by = :created_by)
            order by id desc
            limit :limit
            """;

    static final String COUNT_OPEN = """
            select count(*)
            from onboarding_invitation
            where org_id = :org_id and revoked_at is null and expires_at > :now
            """;

    /** Counts one more use; of several at the last place one gets it. */
    static final String USE = """
            update onboarding_invitation
            set uses = uses + 1
            where org_id = :org_id and id = :id and revoked_at is null and expires_at > :now
                and (max_uses is null or uses < max_uses)
            """;

    static final String REVOKE = """
            update onboarding_invitation
            set revoked_at = :now
            where org_id = :org_id and id = :id and revoked_at is null
                and (cast(:created_by as bigint) is null or created_by = :created_by)
            """;

    private static final RowMapper<Invitation> ROW = (rs, n) -> new Invitation(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getString("token"),
            Sql.longOrNull(rs, "department_id"),
            rs.getBoolean("approval"),
            rs.getObject("max_uses", Integer.class),
            rs.getInt("uses"),
            rs.getLong("created_by"),
            Sql.instant(rs, "created_at"),
            Sql.instant(rs, "expires_at"),
            rs.getBoolean("revoked"));

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Actor actor, String token, InvitationRequest body, boolean approval, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("token", token)
                .param("department_id", body.departmentId())
                .param("approval", approval)
                .param("max_uses", body.maxUses())
                .param("created_by", actor.principalId())
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(now.plusSeconds(body.expiresInHours() * 3600L)))
                .query(Long.class)
                .single();
    }

    Optional<Invitation> findByToken(String token) {
        return jdbc.sql(FIND_BY_TOKEN).param("token", token).query(ROW).optional();
    }

    Invitation get(long orgId, long id) {
        return jdbc.sql(GET).param("org_id", orgId).param("id", id).query(ROW).single();
    }

    Optional<Invitation> find(long orgId, long id, @Nullable Long createdBy) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("id", id)
                .param("created_by", createdBy)
                .query(ROW)
                .optional();
    }

    List<Invitation> list(long orgId, @Nullable Long createdBy, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("created_by", createdBy)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    int countOpen(long orgId, Instant now) {
        return jdbc.sql(COUNT_OPEN)
                .param("org_id", orgId)
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    boolean use(Invitation invitation, Instant now) {
        return jdbc.sql(USE)
                        .param("org_id", invitation.orgId())
                        .param("id", invitation.id())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    boolean revoke(long orgId, long id, @Nullable Long createdBy, Instant now) {
        return jdbc.sql(REVOKE)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("created_by", createdBy)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }
}
