package org.qiao.account;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {

    static final String INSERT = """
            insert into account_link (token_hash, account_id, purpose, org_id, created_by, created_at, expires_at)
            values (:token_hash, :account_id, :purpose, :org_id, :created_by, :now, :expires_at)
            """;

    /** The member may have got another account since: then the link leads nowhere and there is no row. */
    static final String FIND = """
            select l.account_id, l.purpose, l.org_id, l.expires_at, l.used_at is not null as used,
                p.id as principal_id, p.claimed, p.enabled, a.password_hash is not null as has_password,
                exists (
                    select 1
                    from principal o
                    where o.account_id = l.account_id and o.claimed and o.org_id <> l.org_id) as elsewhere
            from account_link l
            join account a on a.id = l.account_id
            join principal p on p.account_id = l.account_id and p.org_id = l.org_id
            where l.token_hash = :token_hash
            """;

    /** Of several at the same moment one gets the row. */
    static final String USE = """
            update account_link
            set used_at = :now
            where token_hash = :token_hash and org_id = :org_id and used_at is null and expires_at > :now
            """;

    /** With a new password no older link may set another one. */
    static final String USE_OTHERS = """
            update account_link
            set used_at = :now
            where account_id = :account_id and used_at is null and purpose = 'RESET'
            """;

    static final String DELETE_EXPIRED = """
            delete from account_link
            where expires_at < :before
            """;

    /** What the database knows about a link; what it asks for follows from that. */
    record Row(
            long accountId,
            boolean login,
            long orgId,
            Instant expiresAt,
            boolean used,
            long principalId,
            boolean claimed,
            boolean enabled,
            boolean hasPassword,
            boolean elsewhere) {

        boolean works(Instant now) {
            return !used && enabled && expiresAt.isAfter(now);
        }

        /** Only a member of no other company, or one whom nobody has claimed yet, gets a new password through a company. */
        Link.Purpose purpose() {
            if (login) {
                return Link.Purpose.LOGIN;
            }
            return claimed || (!hasPassword && !elsewhere) ? Link.Purpose.RESET : Link.Purpose.JOIN;
        }

        boolean takesOver() {
            return purpose() == Link.Purpose.RESET && elsewhere;
        }

        Link link() {
            return new Link(purpose(), accountId, orgId, principalId, expiresAt);
        }
    }

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            rs.getLong("account_id"),
            rs.getString("purpose").equals(Link.Purpose.LOGIN.name()),
            rs.getLong("org_id"),
            Sql.instant(rs, "expires_at"),
            rs.getBoolean("used"),
            rs.getLong("principal_id"),
            rs.getBoolean("claimed"),
            rs.getBoolean("enabled"),
            rs.getBoolean("has_password"),
            rs.getBoolean("elsewhere"));

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] tokenHash, Link link, @Nullable Long createdBy, Instant now) {
        jdbc.sql(INSERT)
                .param("token_hash", tokenHash)
                .param("account_id", link.accountId())
                .param("purpose", link.purpose().name())
                .param("org_id", link.orgId())
                .param("created_by", createdBy)
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(link.expiresAt()))
                .update();
    }

    Optional<Row> find(byte[] tokenHash) {
        return jdbc.sql(FIND).param("token_hash", tokenHash).query(ROW).optional();
    }

    boolean use(byte[] tokenHash, long orgId, Instant now) {
        return jdbc.sql(USE)
                        .param("token_hash", tokenHash)
                        .param("org_id", orgId)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void useOthers(long accountId, Instant now) {
        jdbc.sql(USE_OTHERS)
                .param("account_id", accountId)
                .param("now", Sql.at(now))
                .update();
    }

    int deleteExpired(Instant before) {
        return jdbc.sql(DELETE_EXPIRED).param("before", Sql.at(before)).update();
    }
}
