package org.qiao.account;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions belong to an account, not to a company: the account is the fence here. */
@Repository
class SessionStore {

    static final String SELECT_PART = """
            select s.id, s.account_id, s.bearer, s.last_seen_at, s.expires_at,
                p.id as principal_id, p.org_id, p.enabled, p.grants, a.locale, o.zone
            from account_session s
            join account a on a.id = s.account_id
            left join principal p on p.id = s.principal_id and p.account_id = s.account_id and p.claimed
            left join org o on o.id = p.org_id
            """;

    static final String FIND = SELECT_PART + """
            where s.token_hash = :token_hash and s.expires_at > :now
            """;

    static final String FIND_MANY = """
            select s.token_hash, s.id, s.account_id, s.bearer, s.last_seen_at, s.expires_at,
                p.id as principal_id, p.org_id, p.enabled, p.grants, a.locale, o.zone
            from account_session s
            join account a on a.id = s.account_id
            left join principal p on p.id = s.principal_id and p.account_id = s.account_id and p.claimed
            left join org o on o.id = p.org_id
            where s.token_hash = any(:token_hashes) and s.expires_at > :now
            """;

    static final String GET = SELECT_PART + """
            where s.account_id = :account_id and s.id = :id
            """;

    static final String FIND_ALL = SELECT_PART + """
            where s.id = any(:ids) and s.expires_at > :now
            """;

    static final String INSERT = """
            insert into account_session (account_id, principal_id, token_hash, bearer, device, address,
                created_at, last_seen_at, expires_at)
            values (:account_id, :principal_id, :token_hash, :bearer, :device, :address, :now, :now, :expires_at)
            returning id
            """;

    static final String INSERT_ALL = """
            insert into account_session (account_id, principal_id, token_hash, bearer, device, address,
                created_at, last_seen_at, expires_at)
            select fresh.account_id, fresh.principal_id, decode(fresh.token_hash, 'hex'), true, :device, '', :now, :now,
                :expires_at
            from unnest(:account_ids::bigint[], :principal_ids::bigint[], :token_hashes::text[])
                as fresh (account_id, principal_id, token_hash)
            """;

    /** The least recently used beyond the number an account may have. */
    static final String DELETE_OLDEST = """
            delete from account_session
            where account_id = :account_id and id in (
                select id
                from account_session
                where account_id = :account_id
                order by last_seen_at desc, id desc
                offset :keep)
            returning id
            """;

    static final String TOUCH = """
            update account_session
            set last_seen_at = :now, expires_at = greatest(expires_at, :expires_at)
            where id = :id and last_seen_at < :now
            """;

    /** Locked in one order, so that two batches cannot wait for each other in a circle. */
    static final String TOUCH_MANY = """
            update account_session s
            set last_seen_at = :now,
                expires_at = greatest(s.expires_at, case when s.bearer then :program_end::timestamptz else :browser_end::timestamptz end)
            from (
                select id
                from account_session
                where id = any(:ids) and last_seen_at < :now
                order by id
                for no key update) due
            where s.id = due.id
            """;

    static final String DELETE = """
            delete from account_session
            where account_id = :account_id and id = :id
            returning id
            """;

    static final String DELETE_OTHERS = """
            delete from account_session
            where account_id = :account_id and id <> :id
            returning id
            """;

    static final String SET_PRINCIPAL = """
            update account_session
            set principal_id = :principal_id
            where account_id = :account_id and id = :id
            """;

    static final String LIST = """
            select id, device, address, created_at, last_seen_at, bearer
            from account_session
            where account_id = :account_id and id < :before and expires_at > :now
            order by id desc
            limit :limit
            """;

    /** Where the person worked last, on whatever device. */
    static final String LAST_PRINCIPAL = """
            select p.id
            from account_session s
            join principal p on p.id = s.principal_id and p.account_id = s.account_id and p.claimed and p.enabled
            where s.account_id = :account_id and p.org_id is not null
            order by s.last_seen_at desc, s.id desc
            limit 1
            """;

    static final String LAST_SEEN = """
            select principal_id, max(last_seen_at) as last_seen_at
            from account_session
            where principal_id = any(:principals)
            group by principal_id
            """;

    static final String DELETE_EXPIRED = """
            delete from account_session
            where expires_at < :now
            """;

    private static final RowMapper<SessionCache.Entry> ROW = (rs, n) -> {
        Long principalId = Sql.longOrNull(rs, "principal_id");
        boolean enabled = rs.getBoolean("enabled");
        SignedIn signedIn = SignedIn.member(
                rs.getLong("id"),
                rs.getLong("account_id"),
                principalId == null || !enabled ? null : actor(rs, principalId),
                principalId != null && !enabled);
        return new SessionCache.Entry(
                signedIn,
                principalId,
                rs.getBoolean("bearer"),
                Sql.instant(rs, "last_seen_at"),
                Sql.instant(rs, "expires_at"));
    };

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SessionCache.Entry> find(byte[] tokenHash, Instant now) {
        return jdbc.sql(FIND)
                .param("token_hash", tokenHash)
                .param("now", Sql.at(now))
                .query(ROW)
                .optional();
    }

    /** By token hash, wrapped so that it can be looked up. */
    Map<ByteBuffer, SessionCache.Entry> findMany(Collection<byte[]> tokenHashes, Instant now) {
        Map<ByteBuffer, SessionCache.Entry> found = new HashMap<>();
        jdbc.sql(FIND_MANY)
                .param("token_hashes", tokenHashes.toArray(byte[][]::new))
                .param("now", Sql.at(now))
                .query((rs, n) -> found.put(ByteBuffer.wrap(rs.getBytes("token_hash")), ROW.mapRow(rs, n)))
                .list();
        return found;
    }

    SignedIn get(long accountId, long id) {
        return jdbc.sql(GET)
                .param("account_id", accountId)
                .param("id", id)
                .query(ROW)
                .single()
                .signedIn();
    }

    List<SessionCache.Entry> findAll(Collection<Long> ids, Instant now) {
        return jdbc.sql(FIND_ALL)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(ROW)
                .list();
    }

    long insert(NewSession session, byte[] tokenHash, Instant now, Instant expiresAt) {
        return jdbc.sql(INSERT)
                .param("account_id", session.accountId())
                .param("principal_id", session.principalId())
                .param("token_hash", tokenHash)
                .param("bearer", session.bearer())
                .param("device", session.device())
                .param("address", session.address())
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(expiresAt))
                .query(Long.class)
                .single();
    }

    List<Long> deleteOldest(long accountId, int keep) {
        return jdbc.sql(DELETE_OLDEST)
                .param("account_id", accountId)
                .param("keep", keep)
                .query(Long.class)
                .list();
    }

    void touch(long id, Instant now, Instant expiresAt) {
        jdbc.sql(TOUCH)
                .param("id", id)
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(expiresAt))
                .update();
    }

    void touchMany(Collection<Long> ids, Instant now, Instant browserEnd, Instant programEnd) {
        jdbc.sql(TOUCH_MANY)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .param("browser_end", Sql.at(browserEnd))
                .param("program_end", Sql.at(programEnd))
                .update();
    }

    Optional<Long> delete(long accountId, long id) {
        return jdbc.sql(DELETE)
                .param("account_id", accountId)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    List<Long> deleteOthers(long accountId, long id) {
        return jdbc.sql(DELETE_OTHERS)
                .param("account_id", accountId)
                .param("id", id)
                .query(Long.class)
                .list();
    }

    void setPrincipal(long accountId, long id, long principalId) {
        jdbc.sql(SET_PRINCIPAL)
                .param("account_id", accountId)
                .param("id", id)
                .param("principal_id", principalId)
                .update();
    }

    List<DeviceView> list(SignedIn signedIn, long before, int limit, Instant now) {
        return jdbc.sql(LIST)
                .param("account_id", signedIn.accountId())
                .param("before", before)
                .param("limit", limit)
                .param("now", Sql.at(now))
                .query((rs, n) -> new DeviceView(
                        rs.getLong("id"),
                        rs.getString("device"),
                        rs.getString("address"),
                        Sql.instant(rs, "created_at"),
                        Sql.instant(rs, "last_seen_at"),
                        rs.getLong("id") == signedIn.sessionId(),
                        rs.getBoolean("bearer")))
                .list();
    }

    Optional<Long> lastPrincipal(long accountId) {
        return jdbc.sql(LAST_PRINCIPAL)
                .param("account_id", accountId)
                .query(Long.class)
                .optional();
    }

    Map<Long, Instant> lastSeen(Collection<Long> principals) {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql(LAST_SEEN).param("principals", principals.toArray(Long[]::new)).query(rs -> {
            found.put(rs.getLong("principal_id"), Sql.instant(rs, "last_seen_at"));
        });
        return found;
    }

    int deleteExpired(Instant now) {
        return jdbc.sql(DELETE_EXPIRED).param("now", Sql.at(now)).update();
    }

    private static @Nullable Actor actor(ResultSet rs, long principalId) throws SQLException {
        Set<Grant> grants = Arrays.stream((String[]) rs.getArray("grants").getArray())
                .map(Grant::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Actor(
                rs.getLong("org_id"),
                principalId,
                grants,
                Locale.forLanguageTag(rs.getString("locale")),
                ZoneId.of(rs.getString("zone")));
    }

    /** @param tokenHash in hexadecimal digits */
    record Device(long accountId, long principalId, String tokenHash) {}

    void insertAll(List<Device> devices, String name, Instant now, Instant expiresAt) {
        jdbc.sql(INSERT_ALL)
                .param("account_ids", devices.stream().map(Device::accountId).toArray(Long[]::new))
                .param(
                        "principal_ids",
                        devices.stream().map(Device::principalId).toArray(Long[]::new))
                .param("token_hashes", devices.stream().map(Device::tokenHash).toArray(String[]::new))
                .param("device", name)
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(expiresAt))
                .update();
    }
}
