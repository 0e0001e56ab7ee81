package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.ArrayList;
import java.util.List;

/** The rows of work reports and their templates. */
final class ReportOperations {

    private static final String EDIT = "/api/admin/report-templates/$reportTemplate";
    private static final String WRITE = "/api/report-templates/$reportTemplate";
    private static final String REPORT = "/api/reports/$report";
    private static final String DAYS = "?template=$reportTemplate&from=2026-11-01&until=2026-11-30";
    private static final String CONTENT =
            "{\"name\":\"x\",\"icon\":\"daily\",\"description\":\"\",\"form\":{\"fields\":[{\"key\":\"a\",\"kind\":\"TEXT\","
                    + "\"label\":\"A\"}]},\"summary\":[],\"rules\":{\"cycle\":\"DAY\",\"must\":{\"everyone\":false,\"members\":"
                    + "[$member]},\"deadline\":null,\"late\":true,\"editMinutes\":60,\"recipients\":{\"members\":[$member],"
                    + "\"levels\":[],\"roles\":[$role],\"conversations\":[$conversation],\"choose\":true},\"before\":[],\"after\":[]}}";

    private ReportOperations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>(templates());
        rows.addAll(writing());
        rows.addAll(reading());
        rows.addAll(overview());
        return rows;
    }

    private static List<Operation> templates() {
        return List.of(
                row("GET /api/admin/report-templates", ADMIN),
                row(
                        "POST /api/admin/report-templates",
                        ADMIN,
                        "{\"name\":\"x\",\"icon\":\"daily\",\"copyOf\":$reportTemplate}"),
                row("PUT /api/admin/report-templates/order", ADMIN, "{\"ids\":[$reportTemplate]}"),
                row("GET /api/admin/report-templates/{id}", ADMIN, EDIT, null),
                row("PUT /api/admin/report-templates/{id}", ADMIN, EDIT, "{\"version\":1,\"content\":" + CONTENT + "}"),
                row("DELETE /api/admin/report-templates/{id}", ADMIN, EDIT, null),
                row("POST /api/admin/report-templates/{id}/check", ADMIN, EDIT + "/check", CONTENT),
                row("POST /api/admin/report-templates/{id}/stop", ADMIN, EDIT + "/stop", "{}"),
                row("POST /api/admin/report-templates/{id}/restore", ADMIN, EDIT + "/restore", "{}"),
                row(
                        "PUT /api/admin/report-templates/{id}/access",
                        ADMIN,
                        EDIT + "/access",
                        "{\"write\":{\"everyone\":false,\"departments\":[$department],\"roles\":[$role],\"members\":[$member]},"
                                + "\"managers\":[$member],\"dataManagers\":[$member]}"),
                row("GET /api/admin/report-templates/{id}/versions", ADMIN, EDIT + "/versions", null),
                row("GET /api/admin/report-templates/{id}/versions/{number}", ADMIN, EDIT + "/versions/1", null));
    }

    private static List<Operation> writing() {
        return List.of(
                row("GET /api/report-templates", MEMBER),
                row("GET /api/report-templates/{id}", MEMBER, WRITE, null),
                row("GET /api/report-templates/{id}/last", MEMBER, WRITE + "/last", null),
                row("GET /api/report-templates/{id}/facts", MEMBER, WRITE + "/facts", null),
                row("GET /api/report-templates/{id}/draft", MEMBER, WRITE + "/draft", null),
                row(
                        "PUT /api/report-templates/{id}/draft",
                        MEMBER,
                        WRITE + "/draft",
                        "{\"version\":1,\"values\":{},\"recipients\":[$member],\"conversations\":[$conversation]}"),
                row("DELETE /api/report-templates/{id}/draft", MEMBER, WRITE + "/draft", null),
                row(
                        "POST /api/reports",
                        MEMBER,
                        "{\"key\":\"stranger\",\"templateId\":$reportTemplate,\"version\":1,\"values\":{},"
                                + "\"recipients\":[$member],\"conversations\":[$conversation]}"));
    }

    private static List<Operation> reading() {
        return List.of(
                row("PUT /api/reports/{id}", PARTICIPANT, REPORT, "{\"version\":1,\"values\":{}}"),
                row("DELETE /api/reports/{id}", PARTICIPANT, REPORT, null),
                row("GET /api/reports", MEMBER, "/api/reports?box=ALL", null),
                row("GET /api/reports/summary", MEMBER),
                row("POST /api/reports/reads", MEMBER, "{\"ids\":[$report]}"),
                row("GET /api/reports/{id}", PARTICIPANT, REPORT, null),
                row("GET /api/reports/{id}/card", PARTICIPANT, REPORT + "/card", null),
                row("POST /api/reports/{id}/files/{fileId}", PARTICIPANT, REPORT + "/files/$file", null),
                row("GET /api/reports/{id}/versions", PARTICIPANT, REPORT + "/versions", null),
                row("GET /api/reports/{id}/versions/{number}", PARTICIPANT, REPORT + "/versions/1", null),
                row("GET /api/reports/{id}/readers", PARTICIPANT, REPORT + "/readers", null),
                row("PUT /api/reports/{id}/like", PARTICIPANT, REPORT + "/like", "{}"),
                row("DELETE /api/reports/{id}/like", PARTICIPANT, REPORT + "/like", null),
                row("GET /api/reports/{id}/likes", PARTICIPANT, REPORT + "/likes", null),
                row("GET /api/reports/{id}/comments", PARTICIPANT, REPORT + "/comments", null),
                row(
                        "POST /api/reports/{id}/comments",
                        PARTICIPANT,
                        REPORT + "/comments",
                        "{\"key\":\"stranger\",\"text\":\"x\",\"mentions\":[$member]}"),
                row(
                        "DELETE /api/reports/{id}/comments/{commentId}",
                        PARTICIPANT,
                        REPORT + "/comments/$reportComment",
                        null),
                row(
                        "POST /api/reports/{id}/shares",
                        PARTICIPANT,
                        REPORT + "/shares",
                        "{\"conversationId\":$conversation}"));
    }

    private static List<Operation> overview() {
        return List.of(
                row("GET /api/report-overviews", MEMBER),
                row("GET /api/report-templates/{id}/periods", PARTICIPANT, WRITE + "/periods", null),
                row("GET /api/report-templates/{id}/overview", PARTICIPANT, WRITE + "/overview", null),
                row(
                        "POST /api/report-templates/{id}/dings",
                        PARTICIPANT,
                        WRITE + "/dings",
                        "{\"key\":\"stranger\",\"day\":\"2026-11-20\",\"members\":[$member]}"),
                row("GET /api/report-statistics", PARTICIPANT, "/api/report-statistics" + DAYS, null),
                row("GET /api/report-statistics/people", PARTICIPANT, "/api/report-statistics/people" + DAYS, null),
                row(
                        "GET /api/report-statistics/fields",
                        PARTICIPANT,
                        "/api/report-statistics/fields" + DAYS + "&field=a",
                        null),
                row("GET /api/reports/export.xlsx", MEMBER));
    }
}
