package org.qiao.account;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices of customers. A token names the customer; the company (org_id) is what it finds out. */
@Repository
class GuestSessionStore {

    private static final String SELECT_PART = """
            select s.token_hash, s.id, s.org_id, s.principal_id, s.last_seen_at, s.expires_at, p.enabled, g.locale, o.zone
            from account_guest_session s
            join principal p on p.id = s.principal_id
            join account_guest g on g.principal_id = s.principal_id
            join org o on o.id = s.org_id
            """;

    static final String FIND = SELECT_PART + """
            where s.token_hash = any(:token_hashes) and s.expires_at > :now
            """;

    static final String FIND_ALL = SELECT_PART + """
            where s.id = any(:ids) and s.expires_at > :now
            """;

    static final String INSERT = """
            insert into account_guest_session (id, org_id, principal_id, token_hash, device, address, created_at, last_seen_at,
                expires_at)
            select nextval(pg_get_serial_sequence('account_session', 'id')), g.org_id, g.principal_id, :token_hash, :device, :address,
                :now, :now, :expires_at
            from account_guest g
            where g.org_id = :org_id and g.principal_id = :principal_id
            returning id
            """;

    /** The least recently used beyond the number a customer may have. */
    static final String DELETE_OLDEST = """
            delete from account_guest_session
            where org_id = :org_id and principal_id = :principal_id and id in (
                select id
                from account_guest_session
                where principal_id = :principal_id
                order by last_seen_at desc, id desc
                offset :keep)
            returning id
            """;

    /** Locked in one order, so that two batches cannot wait for each other in a circle. Ids are those of found tokens: org_id is theirs. */
    static final String TOUCH = """
            update account_guest_session s
            set last_seen_at = :now, expires_at = greatest(s.expires_at, :end)
            from (
                select id
                from account_guest_session
                where id = any(:ids) and last_seen_at < :now
                order by id
                for no key update) due
            where s.id = due.id
            """;

    static final String DELETE = """
            delete from account_guest_session
            where org_id = :org_id and principal_id = :principal_id and id = :id
            returning id
            """;

    static final String DELETE_ALL = """
            delete from account_guest_session
            where org_id = :org_id and principal_id = :principal_id
            returning id
            """;

    static final String DELETE_UNUSED = """
            delete from account_guest_session
            where org_id = :org_id and id in (
                select id
                from account_guest_session
                where org_id = :org_id and last_seen_at < :before
                order by last_seen_at
                limit :limit)
            returning id
            """;

    static final String COUNT_UNUSED = """
            select count(*)
            from account_guest_session
            where org_id = :org_id and last_seen_at < :before
            """;

    static final String MOVE = """
            update account_guest_session s
            set principal_id = g.principal_id
            from account_guest g
            where s.org_id = :org_id and s.principal_id = :from and g.org_id = :org_id and g.principal_id = :to
                and (:ids::bigint[] is null or s.id = any(:ids::bigint[]))
            returning s.id
            """;

    static final String LAST_SEEN = """
            select principal_id, max(last_seen_at) as last_seen_at
            from account_guest_session
            where org_id = :org_id and principal_id = any(:principals)
            group by principal_id
            """;

    /** By age, for all companies: org_id is the row's. */
    static final String DELETE_EXPIRED = """
            delete from account_guest_session
            where expires_at < :now
            """;

    private static final RowMapper<SessionCache.Entry> ROW = (rs, n) -> {
        long principalId = rs.getLong("principal_id");
        boolean enabled = rs.getBoolean("enabled");
        return new SessionCache.Entry(
                new SignedIn(rs.getLong("id"), 0, enabled ? actor(rs, principalId) : null, !enabled, true),
                principalId,
                true,
                Sql.instant(rs, "last_seen_at"),
                Sql.instant(rs, "expires_at"));
    };

    private final JdbcClient jdbc;

    GuestSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SessionCache.Entry> find(byte[] tokenHash, Instant now) {
        return findMany(List.of(tokenHash), now).values().stream().findFirst();
    }

    /** By token hash, wrapped so that it can be looked up. */
    Map<ByteBuffer, SessionCache.Entry> findMany(Collection<byte[]> tokenHashes, Instant now) {
        Map<ByteBuffer, SessionCache.Entry> found = new HashMap<>();
        jdbc.sql(FIND)
                .param("token_hashes", tokenHashes.toArray(byte[][]::new))
                .param("now", Sql.at(now))
                .query((rs, n) -> found.put(ByteBuffer.wrap(rs.getBytes("token_hash")), ROW.mapRow(rs, n)))
                .list();
        return found;
    }

    List<SessionCache.Entry> findAll(Collection<Long> ids, Instant now) {
        return jdbc.sql(FIND_ALL)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(ROW)
                .list();
    }

    /** Empty when there is no such customer in the company. */
    Optional<Long> insert(Guests.NewDevice device, byte[] tokenHash, Instant now, Instant expiresAt) {
        return of(INSERT, device.orgId(), device.principalId())
                .param("token_hash", tokenHash)
                .param("device", device.name())
                .param("address", device.address())
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(expiresAt))
                .query(Long.class)
                .optional();
    }

    List<Long> deleteOldest(long orgId, long principalId, int keep) {
        return of(DELETE_OLDEST, orgId, principalId)
                .param("keep", keep)
                .query(Long.class)
                .list();
    }

    void touch(Collection<Long> ids, Instant now, Instant end) {
        jdbc.sql(TOUCH)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .param("end", Sql.at(end))
                .update();
    }

    Optional<Long> delete(long orgId, long principalId, long id) {
        return of(DELETE, orgId, principalId).param("id", id).query(Long.class).optional();
    }

    List<Long> deleteAll(long orgId, long principalId) {
        return of(DELETE_ALL, orgId, principalId).query(Long.class).list();
    }

    /** @param some null: all of them */
    List<Long> move(long orgId, long from, long to, @Nullable Collection<Long> some) {
        return jdbc.sql(MOVE)
                .param("org_id", orgId)
                .param("from", from)
                .param("to", to)
                .param("ids", some == null ? null : some.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    Map<Long, Instant> lastSeen(long orgId, Collection<Long> principals) {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql(LAST_SEEN)
                .param("org_id", orgId)
                .param("principals", principals.toArray(Long[]::new))
                .query(rs -> {
                    found.put(rs.getLong("principal_id"), Sql.instant(rs, "last_seen_at"));
                });
        return found;
    }

    List<Long> deleteUnused(long orgId, Instant before, int limit) {
        return jdbc.sql(DELETE_UNUSED)
                .param("org_id", orgId)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    long countUnused(long orgId, Instant before) {
        return jdbc.sql(COUNT_UNUSED)
                .param("org_id", orgId)
                .param("before", Sql.at(before))
                .query(Long.class)
                .single();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql(DELETE_EXPIRED).param("now", Sql.at(now)).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long principalId) {
        return jdbc.sql(sql).param("org_id", orgId).param("principal_id", principalId);
    }

    private static Actor actor(ResultSet rs, long principalId) throws SQLException {
        return new Actor(
                rs.getLong("org_id"),
                principalId,
                Set.of(),
                Locale.forLanguageTag(rs.getString("locale")),
                ZoneId.of(rs.getString("zone")));
    }
}
