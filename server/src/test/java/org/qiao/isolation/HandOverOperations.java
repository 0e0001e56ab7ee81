package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of hand-overs: a colleague who neither serves nor leads sees nothing of them, a customer only what is his own. */
final class HandOverOperations {

    private HandOverOperations() {}

    static List<Operation> all() {
        String leaver = "/api/handovers/leavers/$leaver";
        String passOn = "{\"relationIds\":[$handedRelation],\"takerId\":$member}";
        return List.of(
                row("POST /api/handovers", MEMBER, passOn),
                row("GET /api/handovers", MEMBER, "/api/handovers?scope=MANAGED", null),
                row(
                        "GET /api/handovers/of-customer/{id}",
                        PARTICIPANT,
                        "/api/handovers/of-customer/$handedCustomer",
                        null),
                row(
                        "GET /api/handovers/statistics",
                        MEMBER,
                        "/api/handovers/statistics?from=2026-01-01&until=2026-12-31",
                        null),
                row("POST /api/handovers/{id}/cancel", PARTICIPANT, "/api/handovers/$handOver/cancel", null),
                row("POST /api/handovers/{id}/undo", PARTICIPANT, "/api/handovers/$handOver/undo", null),
                row("GET /api/handovers/settings", MEMBER),
                row(
                        "PUT /api/admin/handovers/settings",
                        ADMIN,
                        "{\"answerHours\":1,\"onJobMax\":1,\"onJobDays\":1,\"leftDays\":1,\"undoDays\":1,\"remark\":true,"
                                + "\"tags\":true,\"membersMay\":true}"),
                row("GET /api/admin/handovers/audit", ADMIN),
                row("GET /api/handovers/leavers", MEMBER),
                row("GET /api/handovers/leavers/{id}", PARTICIPANT, leaver, null),
                row("GET /api/handovers/leavers/{id}/customers", PARTICIPANT, leaver + "/customers", null),
                row("POST /api/handovers/leavers/{id}/assign", PARTICIPANT, leaver + "/assign", passOn),
                row("POST /api/handovers/leavers/{id}/ways", PARTICIPANT, leaver + "/ways", "{}"),
                row("POST /api/handovers/leavers/{id}/runs", PARTICIPANT, leaver + "/runs", "{\"takerIds\":[$member]}"),
                row("GET /api/handovers/runs/{id}", PARTICIPANT, "/api/handovers/runs/$handOverRun", null),
                row("POST /api/handovers/runs/{id}/stop", PARTICIPANT, "/api/handovers/runs/$handOverRun/stop", null),
                row("GET /api/visit/handovers", GUEST),
                row("POST /api/visit/handovers/{id}/refuse", GUEST, "/api/visit/handovers/$handOver/refuse", null),
                row(
                        "PUT /api/visit/handovers/{id}/history",
                        GUEST,
                        "/api/visit/handovers/$handOver/history",
                        "{\"agree\":true}"));
    }
}
