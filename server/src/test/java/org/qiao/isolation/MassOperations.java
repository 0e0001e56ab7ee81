package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;
import java.util.Map;
import org.qiao.testing.TestUser;

/** The rows of mass messages: a colleague who neither wrote one nor takes part sees nothing of it, a customer only his own choice. */
final class MassOperations {

    private MassOperations() {}

    static List<Operation> all() {
        String mass = "/api/mass-messages/$mass";
        String body = "{\"key\":\"k\",\"kind\":\"PERSONAL\",\"content\":{\"text\":\"a\",\"attachments\":[]},"
                + "\"target\":{\"relationIds\":[$crmRelation]}}";
        return List.of(
                row("POST /api/mass-messages/preview", MEMBER, body),
                row("POST /api/mass-messages", MEMBER, body),
                row("GET /api/mass-messages", MEMBER),
                row("GET /api/mass-messages/settings", MEMBER),
                row(
                        "PUT /api/admin/mass-messages/settings",
                        ADMIN,
                        "{\"companyPerMonth\":1,\"personalPerDay\":1,\"keywords\":[]}"),
                row("GET /api/mass-messages/{id}", PARTICIPANT, mass, null),
                row("GET /api/mass-messages/{id}/recipients", PARTICIPANT, mass + "/recipients", null),
                row("GET /api/mass-messages/{id}/shares", PARTICIPANT, mass + "/shares", null),
                row("GET /api/mass-messages/{id}/files/{fileId}", PARTICIPANT, mass + "/files/1", null),
                row("GET /api/mass-messages/{id}/export.xlsx", PARTICIPANT, mass + "/export.xlsx", null),
                row("POST /api/mass-messages/{id}/confirm", PARTICIPANT, mass + "/confirm", "{\"without\":[]}"),
                row("POST /api/mass-messages/{id}/remind", PARTICIPANT, mass + "/remind", null),
                row("POST /api/mass-messages/{id}/cancel", PARTICIPANT, mass + "/cancel", null),
                row("POST /api/mass-messages/{id}/recall", PARTICIPANT, mass + "/recall", null),
                row(
                        "GET /api/customers/{id}/mass-opt-out",
                        PARTICIPANT,
                        "/api/customers/$crmCustomer/mass-opt-out",
                        null),
                row("GET /api/visit/mass-messages", GUEST),
                row("PUT /api/visit/mass-messages", GUEST, "{\"optedOut\":true}"));
    }

    /** One that the member wrote to his customer, for a day that never comes in a test. */
    static void add(Victim victim, TestUser member) {
        Map<String, Object> params = Map.of(
                "member", member.id(), "customer", victim.id("crmCustomer"), "relation", victim.id("crmRelation"));
        victim.put("mass", """
                insert into masssend_mass (org_id, kind, author_id, client_key, text, attachments, target, total, send_at, created_at)
                values (:org, 'PERSONAL', :member, 'k', :secret, '[]', '{}', 1, now() + interval '3650 days', now()) returning id
                """, params);
        victim.run("""
                insert into masssend_share (org_id, mass_id, member_id, sender_name, state, due_at, total)
                select org_id, id, author_id, :secret, 'CONFIRMED', send_at, 1 from masssend_mass where org_id = :org
                """, params);
        victim.run("""
                insert into masssend_recipient (org_id, mass_id, member_id, relation_id, customer_id)
                select org_id, id, author_id, :relation, :customer from masssend_mass where org_id = :org
                """, params);
    }
}
