package org.qiao.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.qiao.notice.Channel;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeStore {

    static final String TAKE_TURN = """
            select pg_advisory_xact_lock(hashtextextended('visit-code', :customer_id))
            """;

    /** Behind the guest's own turn: whoever waits here holds nothing that another waits for who is in front of him. */
    static final String TAKE_ADDRESS = """
            select pg_advisory_xact_lock(hashtextextended('visit-code-to' || :address_hash, :org_id))
            """;

    static final String COUNTS = """
            select
                count(*) filter (where customer_id = :customer_id and created_at > :minute) as last_minute,
                count(*) filter (where customer_id = :customer_id and created_at > :short) as last_minutes,
                count(*) filter (where customer_id = :customer_id) as of_guest,
                count(*) filter (where address_hash = :address_hash) as of_address
            from visit_code
            where org_id = :org_id and created_at > :day and (customer_id = :customer_id or address_hash = :address_hash)
            """;

    static final String INSERT = """
            insert into visit_code (org_id, customer_id, channel, address, address_hash, code_hash, created_at, expires_at)
            values (:org_id, :customer_id, :channel, :address, :address_hash, :code_hash, :now, :expires_at)
            returning id
            """;

    /** One try is spent, whatever comes of it; no row when none is left. */
    static final String TRY = """
            update visit_code
            set tries = tries + 1
            where org_id = :org_id and customer_id = :customer_id and id = :id and used_at is null and expires_at > :now
                and tries < :most
            returning channel, address, code_hash, tries
            """;

    static final String USE = """
            update visit_code
            set used_at = :now, address = ''
            where org_id = :org_id and id = :id and used_at is null
            """;

    static final String IS_OWN = """
            select exists (
                select 1
                from visit_code
                where org_id = :org_id and customer_id = :customer_id and id = :id)
            """;

    /** By age, for all companies: org_id is the row's. */
    static final String SWEEP = """
            delete from visit_code
            where created_at < :before
            """;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;

    CodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int lastMinute, int lastMinutes, int ofGuest, int ofAddress) {}

    /** An address that somebody wants to prove. */
    record NewCode(long orgId, long customerId, Channel channel, String address, byte[] addressHash, byte[] codeHash) {}

    record Tried(Channel channel, String address, byte[] codeHash, int tries) {}

    /** Two requests of one guest count each other, and so do two guests who name the same address. */
    void takeTurn(long orgId, long customerId, byte[] addressHash) {
        jdbc.sql(TAKE_TURN).param("customer_id", customerId).query((rs, n) -> 0).single();
        jdbc.sql(TAKE_ADDRESS)
                .param("org_id", orgId)
                .param("address_hash", HexFormat.of().formatHex(addressHash))
                .query((rs, n) -> 0)
                .single();
    }

    Counts counts(long orgId, long customerId, byte[] addressHash, Instant now) {
        return jdbc.sql(COUNTS)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("address_hash", addressHash)
                .param("minute", Sql.at(now.minus(MINUTE)))
                .param("short", Sql.at(now.minus(SHORT)))
                .param("day", Sql.at(now.minus(DAY)))
                .query((rs, n) -> new Counts(
                        rs.getInt("last_minute"),
                        rs.getInt("last_minutes"),
                        rs.getInt("of_guest"),
                        rs.getInt("of_address")))
                .single();
    }

    long insert(NewCode code, Instant now, Instant expiresAt) {
        return jdbc.sql(INSERT)
                .param("org_id", code.orgId())
                .param("customer_id", code.customerId())
                .param("channel", code.channel().name())
                .param("address", code.address())
                .param("address_hash", code.addressHash())
                .param("code_hash", code.codeHash())
                .param("now", Sql.at(now))
                .param("expires_at", Sql.at(expiresAt))
                .query(Long.class)
                .single();
    }

    Optional<Tried> attempt(long orgId, long customerId, long id, Instant now, int most) {
        return jdbc.sql(TRY)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("id", id)
                .param("now", Sql.at(now))
                .param("most", most)
                .query((rs, n) -> new Tried(
                        Channel.valueOf(rs.getString("channel")),
                        rs.getString("address"),
                        rs.getBytes("code_hash"),
                        rs.getInt("tries")))
                .optional();
    }

    boolean isOwn(long orgId, long customerId, long id) {
        return jdbc.sql(IS_OWN)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** False: somebody used it in this moment. */
    boolean use(long orgId, long id, Instant now) {
        return jdbc.sql(USE)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void sweep(Instant now) {
        jdbc.sql(SWEEP).param("before", Sql.at(now.minus(KEPT))).update();
    }
}
