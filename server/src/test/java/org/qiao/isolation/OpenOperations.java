package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Access.PROGRAM;
import static org.qiao.isolation.Operations.row;

import java.util.ArrayList;
import java.util.List;

/** The rows of webhooks, keys, and what programs call. */
final class OpenOperations {

    private static final String WEBHOOK = "{\"name\":\"stranger\",\"url\":\"https://203.0.113.1/\",\"topics\":[\"*\"],"
            + "\"withValues\":true,\"intranet\":false,\"enabled\":true}";

    private static final String TASK = "{\"title\":\"x\",\"link\":\"https://example.com/\",\"assignees\":[$member]}";

    private OpenOperations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>(doors());
        rows.addAll(tasks());
        return rows;
    }

    private static List<Operation> tasks() {
        String task = "/api/foreign-tasks/$foreignTask";
        return List.of(
                row("PUT /api/open/tasks/{key}", PROGRAM, "/api/open/tasks/stranger", TASK),
                row("POST /api/open/tasks", PROGRAM, "{\"items\":[{\"key\":\"stranger\",\"task\":" + TASK + "}]}"),
                row("GET /api/open/tasks/{key}", PROGRAM, "/api/open/tasks/$foreignTask", null),
                row("DELETE /api/open/tasks/{key}", PROGRAM, "/api/open/tasks/$foreignTask", null),
                row("GET /api/open/task-changes", PROGRAM),
                row("GET /api/foreign-tasks", MEMBER, "/api/foreign-tasks?box=OPEN", null),
                row("GET /api/foreign-tasks/summary", MEMBER),
                row("GET /api/foreign-tasks/{id}", PARTICIPANT, task, null),
                row(
                        "POST /api/foreign-tasks/{id}/answer",
                        PARTICIPANT,
                        task + "/answer",
                        "{\"answer\":\"yes\",\"version\":1}"));
    }

    private static List<Operation> doors() {
        String webhook = "/api/admin/webhooks/$webhook";
        String key = "/api/admin/api-keys/$apiKey";
        String open = "/api/open/approvals";
        return List.of(
                row("GET /api/admin/webhooks", ADMIN),
                row("GET /api/admin/webhook-names", MEMBER),
                row("POST /api/admin/webhooks", ADMIN, WEBHOOK),
                row("PUT /api/admin/webhooks/{id}", ADMIN, webhook, WEBHOOK),
                row("DELETE /api/admin/webhooks/{id}", ADMIN, webhook, null),
                row("POST /api/admin/webhooks/{id}/secret", ADMIN, webhook + "/secret", null),
                row("POST /api/admin/webhooks/{id}/test", ADMIN, webhook + "/test", null),
                row("GET /api/admin/webhooks/{id}/deliveries", ADMIN, webhook + "/deliveries", null),
                row(
                        "POST /api/admin/webhook-deliveries/{id}/repeat",
                        ADMIN,
                        "/api/admin/webhook-deliveries/$webhookDelivery/repeat",
                        null),
                row("GET /api/admin/api-keys", ADMIN),
                row("POST /api/admin/api-keys", ADMIN, "{\"name\":\"stranger\",\"scopes\":[\"APPROVALS_READ\"]}"),
                row("DELETE /api/admin/api-keys/{id}", ADMIN, key, null),
                row("GET /api/admin/api-keys/{id}/acts", ADMIN, key + "/acts", null),
                row(
                        "POST /api/open/approvals",
                        PROGRAM,
                        "{\"key\":\"stranger\",\"templateId\":$template,\"values\":{\"a\":\"x\"}}"),
                row("GET /api/open/approvals", PROGRAM, open + "?number=V-1", null),
                row("GET /api/open/approvals/changes", PROGRAM),
                row("GET /api/open/approvals/{id}", PROGRAM, open + "/$approval", null),
                row(
                        "POST /api/open/approvals/{id}/decisions",
                        PROGRAM,
                        open + "/$approval/decisions",
                        "{\"task\":1,\"verdict\":\"AGREE\"}"),
                row("POST /api/open/files", PROGRAM, "/api/open/files?name=x.txt", "text"),
                row(
                        "POST /api/public/approval-hooks/{token}",
                        OPEN,
                        "/api/public/approval-hooks/unknown-token",
                        "{\"ok\":true}"));
    }
}
