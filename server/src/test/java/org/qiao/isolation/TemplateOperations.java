package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of approval templates. */
final class TemplateOperations {

    private static final String CONTENT =
            "{\"name\":\"x\",\"icon\":\"form\",\"description\":\"\",\"form\":{\"fields\":[]},"
                    + "\"route\":{\"nodes\":[]},\"settings\":{\"mayRevoke\":true,\"mayUndo\":true,\"comments\":\"READERS\","
                    + "\"numbering\":{\"prefix\":\"X\",\"period\":\"DAY\",\"digits\":4},\"summary\":[],\"administratorId\":$member}}";

    private TemplateOperations() {}

    static List<Operation> all() {
        String template = "/api/admin/approval-templates/$template";
        String group = "/api/admin/approval-template-groups/$templateGroup";
        return List.of(
                row("GET /api/approval-templates", MEMBER),
                row("GET /api/approval-templates/{id}", MEMBER, "/api/approval-templates/$template", null),
                row(
                        "GET /api/approval-templates/{id}/choices",
                        MEMBER,
                        "/api/approval-templates/$template/choices",
                        null),
                row("GET /api/admin/approval-templates", ADMIN),
                row(
                        "POST /api/admin/approval-templates",
                        ADMIN,
                        "{\"name\":\"x\",\"icon\":\"form\",\"groupId\":$templateGroup,\"copyOf\":$template}"),
                row(
                        "PUT /api/admin/approval-templates/order",
                        ADMIN,
                        "{\"sections\":[{\"groupId\":$templateGroup,\"templates\":[$template]}]}"),
                row("GET /api/admin/approval-templates/{id}", ADMIN, template, null),
                row("DELETE /api/admin/approval-templates/{id}", ADMIN, template, null),
                row("POST /api/admin/approval-templates/{id}/stop", ADMIN, template + "/stop", "{}"),
                row("POST /api/admin/approval-templates/{id}/restore", ADMIN, template + "/restore", "{}"),
                row(
                        "PUT /api/admin/approval-templates/{id}/access",
                        ADMIN,
                        template + "/access",
                        "{\"start\":{\"everyone\":false,\"departments\":[$department],\"roles\":[$role],\"members\":[$member]},"
                                + "\"managers\":[$member],\"dataManagers\":[$member]}"),
                row("GET /api/admin/approval-templates/{id}/draft", ADMIN, template + "/draft", null),
                row(
                        "PUT /api/admin/approval-templates/{id}/draft",
                        ADMIN,
                        template + "/draft",
                        "{\"revision\":1,\"content\":" + CONTENT + "}"),
                row("POST /api/admin/approval-templates/{id}/check", ADMIN, template + "/check", CONTENT),
                row(
                        "POST /api/admin/approval-templates/{id}/publish",
                        ADMIN,
                        template + "/publish",
                        "{\"revision\":1}"),
                row("GET /api/admin/approval-templates/{id}/versions", ADMIN, template + "/versions", null),
                row("GET /api/admin/approval-templates/{id}/versions/{number}", ADMIN, template + "/versions/1", null),
                row("GET /api/admin/approval-template-groups", ADMIN),
                row("POST /api/admin/approval-template-groups", ADMIN, "{\"name\":\"x\"}"),
                row("PUT /api/admin/approval-template-groups/{id}", ADMIN, group, "{\"name\":\"x\"}"),
                row("DELETE /api/admin/approval-template-groups/{id}", ADMIN, group, null));
    }
}
