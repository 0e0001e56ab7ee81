package org.qiao.isolation;

import java.util.Map;
import org.qiao.testing.TestUser;

/** A group of a member and a customer, with a code, a rule and what was done; nothing in it that a clock would change. */
final class GroupRows {

    private GroupRows() {}

    static void add(Victim victim, TestUser member) {
        Map<String, Object> people = Map.of("member", member.id(), "guest", victim.id("guest"));
        victim.put("groupConversation", """
                insert into messaging_conversation (org_id, kind, title, external, created_by, created_at, member_count)
                values (:org, 'GROUP', :secret, true, :member, now(), 2) returning id
                """, Map.of("member", member.id()));
        Map<String, Object> params = Map.of(
                "member", member.id(), "guest", victim.id("guest"), "conversation", victim.id("groupConversation"));
        victim.run("""
                insert into messaging_head (conversation_id, org_id, seq, message_no, moved_at)
                values (:conversation, :org, 0, 0, now())
                """, Map.of("conversation", victim.id("groupConversation")));
        victim.run("""
                insert into messaging_member (conversation_id, principal_id, org_id, role, from_seq, from_no, joined_at, guest)
                values (:conversation, :member, :org, 'OWNER', 1, 0, now(), false),
                    (:conversation, :guest, :org, 'MEMBER', 1, 0, now(), true)
                """, params);
        victim.put("customerGroup", """
                insert into customergroup (org_id, conversation_id, owner_id, opened_by, open_key, first_staff, first_customers, title,
                    notice, customers, created_at)
                values (:org, :conversation, :member, :member, 'key', '{}', '{}', :secret, :secret, 1, now()) returning id
                """, Map.of("member", member.id(), "conversation", victim.id("groupConversation")));
        victim.run("""
                insert into customergroup_member (org_id, group_id, person_id, guest, role, via, state, joined_at)
                select :org, g.id, p.id, p.guest, case when p.guest then 'MEMBER' else 'OWNER' end, 'FIRST', :secret, now()
                from customergroup g
                cross join (values (:member::bigint, false), (:guest::bigint, true)) as p (id, guest)
                where g.org_id = :org
                """, people);
        victim.put("groupFailure", """
                insert into customergroup_task (org_id, group_id, key, work, due_at, failures, failed_at, reason)
                select :org, g.id, 'lost', jsonb_build_object('kind', 'SAY', 'text', :secret::text), now(), 8, now(), 'platform.busy'
                from customergroup g
                where g.org_id = :org
                returning id
                """, Map.of());
        addAbove(victim, people);
    }

    private static void addAbove(Victim victim, Map<String, Object> people) {
        victim.put("groupCode", """
                insert into groupcode (org_id, code, owner_id, title, remark, state, auto_create, base_name, next_number, auto_most, tags,
                    created_at, changed_at)
                values (:org, substr(md5(:org::text || 'code'), 1, 12), :member, :secret, :secret, :secret, true, :secret, 2, 1, '{}',
                    now(), now()) returning id
                """, Map.of("member", java.util.Objects.requireNonNull(people.get("member"))));
        victim.run("""
                insert into groupcode_group (org_id, code_id, place, group_id, auto)
                select c.org_id, c.id, 1, g.id, false
                from groupcode c
                join customergroup g on g.org_id = c.org_id
                where c.org_id = :org
                """, Map.of());
        victim.put("groupRule", """
                insert into groupguard_rule (org_id, owner_id, name, groups, content, active, changed_at)
                select :org, :member, :secret, array[g.id],
                    '{"words":["x"],"links":false,"allowed":[],"phones":false,"pictures":false,"qr":false,"action":"WARN",
                    "muteMinutes":1,"strikes":1}', true, now()
                from customergroup g
                where g.org_id = :org
                returning id
                """, Map.of("member", java.util.Objects.requireNonNull(people.get("member"))));
        victim.run("""
                insert into groupguard_line (org_id, group_id, customer_id, by_id, action, minutes, at)
                select :org, g.id, :guest, :member, 'MUTE', 5, now()
                from customergroup g
                where g.org_id = :org
                """, people);
    }
}
