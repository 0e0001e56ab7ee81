package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of waiting customers and their numbers: a colleague who neither serves nor leads sees none of them. */
final class CustomerCareOperations {

    private static final String SPAN = "?from=2026-01-01&until=2026-12-31";
    private static final String STATISTICS = "/api/customer-care/statistics/MINE";
    private static final String WAIT = "/api/customer-care/waits/$careThread";
    private static final String TIMES =
            "{\"remindMinutes\":1,\"escalateMinutes\":1,\"action\":\"ALERT\",\"colleagues\":[],\"alert\":[]}";

    private CustomerCareOperations() {}

    static List<Operation> all() {
        return List.of(
                row("GET /api/customer-care/waits", MEMBER),
                row("GET /api/customer-care/waits/count", MEMBER),
                row("GET /api/customer-care/scopes", MEMBER),
                row("GET /api/customer-care/waits/{conversationId}", PARTICIPANT, WAIT, null),
                row(
                        "POST /api/customer-care/waits/{conversationId}/settle",
                        PARTICIPANT,
                        WAIT + "/settle",
                        "{\"reason\":\"ENDED\"}"),
                row("POST /api/customer-care/waits/{conversationId}/leave", PARTICIPANT, WAIT + "/leave", null),
                row("GET /api/customer-care/settings", MEMBER),
                row(
                        "PUT /api/admin/customer-care/settings",
                        ADMIN,
                        "{\"enabled\":true,\"closings\":[],\"exceptions\":[],\"times\":" + TIMES + "}"),
                row("GET /api/customer-care/statistics/{scope}", MEMBER, STATISTICS + SPAN, null),
                row("GET /api/customer-care/statistics/{scope}/members", MEMBER, STATISTICS + "/members" + SPAN, null),
                row(
                        "GET /api/customer-care/statistics/{scope}/export.xlsx",
                        ADMIN, // of one's own numbers everybody may, and it is written down
                        "/api/customer-care/statistics/ALL/export.xlsx" + SPAN,
                        null),
                row("GET /api/admin/customer-care/exports", ADMIN),
                row("GET /api/admin/customer-care/recounts", ADMIN),
                row("POST /api/admin/customer-care/recounts", ADMIN, "{\"day\":\"2026-01-01\"}"));
    }
}
