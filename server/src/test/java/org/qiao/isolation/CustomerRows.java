package org.qiao.isolation;

import java.util.Map;
import org.qiao.testing.TestUser;

/** A customer who is served by a member, with everything that is written down about him. What the member keeps for himself is nobody else's. */
final class CustomerRows {

    private CustomerRows() {}

    static void add(Victim victim, TestUser member) {
        victim.put("crmCustomer", """
                insert into principal (kind, org_id) values ('CUSTOMER', :org) returning id
                """, Map.of());
        Map<String, Object> params = Map.of("member", member.id(), "customer", victim.id("crmCustomer"));
        victim.run("""
                insert into account_guest (principal_id, org_id, name, locale, created_at)
                values (:customer, :org, :secret, 'zh-CN', now())
                """, params);
        victim.run("""
                insert into customer (principal_id, org_id, name, source, level, created_at)
                values (:customer, :org, :secret, 'QR', 'ANONYMOUS', now())
                """, params);
        victim.put("visitSubscription", """
                insert into notice_subscription
                    (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                values (:org, :customer, 0, 'https://push.example.com/visit/' || :secret, decode(repeat('04', 65), 'hex'),
                    decode(repeat('00', 16), 'hex'), now(), now()) returning id
                """, params);
        victim.put("crmRelation", """
                insert into customer_relation (org_id, customer_id, member_id, remark, add_way, opened_at)
                values (:org, :customer, :member, :secret, 'QR', now()) returning id
                """, params);
        victim.run("""
                insert into customerprofile_person (org_id, customer_id, name) values (:org, :customer, :secret)
                """, params);
        victim.run("""
                insert into customerprofile_line (relation_id, org_id, customer_id, member_id, open, remark, company, search_text,
                    phones, add_way, opened_at, active_at)
                select id, org_id, customer_id, member_id, true, :secret, '', lower(:secret), '{}', 'QR', now(), now()
                from customer_relation where org_id = :org
                """, params);
        addTags(victim, member);
        addFollowUps(victim, params);
        addWait(victim, params);
    }

    private static void addWait(Victim victim, Map<String, Object> params) {
        victim.put("careThread", """
                insert into customercare_thread (conversation_id, org_id, customer_id, relation_id, server_id, since, since_seq, messages)
                select 900000000 + r.id, r.org_id, r.customer_id, r.id, r.member_id, now(), 1, 1
                from customer_relation r
                where r.org_id = :org and r.customer_id = :customer
                returning conversation_id
                """, Map.of("customer", params.get("customer")));
    }

    private static void addTags(Victim victim, TestUser member) {
        victim.put("crmTagGroup", """
                insert into customerprofile_tag_group (org_id, name, position, created_at) values (:org, :text, 1, now()) returning id
                """, Map.of());
        victim.put("crmCompanyTag", """
                insert into customerprofile_tag (org_id, group_id, name, position, created_at)
                values (:org, :group, :text, 1, now()) returning id
                """, Map.of("group", victim.id("crmTagGroup")));
        victim.put("crmTagRule", """
                insert into tagrule (org_id, name, kind, words, tags, take_back, active, changed_by, changed_at)
                values (:org, :text, 'KEYWORD', array[:text], array[:tag], false, false, :member, now()) returning id
                """, Map.of("tag", victim.id("crmCompanyTag"), "member", member.id()));
        addImport(victim, member);
        victim.put("crmTag", """
                insert into customerprofile_tag (org_id, owner_id, name, position, created_at)
                values (:org, :member, :secret, 1, now()) returning id
                """, Map.of("member", member.id()));
        victim.put("crmSegment", """
                insert into customerprofile_segment (org_id, owner_id, name, filter, changed_by, changed_at)
                values (:org, :member, :secret, '{"scope":"MINE","order":"ACTIVE","filter":{}}', :member, now()) returning id
                """, Map.of("member", member.id()));
    }

    private static void addImport(Victim victim, TestUser member) {
        victim.put("crmImport", """
                insert into customerimport_job (org_id, created_by, name, state, known, ignored, locale, row_count, ready_count,
                    known_count, bad_count, created_at)
                values (:org, :member, :text, 'CHECKED', 'SKIP', '{}', 'zh-CN', 1, 1, 0, 0, now()) returning id
                """, Map.of("member", member.id()));
        victim.run("""
                insert into customerimport_row (org_id, import_id, row_no, state, content, faults)
                values (:org, :import, 2, 'READY', jsonb_build_object(
                    'person', jsonb_build_object('name', :text::text, 'phones', '[]'::jsonb, 'email', '', 'company', '',
                        'contacts', '[]'::jsonb),
                    'remark', '', 'description', '', 'tagNames', '[]'::jsonb, 'tags', '[]'::jsonb, 'reason', '', 'note', '',
                    'task', '', 'attributes', '{}'::jsonb), '[]')
                """, Map.of("import", victim.id("crmImport")));
    }

    private static void addFollowUps(Victim victim, Map<String, Object> params) {
        victim.put(
                "crmNote",
                """
                insert into followup_note (org_id, customer_id, author_id, text, files, created_at)
                values (:org, :customer, :member, :secret, array[:file], now()) returning id
                """,
                Map.of("member", params.get("member"), "customer", params.get("customer"), "file", victim.id("file")));
        victim.put("crmTask", """
                insert into followup_task (org_id, customer_id, author_id, assignee_id, text, due_at, created_at)
                values (:org, :customer, :member, :member, :secret, timestamptz '2999-01-01 00:00Z', now()) returning id
                """, params);
        victim.put("crmReply", """
                insert into followup_reply (org_id, owner_id, title, text, changed_at)
                values (:org, :member, :secret, :secret, now()) returning id
                """, Map.of("member", params.get("member")));
    }
}
