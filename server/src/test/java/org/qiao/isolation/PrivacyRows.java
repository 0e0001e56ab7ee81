package org.qiao.isolation;

import java.util.Map;
import org.qiao.testing.TestUser;

/** What a customer asked for, and what the company wrote down about it. */
final class PrivacyRows {

    private PrivacyRows() {}

    static void add(Victim victim, TestUser member) {
        Map<String, Object> params =
                Map.of("customer", victim.id("crmCustomer"), "member", member.id(), "file", victim.id("file"));
        victim.put("privacyErasure", """
                insert into privacy_erasure (org_id, customer_id, origin, asked_by, asked_at, due_at, next_at)
                values (:org, :customer, 'CUSTOMER', :customer, now(), timestamptz '2999-01-01 00:00Z', timestamptz '2999-01-01 00:00Z')
                returning id
                """, params);
        victim.put("privacyExport", """
                insert into privacy_export (org_id, customer_id, asked_by, state, locale, file_id, asked_at)
                values (:org, :customer, :customer, 'READY', 'zh-CN', :file, now()) returning id
                """, params);
        victim.put("privacyLine", """
                insert into privacy_activity (org_id, content, changed_by, changed_at)
                values (:org, jsonb_build_object('activity', :secret::text, 'people', '', 'data', '', 'purpose', '', 'basis', '',
                    'recipients', '', 'retention', ''), :member, now()) returning id
                """, params);
        victim.run("""
                insert into privacy_audit (org_id, actor_id, kind, customer_id, detail, at)
                values (:org, :member, 'ERASURE_ASKED', :customer, '{}', now())
                """, params);
    }
}
