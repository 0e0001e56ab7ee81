package org.qiao.privacy;

import java.time.Instant;
import java.util.Optional;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each company's customers are looked through. */
@Repository
class RoundStore {

    static final String BEGIN = """
            insert into privacy_round (org_id, next_at)
            values (:org_id, :now)
            on conflict (org_id) do update set next_at = excluded.next_at, reached = 0
            """;

    static final String END = """
            delete from privacy_round
            where org_id = :org_id
            """;

    /** Of all companies the one that has waited longest; taken for a while, so that two servers do not do the same. org_id is the row's. */
    static final String CLAIM = """
            update privacy_round r
            set next_at = :until
            where r.org_id = (
                select x.org_id
                from privacy_round x
                where x.next_at <= :now
                order by x.next_at
                limit 1
                for update skip locked)
            returning r.org_id, r.reached
            """;

    static final String GO_ON = """
            update privacy_round
            set next_at = :next_at, reached = :reached
            where org_id = :org_id
            """;

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Round(long orgId, long reached) {}

    void begin(long orgId, Instant now) {
        jdbc.sql(BEGIN).param("org_id", orgId).param("now", Sql.at(now)).update();
    }

    void end(long orgId) {
        jdbc.sql(END).param("org_id", orgId).update();
    }

    Optional<Round> claim(Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .query((rs, n) -> new Round(rs.getLong("org_id"), rs.getLong("reached")))
                .optional();
    }

    void goOn(long orgId, long reached, Instant next) {
        jdbc.sql(GO_ON)
                .param("org_id", orgId)
                .param("reached", reached)
                .param("next_at", Sql.at(next))
                .update();
    }
}
