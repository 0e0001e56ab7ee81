package org.qiao.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
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

@Repository
class SessionStore {

    static final String FIND = """
            select s.id, s.account_id, p.id as principal_id, p.org_id, p.enabled, p.grants, a.locale, o.zone
            from account_session s
            join account a on a.id = s.account_id
            left join principal p on p.id = s.principal_id
            left join org o on o.id = p.org_id
            where s.token_hash = :token_hash and s.expires_at > :now
            """;

    private static final RowMapper<SignedIn> ROW = (rs, n) -> {
        Long principalId = Sql.longOrNull(rs, "principal_id");
        boolean enabled = rs.getBoolean("enabled");
        return new SignedIn(
                rs.getLong("id"),
                rs.getLong("account_id"),
                principalId == null || !enabled ? null : actor(rs, principalId),
                principalId != null && !enabled);
    };

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SignedIn> find(byte[] tokenHash, Instant now) {
        return jdbc.sql(FIND)
                .param("token_hash", tokenHash)
                .param("now", Sql.at(now))
                .query(ROW)
                .optional();
    }

    private static @Nullable Actor actor(java.sql.ResultSet rs, long principalId) throws java.sql.SQLException {
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
}
