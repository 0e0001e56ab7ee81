package org.qiao.isolation;

import java.util.Map;
import org.qiao.platform.SecureTokens;
import org.qiao.testing.TestUser;

/** A product for everybody in the company, one that is off, and what a member keeps for himself and has sent to a customer. */
final class ProductRows {

    private ProductRows() {}

    static void add(Victim victim, TestUser owner, TestUser member) {
        Map<String, Object> params = Map.of("owner", owner.id(), "key", SecureTokens.create());
        victim.put("product", """
                insert into product (org_id, name, number, description, link, pictures, picture_key, on_sale, position, search_text,
                    changed_by, created_at, changed_at)
                values (:org, :text, '', :text, '', '{}', :key, true, 1, lower(:text), :owner, now(), now())
                returning id
                """, params);
        victim.put(
                "productOff",
                """
                insert into product (org_id, name, number, description, link, pictures, picture_key, on_sale, position, search_text,
                    changed_by, created_at, changed_at)
                values (:org, :secret, '', '', '', array[:file::bigint], :key, false, 2, lower(:secret), :owner, now(), now())
                returning id
                """,
                Map.of("owner", owner.id(), "file", victim.id("file"), "key", SecureTokens.create()));
        addMaterials(victim, Map.of("member", member.id(), "thread", victim.id("thread")));
    }

    private static void addMaterials(Victim victim, Map<String, Object> params) {
        Map<String, Object> member = Map.of("member", params.get("member"));
        victim.put("materialFolder", """
                insert into material_folder (org_id, owner_id, name, created_at) values (:org, :member, :secret, now()) returning id
                """, member);
        victim.put("material", """
                insert into material (org_id, owner_id, kind, title, text, url, search_text, changed_by, created_at, changed_at)
                values (:org, :member, 'ARTICLE', :secret, :secret, '', lower(:secret), :member, now(), now()) returning id
                """, member);
        victim.put("materialSend", """
                insert into material_send (org_id, material_id, conversation_id, sender_id, client_key, seq, sent_at)
                select :org, id, :thread, :member, 'key', 1, now() from material where org_id = :org
                returning id
                """, params);
        victim.put("materialOpen", """
                insert into material_open (org_id, send_id, customer_id, opened_at)
                select s.org_id, s.id, c.principal_id, now()
                from material_send s join customer c on c.org_id = s.org_id
                where s.org_id = :org
                limit 1
                returning id
                """, Map.of());
    }
}
