package org.qiao.ding;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.ding.DingView.Counts;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of DINGs, by person. */
@Repository
class InboxStore {

    /** Mine, and those I stand in for; a recipient's id orders both. */
    static final String WAITING = """
            (select r.id, r.ding_id, true as own
             from ding_recipient r
             join ding d on d.org_id = r.org_id and d.id = r.ding_id
             where r.org_id = :org_id and r.principal_id = :principal_id and r.state = 'WAITING' and d.send_at <= :now
                 and r.id < :before
             order by r.id desc
             limit :limit)
            union all
            (select distinct r.id, r.ding_id, false as own
             from ding_step s
             join ding_recipient r on r.org_id = s.org_id and r.id = s.recipient_id
             where s.org_id = :org_id and s.target_id = :principal_id and r.state = 'WAITING' and r.id < :before
             order by r.id desc
             limit :limit)
            order by id desc
            limit :limit
            """;

    static final String RECEIVED = """
            select r.id, r.ding_id, true as own
            from ding_recipient r
            join ding d on d.org_id = r.org_id and d.id = r.ding_id
            where r.org_id = :org_id and r.principal_id = :principal_id and r.state <> 'REFUSED' and d.send_at <= :now
                and r.id < :before
            order by r.id desc
            limit :limit
            """;

    static final String SENT = """
            select id, id as ding_id, true as own
            from ding
            where org_id = :org_id and sender_id = :principal_id and id < :before and created_at <= :now
            order by id desc
            limit :limit
            """;

    static final String COUNTS = """
            select ding_id, count(*) filter (where state <> 'REFUSED') as total,
                count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'CONFIRMED') as confirmed,
                count(*) filter (where opened_at is not null) as opened,
                count(*) filter (where state = 'GAVE_UP') as gave_up,
                count(*) filter (where state = 'RECALLED') as recalled,
                count(*) filter (where state = 'REFUSED') as refused,
                count(*) filter (where state = 'CLOSED') as closed
            from ding_recipient
            where org_id = :org_id and ding_id = any(:dings)
            group by ding_id
            """;

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id of the recipient, in the list of the sent ones of the DING */
    record Line(long id, long dingId, boolean own) {}

    List<Line> list(Inbox.Box box, Actor actor, long before, Instant now, int limit) {
        String statement =
                switch (box) {
                    case WAITING -> WAITING;
                    case RECEIVED -> RECEIVED;
                    case SENT -> SENT;
                };
        return jdbc.sql(statement)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("before", before)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Line(rs.getLong("id"), rs.getLong("ding_id"), rs.getBoolean("own")))
                .list();
    }

    Map<Long, Counts> counts(long orgId, Collection<Long> dings) {
        Map<Long, Counts> counts = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("org_id", orgId)
                .param("dings", dings.toArray(Long[]::new))
                .query(rs -> {
                    counts.put(
                            rs.getLong("ding_id"),
                            new Counts(
                                    rs.getInt("total"),
                                    rs.getInt("waiting"),
                                    rs.getInt("confirmed"),
                                    rs.getInt("opened"),
                                    rs.getInt("gave_up"),
                                    rs.getInt("recalled"),
                                    rs.getInt("refused"),
                                    rs.getInt("closed")));
                });
        return counts;
    }
}
