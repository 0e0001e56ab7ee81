package org.qiao.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.qiao.customer.RelationMoves.MoveCounts;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RelationMoveStore {

    static final String MOVES = """
            select i.member_id, o.opened, o.taken, c.by_customer, c.by_member
            from unnest(:members::bigint[]) as i (member_id)
            cross join lateral (
                select count(*) filter (where r.add_way <> 'HANDED_OVER') as opened,
                    count(*) filter (where r.add_way = 'HANDED_OVER') as taken
                from customer_relation r
                where r.org_id = :org_id and r.member_id = i.member_id and r.opened_at >= :from and r.opened_at < :until) o
            cross join lateral (
                select count(*) filter (where r.end_reason = 'CUSTOMER') as by_customer,
                    count(*) filter (where r.end_reason = 'EMPLOYEE') as by_member
                from customer_relation r
                where r.org_id = :org_id and r.member_id = i.member_id and r.closed_at >= :from and r.closed_at < :until) c
            where o.opened + o.taken + c.by_customer + c.by_member > 0
            """;

    private final JdbcClient jdbc;

    RelationMoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, MoveCounts> of(long orgId, Collection<Long> members, Instant from, Instant until) {
        Map<Long, MoveCounts> moves = new HashMap<>();
        jdbc.sql(MOVES)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((rs, n) -> moves.put(
                        rs.getLong("member_id"),
                        new MoveCounts(
                                rs.getInt("opened"),
                                rs.getInt("taken"),
                                rs.getInt("by_customer"),
                                rs.getInt("by_member"))))
                .list();
        return moves;
    }
}
