package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of approvals. */
final class ApprovalOperations {

    private static final String RUN = "/api/approvals/$approval";

    private ApprovalOperations() {}

    static List<Operation> all() {
        return List.of(
                row("POST /api/approvals/preview", MEMBER, "{\"templateId\":$template,\"values\":{\"who\":[$member]}}"),
                row(
                        "POST /api/approvals",
                        MEMBER,
                        "{\"key\":\"stranger\",\"templateId\":$template,\"version\":1,\"values\":{},\"undoes\":$approval}"),
                row("GET /api/approvals", MEMBER, "/api/approvals?box=ALL", null),
                row("GET /api/approvals/summary", MEMBER),
                row("GET /api/approvals/export.xlsx", MEMBER),
                row(
                        "GET /api/approval-statistics",
                        MEMBER,
                        "/api/approval-statistics?from=2026-01-01&until=2026-12-31",
                        null),
                row("GET /api/approvals/{id}", PARTICIPANT, RUN, null),
                row("GET /api/approvals/{id}/card", PARTICIPANT, RUN + "/card", null),
                row("GET /api/approvals/{id}/choices", PARTICIPANT, RUN + "/choices", null),
                act("preview", "{\"values\":{}}"),
                row("POST /api/approvals/{id}/files/{fileId}", PARTICIPANT, RUN + "/files/$file", null),
                row("GET /api/approvals/{id}/comments", PARTICIPANT, RUN + "/comments", null),
                row(
                        "POST /api/approvals/{id}/comments",
                        PARTICIPANT,
                        RUN + "/comments",
                        "{\"key\":\"stranger\",\"text\":\"x\",\"mentions\":[$member]}"),
                row(
                        "POST /api/approvals/decisions",
                        MEMBER,
                        "{\"items\":[{\"id\":999999999,\"task\":1}],\"reason\":\"x\"}"),
                act("decisions", "{\"task\":1,\"verdict\":\"AGREE\"}"),
                act("transfers", "{\"task\":1,\"to\":$member}"),
                act("signers", "{\"task\":1,\"where\":\"BEFORE\",\"people\":[$member]}"),
                row("DELETE /api/approvals/{id}/signers/{task}", PARTICIPANT, RUN + "/signers/1", null),
                act("returns", "{\"task\":1,\"then\":\"START\",\"reason\":\"x\"}"),
                act("take-backs", "{\"task\":1}"),
                act("submissions", "{\"values\":{}}"),
                act("revocations", "{\"reason\":\"x\"}"),
                act("readers", "{\"members\":[$member]}"),
                row("POST /api/approvals/{id}/urges", PARTICIPANT, RUN + "/urges", null),
                act("shares", "{\"conversationId\":$conversation}"),
                row("POST /api/admin/approval-hand-overs", ADMIN, "{\"from\":$member,\"to\":$member}"),
                row("GET /api/approval-delegations", MEMBER),
                row(
                        "POST /api/approval-delegations",
                        MEMBER,
                        "{\"toId\":$member,\"startsAt\":\"2998-01-01T00:00:00Z\",\"endsAt\":\"2998-01-02T00:00:00Z\"}"),
                row(
                        "DELETE /api/approval-delegations/{id}",
                        PARTICIPANT,
                        "/api/approval-delegations/$delegation",
                        null));
    }

    private static Operation act(String what, String body) {
        return row("POST /api/approvals/{id}/" + what, PARTICIPANT, RUN + "/" + what, body);
    }
}
