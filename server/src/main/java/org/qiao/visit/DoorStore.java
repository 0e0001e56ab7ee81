package org.qiao.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often somebody came from where, and which challenges were used. Of no company: a flood does not keep to one. */
@Repository
class DoorStore {

    static final String OPENINGS = """
            select openings
            from visit_opening
            where address_hash = :address_hash and day = :day
            """;

    /** One more, unless there were as many as may be: then no row comes back. */
    static final String COUNT = """
            insert into visit_opening as o (address_hash, day, openings)
            values (:address_hash, :day, 1)
            on conflict (address_hash, day) do update set openings = o.openings + 1
                where o.openings < :most
            returning openings
            """;

    static final String USE_WORK = """
            insert into visit_work (challenge_hash, expires_at)
            values (:challenge_hash, :expires_at)
            on conflict do nothing
            """;

    static final String DELETE_OPENINGS = """
            delete from visit_opening
            where day < :day
            """;

    static final String DELETE_WORK = """
            delete from visit_work
            where expires_at < :now
            """;

    private static final int DAYS_KEPT = 2;

    private final JdbcClient jdbc;

    DoorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int openings(byte[] addressHash, Instant now) {
        return jdbc.sql(OPENINGS)
                .param("address_hash", addressHash)
                .param("day", day(now))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Empty: there were as many as may be. */
    Optional<Integer> count(byte[] addressHash, Instant now, int most) {
        return jdbc.sql(COUNT)
                .param("address_hash", addressHash)
                .param("day", day(now))
                .param("most", most)
                .query(Integer.class)
                .optional();
    }

    /** False: it was used before. */
    boolean use(byte[] challengeHash, Instant expiresAt) {
        return jdbc.sql(USE_WORK)
                        .param("challenge_hash", challengeHash)
                        .param("expires_at", Sql.at(expiresAt))
                        .update()
                == 1;
    }

    void sweep(Instant now) {
        jdbc.sql(DELETE_OPENINGS).param("day", day(now).minusDays(DAYS_KEPT)).update();
        jdbc.sql(DELETE_WORK).param("now", Sql.at(now)).update();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
