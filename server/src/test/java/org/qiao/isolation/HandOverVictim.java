package org.qiao.isolation;

import java.util.Map;
import org.qiao.testing.Given;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who has left, his customer, and what is under way with them. */
final class HandOverVictim {

    private final JdbcClient jdbc;
    private final TestOrg org;
    private final Map<String, String> ids;

    private HandOverVictim(JdbcClient jdbc, TestOrg org, Map<String, String> ids) {
        this.jdbc = jdbc;
        this.org = org;
        this.ids = ids;
    }

    static void add(JdbcClient jdbc, Given given, TestOrg org, Map<String, String> ids) {
        new HandOverVictim(jdbc, org, ids).fill(given);
    }

    private void fill(Given given) {
        TestUser leaver = org.user(Victim.MARKER);
        long guest = given.guest(org, Victim.SECRET).id();
        Map<String, Object> params = Map.of(
                "leaver",
                leaver.id(),
                "guest",
                guest,
                "member",
                Long.valueOf(ids.get("member")),
                "secret",
                Victim.SECRET);
        put("handedCustomer", """
                insert into customer (principal_id, org_id, name, source, level, created_at)
                values (:guest, :org, :secret, 'LINK', 'ANONYMOUS', now()) returning principal_id
                """, params);
        put("handedRelation", """
                insert into customer_relation (org_id, customer_id, member_id, remark, add_way, opened_at)
                values (:org, :guest, :leaver, :secret, 'LINK', now()) returning id
                """, params);
        put("leaver", """
                insert into handover_leaver (org_id, member_id, kind, since) values (:org, :leaver, 'LEFT', now())
                returning member_id
                """, params);
        put("handOver", """
                insert into handover_transfer (org_id, kind, state, customer_id, relation_id, from_id, to_id, message, tags,
                    started_by, started_at, due_at)
                select :org, 'ON_JOB', 'WAITING', :guest, r.id, :leaver, :member, :secret, true, :leaver, now(), now() + interval '1 day'
                from customer_relation r
                where r.org_id = :org and r.customer_id = :guest
                returning id
                """, params);
        put("handOverRun", """
                insert into handover_run (org_id, member_id, takers, message, state, total, started_by, started_at)
                values (:org, :leaver, array[:member::bigint], :secret, 'RUNNING', 1, :leaver, now()) returning id
                """, params);
    }

    private void put(String slot, String sql, Map<String, Object> params) {
        long id = jdbc.sql(sql)
                .param("org", org.id())
                .params(params)
                .query(Long.class)
                .single();
        ids.put(slot, Long.toString(id));
    }
}
