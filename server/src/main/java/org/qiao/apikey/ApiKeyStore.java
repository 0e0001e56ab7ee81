package org.qiao.apikey;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys and what was done with them. */
@Repository
class ApiKeyStore {

    static final String INSERT = """
            insert into apikey_key (org_id, name, token_hash, scopes, member_id, created_by, created_at)
            values (:org_id, :name, :token_hash, :scopes, :member_id::bigint, :by, :now)
            returning id
            """;

    static final String LIST = """
            select id, org_id, name, scopes, member_id, created_by, created_at, last_used_at, revoked_at
            from apikey_key
            where org_id = :org_id
            order by revoked_at is not null, id desc
            limit :limit
            """;

    static final String FIND = """
            select id, org_id, name, scopes, member_id, created_by, created_at, last_used_at, revoked_at
            from apikey_key
            where org_id = :org_id and id = :id
            """;

    /** The key alone says whose it is. */
    static final String FIND_TOKEN = """
            select id, org_id, name, scopes, member_id, created_by, created_at, last_used_at, revoked_at
            from apikey_key
            where token_hash = :token_hash and revoked_at is null
            """;

    static final String REVOKE = """
            update apikey_key
            set revoked_at = :now
            where org_id = :org_id and id = :id and revoked_at is null
            """;

    static final String USED = """
            update apikey_key
            set last_used_at = :now
            where org_id = :org_id and id = :id and (last_used_at is null or last_used_at < :before)
            """;

    static final String NOTE = """
            insert into apikey_audit (org_id, key_id, person_id, what, subject, at)
            values (:org_id, :key_id, :person_id, :what, :subject::bigint, :now)
            """;

    static final String NOTES = """
            select id, person_id, what, subject, at
            from apikey_audit
            where org_id = :org_id and key_id = :key_id and id < :before
            order by id desc
            limit :limit
            """;

    /** Serialises those who change the list of a company. */
    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('apikey:' || :org_id, 0))
            """;

    private static final RowMapper<Key> ROW = (rs, n) -> new Key(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getString("name"),
            Arrays.stream((String[]) rs.getArray("scopes").getArray())
                    .map(ApiScope::valueOf)
                    .toList(),
            Sql.longOrNull(rs, "member_id"),
            rs.getLong("created_by"),
            Sql.instant(rs, "created_at"),
            Sql.instantOrNull(rs, "last_used_at"),
            Sql.instantOrNull(rs, "revoked_at"));

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(
            long id,
            long orgId,
            String name,
            List<ApiScope> scopes,
            @Nullable Long memberId,
            long createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    record Note(
            long id,
            long personId,
            ApiKeyView.What what,
            @Nullable Long subject,
            Instant at) {}

    void lock(long orgId) {
        jdbc.sql(LOCK).param("org_id", orgId).query((rs, n) -> 0).single();
    }

    long insert(Actor actor, ApiKeyRequest request, byte[] tokenHash, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("name", request.name().strip())
                .param("token_hash", tokenHash)
                .param(
                        "scopes",
                        request.scopes().stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("member_id", request.memberId())
                .param("by", actor.principalId())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    List<Key> list(long orgId, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<Key> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<Key> find(byte[] tokenHash) {
        return jdbc.sql(FIND_TOKEN).param("token_hash", tokenHash).query(ROW).optional();
    }

    boolean revoke(Actor actor, long id, Instant now) {
        return jdbc.sql(REVOKE)
                        .param("org_id", actor.orgId())
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** @param before noted earlier than this: often used is noted now and then */
    void used(Key key, Instant now, Instant before) {
        jdbc.sql(USED)
                .param("org_id", key.orgId())
                .param("id", key.id())
                .param("now", Sql.at(now))
                .param("before", Sql.at(before))
                .update();
    }

    void note(Actor person, long keyId, ApiKeyView.What what, @Nullable Long subject, Instant now) {
        jdbc.sql(NOTE)
                .param("org_id", person.orgId())
                .param("key_id", keyId)
                .param("person_id", person.principalId())
                .param("what", what.name())
                .param("subject", subject)
                .param("now", Sql.at(now))
                .update();
    }

    List<Note> notes(long orgId, long keyId, long before, int limit) {
        return jdbc.sql(NOTES)
                .param("org_id", orgId)
                .param("key_id", keyId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Note(
                        rs.getLong("id"),
                        rs.getLong("person_id"),
                        ApiKeyView.What.valueOf(rs.getString("what")),
                        Sql.longOrNull(rs, "subject"),
                        Sql.instant(rs, "at")))
                .list();
    }
}
