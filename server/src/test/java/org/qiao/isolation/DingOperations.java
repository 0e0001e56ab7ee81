package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.ArrayList;
import java.util.List;

/** The rows of DINGs and their rules. */
final class DingOperations {

    private static final String DRAFT =
            "{\"key\":\"stranger\",\"text\":\"x\",\"range\":{\"members\":[$member],\"conversation\":$conversation}}";
    private static final String SETTINGS =
            "{\"ladder\":{\"steps\":[{\"afterMinutes\":0,\"ways\":[\"APP\"],\"target\":\"PERSON\"}]},\"quiet\":null,"
                    + "\"override\":{\"everyone\":false,\"members\":[$member]},\"recipientsMax\":10,\"dingsPerHour\":10}";

    private DingOperations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>();
        rows.addAll(dingRows());
        rows.addAll(ruleRows());
        return rows;
    }

    private static List<Operation> dingRows() {
        String ding = "/api/dings/$ding";
        String again = "{\"ding\":" + DRAFT
                + ",\"recurrence\":{\"kind\":\"DAILY\",\"time\":\"08:30\",\"startsOn\":\"2026-01-01\"}}";
        return List.of(
                row("GET /api/ding-options", MEMBER),
                row("POST /api/dings", MEMBER, DRAFT),
                row("POST /api/dings/estimate", MEMBER, DRAFT),
                row("GET /api/dings", MEMBER, "/api/dings?box=RECEIVED", null),
                row("GET /api/dings/summary", MEMBER),
                row("GET /api/dings/{id}", PARTICIPANT, ding, null),
                row("POST /api/dings/{id}/confirm", PARTICIPANT, ding + "/confirm", null),
                row(
                        "POST /api/dings/{id}/recipients/{recipientId}/confirm",
                        PARTICIPANT,
                        ding + "/recipients/$dingRecipient/confirm",
                        null),
                row(
                        "POST /api/dings/{id}/share",
                        PARTICIPANT,
                        ding + "/share",
                        "{\"key\":\"stranger\",\"conversation\":$conversation}"),
                row("POST /api/dings/{id}/recording", PARTICIPANT, ding + "/recording", null),
                row("POST /api/dings/{id}/attachment", PARTICIPANT, ding + "/attachment", null),
                row("GET /api/dings/{id}/comments", PARTICIPANT, ding + "/comments", null),
                row(
                        "POST /api/dings/{id}/comments",
                        PARTICIPANT,
                        ding + "/comments",
                        "{\"key\":\"stranger\",\"text\":\"x\"}"),
                row("GET /api/dings/{id}/recipients", PARTICIPANT, ding + "/recipients", null),
                row("POST /api/dings/{id}/remind", PARTICIPANT, ding + "/remind", "{}"),
                row("POST /api/dings/{id}/recall", PARTICIPANT, ding + "/recall", null),
                row("GET /api/dings/{id}/export.xlsx", PARTICIPANT, ding + "/export.xlsx", null),
                row("POST /api/ding-schedules", MEMBER, again),
                row("GET /api/ding-schedules", MEMBER),
                row("DELETE /api/ding-schedules/{id}", PARTICIPANT, "/api/ding-schedules/$dingSchedule", null),
                row("GET /api/public/dings/{token}", OPEN, "/api/public/dings/unknown-token", null),
                row("GET /api/public/dings/{token}/recording", OPEN, "/api/public/dings/unknown-token/recording", null),
                row("POST /api/public/dings/{token}/confirm", OPEN, "/api/public/dings/unknown-token/confirm", null));
    }

    private static List<Operation> ruleRows() {
        String shield = "/api/admin/ding/protected/$member";
        return List.of(
                row("GET /api/ding-preferences", MEMBER),
                row(
                        "PUT /api/ding-preferences",
                        MEMBER,
                        "{\"deputy\":{\"memberId\":$member,\"from\":\"2026-01-01\",\"until\":\"2026-01-02\"}}"),
                row("GET /api/admin/ding/settings", ADMIN),
                row("PUT /api/admin/ding/settings", ADMIN, SETTINGS),
                row("GET /api/admin/ding/rules", ADMIN),
                row(
                        "PUT /api/admin/ding/rules",
                        ADMIN,
                        "{\"items\":[{\"from\":{\"everyone\":true},\"to\":{\"everyone\":false,\"departments\":[$department]},"
                                + "\"ways\":[\"APP\"]}]}"),
                row("GET /api/admin/ding/protected", ADMIN),
                row(
                        "PUT /api/admin/ding/protected/{memberId}",
                        ADMIN,
                        shield,
                        "{\"mode\":\"REFUSE\",\"senderIds\":[$member]}"),
                row("DELETE /api/admin/ding/protected/{memberId}", ADMIN, shield, null),
                row("GET /api/admin/ding/audit", ADMIN),
                row(
                        "GET /api/admin/ding/statistics",
                        ADMIN,
                        "/api/admin/ding/statistics?from=2026-01-01&until=2026-01-02",
                        null));
    }
}
