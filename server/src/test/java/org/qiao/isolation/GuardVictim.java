package org.qiao.isolation;

import java.util.Map;
import org.qiao.testing.TestOrg;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule, what it found, an alert, and a thread that an auditor may read. Told already, so that no clock touches them. */
final class GuardVictim {

    private GuardVictim() {}

    static void add(JdbcClient jdbc, TestOrg org, Map<String, String> ids) {
        Map<String, Object> params = Map.of(
                "org",
                org.id(),
                "owner",
                org.owner().id(),
                "member",
                Long.valueOf(ids.get("member")),
                "guest",
                Long.valueOf(ids.get("handedCustomer")),
                "relation",
                Long.valueOf(ids.get("handedRelation")),
                "thread",
                Long.valueOf(ids.get("thread")),
                "secret",
                Victim.SECRET);
        long rule = jdbc.sql("""
                insert into customerguard_rule (org_id, name, action, content, enabled, changed_by, changed_at)
                values (:org, :secret, 'WARN', '{"words":["x"],"patterns":[],"range":{"everyone":true},"staff":true,
                    "customers":true,"people":[]}', false, :owner, now()) returning id
                """).params(params).query(Long.class).single();
        ids.put("guardRule", Long.toString(rule));
        ids.put("archivedThread", ids.get("thread"));
        jdbc.sql("""
                insert into customerguard_hit (org_id, rule_id, action, conversation_id, sender_id, client_key, found, excerpt, at,
                    state, member_id, customer_id, told_at)
                values (:org, :rule, 'WARN', :thread, :member, 'x', :secret, :secret, now(), 'REAL', :member, :guest, now())
                """).params(params).param("rule", rule).update();
        jdbc.sql("""
                insert into customerguard_alert (org_id, kind, member_id, customer_id, mark, at, told_at)
                values (:org, 'EMPLOYEE_ENDED', :member, :guest, 'x', now(), now())
                """).params(params).update();
        jdbc.sql("""
                insert into archive_span (org_id, member_id, from_at, told_at) values (:org, :member, timestamptz '2020-01-01 00:00Z', now())
                """).params(params).update();
        jdbc.sql("""
                insert into archive_answer (org_id, customer_id, version, agreed, at)
                values (:org, :guest, 1, true, timestamptz '2020-01-01 00:00Z')
                """).params(params).update();
        jdbc.sql("""
                insert into archive_line (org_id, relation_id, conversation_id, customer_id, member_id, opened_at)
                values (:org, :relation, :thread, :guest, :member, timestamptz '2020-01-01 00:00Z')
                """).params(params).update();
    }
}
