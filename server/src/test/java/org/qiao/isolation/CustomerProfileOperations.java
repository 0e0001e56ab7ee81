package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.ArrayList;
import java.util.List;

/** The rows of customers' profiles and of what is written down about them: a colleague who does not serve the customer is a stranger. */
final class CustomerProfileOperations {

    private static final String CUSTOMER = "/api/customers/$crmCustomer";
    private static final String GROUP = "/api/admin/customer-tag-groups/$crmTagGroup";
    private static final String NOTE = "/api/customer-notes/$crmNote";
    private static final String TASK = "/api/customer-tasks/$crmTask";
    private static final String SEGMENT = "{\"name\":\"x\",\"company\":false,\"scope\":\"MINE\",\"order\":\"ACTIVE\","
            + "\"filter\":{}}"; // what is sent is answered: ids in it would tell nothing
    private static final String REPLY = "{\"title\":\"x\",\"text\":\"x\",\"team\":false}";
    private static final String TASK_BODY = "{\"text\":\"x\",\"dueAt\":\"2026-12-24T00:00:00Z\",\"assignee\":$member}";

    private CustomerProfileOperations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>(tags());
        rows.addAll(profiles());
        rows.addAll(lists());
        rows.addAll(followUps());
        rows.addAll(imports());
        rows.addAll(tagRules());
        return rows;
    }

    private static List<Operation> imports() {
        String all = "/api/admin/customer-imports";
        String one = all + "/$crmImport";
        return List.of(
                row("POST /api/admin/customer-imports", ADMIN, all + "?name=x.csv", "name,phone\nx,1\n"),
                row("GET /api/admin/customer-imports", ADMIN),
                row("GET /api/admin/customer-imports/template.xlsx", ADMIN),
                row("GET /api/admin/customer-imports/{id}", ADMIN, one, null),
                row("GET /api/admin/customer-imports/{id}/rows", ADMIN, one + "/rows", null),
                row("GET /api/admin/customer-imports/{id}/result.xlsx", ADMIN, one + "/result.xlsx", null),
                row("POST /api/admin/customer-imports/{id}/start", ADMIN, one + "/start", "{\"known\":\"SKIP\"}"),
                row("POST /api/admin/customer-imports/{id}/cancel", ADMIN, one + "/cancel", null));
    }

    private static List<Operation> tagRules() {
        String one = "/api/admin/customer-tag-rules/$crmTagRule";
        String body =
                "{\"name\":\"x\",\"kind\":\"KEYWORD\",\"words\":[\"x\"],\"tags\":[$crmCompanyTag],\"takeBack\":false,"
                        + "\"active\":false,\"version\":0}";
        return List.of(
                row("GET /api/admin/customer-tag-rules", ADMIN),
                row("POST /api/admin/customer-tag-rules", ADMIN, body),
                row("PUT /api/admin/customer-tag-rules/{id}", ADMIN, one, body),
                row("DELETE /api/admin/customer-tag-rules/{id}", ADMIN, one, null));
    }

    private static List<Operation> tags() {
        return List.of(
                row("GET /api/customer-tags", MEMBER),
                row("POST /api/customer-tags", MEMBER, "{\"name\":\"x\"}"),
                row("PUT /api/customer-tags/{id}", PARTICIPANT, "/api/customer-tags/$crmTag", "{\"name\":\"x\"}"),
                row("DELETE /api/customer-tags/{id}", PARTICIPANT, "/api/customer-tags/$crmTag", null),
                row("POST /api/admin/customer-tag-groups", ADMIN, "{\"name\":\"x\",\"tags\":[{\"name\":\"x\"}]}"),
                row("PUT /api/admin/customer-tag-groups/{id}", ADMIN, GROUP, "{\"name\":\"x\",\"tags\":[]}"),
                row("DELETE /api/admin/customer-tag-groups/{id}", ADMIN, GROUP, null),
                row("PUT /api/admin/customer-tag-order", ADMIN, "{\"groups\":[$crmTagGroup]}"),
                row(
                        "PUT /api/customer-relations/{id}/tags",
                        PARTICIPANT,
                        "/api/customer-relations/$crmRelation/tags",
                        "{\"add\":[],\"remove\":[]}"),
                row(
                        "POST /api/customer-taggings",
                        PARTICIPANT,
                        "{\"relations\":[$crmRelation],\"add\":[],\"remove\":[]}"));
    }

    private static List<Operation> profiles() {
        return List.of(
                row("GET /api/customer-profile-settings", MEMBER),
                row(
                        "PUT /api/admin/customer-profile-settings",
                        ADMIN,
                        "{\"stages\":[{\"key\":\"unassigned\",\"name\":\"\",\"lost\":false}],\"attributes\":{\"fields\":[]},"
                                + "\"revision\":0}"),
                row("GET /api/customers/{id}/profile", PARTICIPANT, CUSTOMER + "/profile", null),
                row("PUT /api/customers/{id}/stage", PARTICIPANT, CUSTOMER + "/stage", "{\"stage\":\"deal\"}"),
                row(
                        "PUT /api/customers/{id}/attributes",
                        PARTICIPANT,
                        CUSTOMER + "/attributes",
                        "{\"values\":{},\"version\":0}"));
    }

    private static List<Operation> lists() {
        String all = "/api/customer-lists/ALL";
        return List.of(
                row("GET /api/customer-scopes", MEMBER),
                row("GET /api/customer-lists/{scope}", ADMIN, all, null),
                row("GET /api/customer-lists/{scope}/count", ADMIN, all + "/count", null),
                row("GET /api/customer-lists/{scope}/export.xlsx", ADMIN, all + "/export.xlsx", null),
                row("GET /api/customer-lists/{scope}/duplicates", ADMIN, all + "/duplicates", null),
                row("GET /api/admin/customer-exports", ADMIN),
                row("GET /api/customer-segments", MEMBER),
                row("POST /api/customer-segments", MEMBER, SEGMENT),
                row("PUT /api/customer-segments/{id}", PARTICIPANT, "/api/customer-segments/$crmSegment", SEGMENT),
                row("DELETE /api/customer-segments/{id}", PARTICIPANT, "/api/customer-segments/$crmSegment", null));
    }

    private static List<Operation> followUps() {
        return List.of(
                row("GET /api/customers/{id}/timeline", PARTICIPANT, CUSTOMER + "/timeline", null),
                row(
                        "POST /api/customers/{id}/notes",
                        PARTICIPANT,
                        CUSTOMER + "/notes",
                        "{\"text\":\"x\",\"files\":[$file]}"),
                row("PUT /api/customer-notes/{id}", PARTICIPANT, NOTE, "{\"text\":\"x\",\"files\":[$file]}"),
                row("DELETE /api/customer-notes/{id}", PARTICIPANT, NOTE, null),
                row("POST /api/customer-notes/{id}/files/{fileId}", PARTICIPANT, NOTE + "/files/$file", null),
                row("GET /api/customer-tasks", MEMBER),
                row("GET /api/customers/{id}/tasks", PARTICIPANT, CUSTOMER + "/tasks", null),
                row("POST /api/customers/{id}/tasks", PARTICIPANT, CUSTOMER + "/tasks", TASK_BODY),
                row("PUT /api/customer-tasks/{id}", PARTICIPANT, TASK, TASK_BODY),
                row("PUT /api/customer-tasks/{id}/done", PARTICIPANT, TASK + "/done", null),
                row("DELETE /api/customer-tasks/{id}/done", PARTICIPANT, TASK + "/done", null),
                row("DELETE /api/customer-tasks/{id}", PARTICIPANT, TASK, null),
                row("GET /api/canned-replies", MEMBER),
                row("POST /api/canned-replies", MEMBER, REPLY),
                row("PUT /api/canned-replies/{id}", PARTICIPANT, "/api/canned-replies/$crmReply", REPLY),
                row("DELETE /api/canned-replies/{id}", PARTICIPANT, "/api/canned-replies/$crmReply", null));
    }
}
