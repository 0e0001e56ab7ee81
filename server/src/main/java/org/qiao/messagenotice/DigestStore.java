package org.qiao.messagenotice;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When companies' digests are due, and when people had their last one. */
@Repository
class DigestStore {

    static final String WATCH = """
            insert into messagenotice_clock (org_id, slot_at)
            select i.org_id, :now
            from unnest(:orgs::bigint[]) as i (org_id)
            order by i.org_id
            on conflict do nothing
            """;

    /** Of all companies but these, the one that waits for the longest time. */
    static final String DUE = """
            select org_id
            from messagenotice_clock
            where slot_at <= :now and org_id <> all(:passed::bigint[])
            order by slot_at
            limit 1
            """;

    static final String CLAIM = """
            select org_id, slot_at, after_id
            from messagenotice_clock
            where org_id = :org_id and slot_at <= :now
            for update skip locked
            """;

    static final String MOVE = """
            update messagenotice_clock
            set slot_at = :slot_at, after_id = :after_id
            where org_id = :org_id
            """;

    /** One that is being served is not disturbed. */
    static final String HURRY = """
            update messagenotice_clock
            set slot_at = :slot_at, after_id = 0
            where org_id = :org_id and slot_at > :slot_at
            """;

    static final String LAST = """
            select principal_id, sent_at
            from messagenotice_digest
            where org_id = :org_id and principal_id = any(:ids)
            """;

    static final String SENT = """
            insert into messagenotice_digest (org_id, principal_id, sent_at)
            select :org_id, i.id, :now
            from unnest(:ids::bigint[]) as i (id)
            order by i.id
            on conflict (org_id, principal_id) do update set sent_at = excluded.sent_at
            """;

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param afterId members up to here are served */
    record Slot(long orgId, Instant at, long afterId) {}

    /** A company in which somebody writes has a clock; the first moment is none, and leads to the first that is one. */
    void watch(Collection<Long> orgs, Instant now) {
        jdbc.sql(WATCH)
                .param("orgs", orgs.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Long> due(Collection<Long> passed, Instant now) {
        return jdbc.sql(DUE)
                .param("passed", passed.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    /** Empty when it is not due any more, or another clock holds it. */
    Optional<Slot> claim(long orgId, Instant now) {
        return jdbc.sql(CLAIM)
                .param("org_id", orgId)
                .param("now", Sql.at(now))
                .query((rs, n) -> new Slot(rs.getLong("org_id"), Sql.instant(rs, "slot_at"), rs.getLong("after_id")))
                .optional();
    }

    void move(Slot slot) {
        jdbc.sql(MOVE)
                .param("org_id", slot.orgId())
                .param("slot_at", Sql.at(slot.at()))
                .param("after_id", slot.afterId())
                .update();
    }

    void hurry(long orgId, Instant at) {
        jdbc.sql(HURRY).param("org_id", orgId).param("slot_at", Sql.at(at)).update();
    }

    Map<Long, Instant> last(long orgId, Collection<Long> ids) {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql(LAST)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    found.put(rs.getLong("principal_id"), Sql.instant(rs, "sent_at"));
                });
        return found;
    }

    void sent(long orgId, Collection<Long> ids, Instant now) {
        jdbc.sql(SENT)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }
}
