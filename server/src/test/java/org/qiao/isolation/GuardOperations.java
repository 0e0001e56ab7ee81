package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OWNER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of sensitive words, alerts and archived chats: whoever was not appointed reads nothing, also at home. */
final class GuardOperations {

    private static final String RANGE = "\"range\":{\"everyone\":true}";

    private GuardOperations() {}

    static List<Operation> all() {
        String rule = "{\"name\":\"x\",\"action\":\"BLOCK\",\"words\":[\"x\"],\"patterns\":[]," + RANGE
                + ",\"staff\":true,\"customers\":true,\"people\":[$member],\"enabled\":true,\"version\":1}";
        String thread = "/api/archive/threads/$archivedThread";
        return List.of(
                row("GET /api/customer-guard/rights", MEMBER),
                row("GET /api/customer-guard/rules", ADMIN),
                row("POST /api/customer-guard/rules", ADMIN, rule),
                row("PUT /api/customer-guard/rules/{id}", ADMIN, "/api/customer-guard/rules/$guardRule", rule),
                row("DELETE /api/customer-guard/rules/{id}", ADMIN, "/api/customer-guard/rules/$guardRule", null),
                row("GET /api/customer-guard/hits", ADMIN, "/api/customer-guard/hits?limit=200", null),
                row("GET /api/customer-guard/hits/export.xlsx", ADMIN),
                row("GET /api/customer-guard/exports", ADMIN),
                row("GET /api/customer-guard/statistics", ADMIN),
                row("GET /api/customer-guard/alerts", ADMIN),
                row("GET /api/customer-guard/settings", ADMIN),
                row(
                        "PUT /api/customer-guard/settings",
                        ADMIN,
                        "{\"kinds\":[],\"people\":[$member],\"leads\":true,\"recalls\":2,\"recallMinutes\":1}"),
                row("GET /api/archive/me", MEMBER),
                row("GET /api/archive/settings", ADMIN),
                row(
                        "PUT /api/archive/settings",
                        ADMIN,
                        "{\"enabled\":true," + RANGE + ",\"notice\":\"\",\"keepRecalled\":true}"),
                row("GET /api/archive/auditors", ADMIN),
                row("PUT /api/archive/auditors/{id}", OWNER, "/api/archive/auditors/$member", null),
                row("DELETE /api/archive/auditors/{id}", OWNER, "/api/archive/auditors/$member", null),
                row("GET /api/archive/looks", ADMIN),
                row("GET /api/archive/threads", ADMIN),
                row("GET /api/archive/messages", ADMIN, "/api/archive/messages?q=x", null),
                row("GET /api/archive/threads/{id}", PARTICIPANT, thread, null),
                row("GET /api/archive/threads/{id}/messages", PARTICIPANT, thread + "/messages", null),
                row(
                        "POST /api/archive/threads/{id}/messages/{seq}/ticket",
                        PARTICIPANT,
                        thread + "/messages/$entry/ticket",
                        null),
                row("GET /api/archive/threads/{id}/export.xlsx", PARTICIPANT, thread + "/export.xlsx", null),
                row("GET /api/visit/archive", GUEST),
                row("PUT /api/visit/archive", GUEST, "{\"agree\":true,\"version\":1}"));
    }
}
