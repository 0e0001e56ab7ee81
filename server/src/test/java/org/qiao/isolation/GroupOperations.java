package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.ArrayList;
import java.util.List;

/** The rows of groups with customers, their codes and rules: a colleague outside the group sees nothing of it, nor does another customer. */
final class GroupOperations {

    private static final String DAYS = "?from=2026-01-01&until=2026-01-02";
    private static final String CODE = "{\"title\":\"x\",\"remark\":\"\",\"state\":\"\",\"groupIds\":[$customerGroup],"
            + "\"autoCreate\":false,\"baseName\":\"\",\"nextNumber\":1,\"autoMost\":1,\"tags\":[],\"version\":1}";
    private static final String RULE =
            "{\"name\":\"x\",\"groups\":[$customerGroup],\"on\":true,\"version\":1,\"content\":"
                    + "{\"words\":[\"x\"],\"links\":false,\"allowed\":[],\"phones\":false,\"pictures\":false,\"qr\":false,"
                    + "\"action\":\"WARN\",\"muteMinutes\":1,\"strikes\":1}}";

    private GroupOperations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>();
        rows.addAll(groupRows());
        rows.addAll(peopleRows());
        rows.addAll(codeRows());
        rows.addAll(guardRows());
        rows.addAll(visitRows());
        return rows;
    }

    private static List<Operation> groupRows() {
        String group = "/api/customer-groups/$customerGroup";
        return List.of(
                row("GET /api/customer-groups", MEMBER),
                row("POST /api/customer-groups", MEMBER, "{\"title\":\"x\",\"customerIds\":[$guest],\"key\":\"k\"}"),
                row("GET /api/customer-groups/{id}", PARTICIPANT, group, null),
                row(
                        "GET /api/customer-groups/of-conversation/{conversationId}",
                        PARTICIPANT,
                        "/api/customer-groups/of-conversation/$groupConversation",
                        null),
                row("PUT /api/customer-groups/{id}/title", PARTICIPANT, group + "/title", "{\"title\":\"x\"}"),
                row(
                        "PUT /api/customer-groups/{id}/notice",
                        PARTICIPANT,
                        group + "/notice",
                        "{\"text\":\"x\",\"announce\":true}"),
                row(
                        "PUT /api/customer-groups/{id}/settings",
                        PARTICIPANT,
                        group + "/settings",
                        "{\"nameLocked\":false,\"mutedAll\":true,\"replies\":[],\"version\":1}"),
                row("PUT /api/customer-groups/{id}/owner", PARTICIPANT, group + "/owner", "{\"memberId\":$member}"),
                row("DELETE /api/customer-groups/{id}", PARTICIPANT, group, null),
                row("GET /api/customer-groups/{id}/statistics", PARTICIPANT, group + "/statistics" + DAYS, null),
                row("GET /api/customer-groups/{id}/failures", PARTICIPANT, group + "/failures", null),
                row(
                        "POST /api/customer-groups/{id}/failures/{failureId}/retry",
                        PARTICIPANT,
                        group + "/failures/$groupFailure/retry",
                        null),
                row("GET /api/customer-groups/statistics", MEMBER, "/api/customer-groups/statistics" + DAYS, null),
                row("GET /api/customer-groups/settings", MEMBER),
                row(
                        "PUT /api/admin/customer-groups/settings",
                        ADMIN,
                        "{\"most\":10,\"perOwner\":1,\"welcomeSeconds\":0,\"membersMayOpen\":true}"),
                row(
                        "GET /api/handovers/leavers/{id}/groups",
                        PARTICIPANT,
                        "/api/handovers/leavers/$leaver/groups",
                        null),
                row(
                        "POST /api/handovers/leavers/{id}/groups",
                        PARTICIPANT,
                        "/api/handovers/leavers/$leaver/groups",
                        "{\"takerId\":$member,\"groupIds\":[$customerGroup]}"));
    }

    private static List<Operation> peopleRows() {
        String members = "/api/customer-groups/$customerGroup/members";
        String person = members + "/$guest";
        return List.of(
                row("GET /api/customer-groups/{id}/members", PARTICIPANT, members, null),
                row("POST /api/customer-groups/{id}/members", PARTICIPANT, members, "{\"staffIds\":[$member]}"),
                row("DELETE /api/customer-groups/{id}/members/{personId}", PARTICIPANT, person, null),
                row(
                        "PUT /api/customer-groups/{id}/members/{personId}/role",
                        PARTICIPANT,
                        members + "/$member/role",
                        "{\"role\":\"ADMIN\"}"),
                row(
                        "PUT /api/customer-groups/{id}/members/{personId}/mute",
                        PARTICIPANT,
                        person + "/mute",
                        "{\"minutes\":5}"),
                row(
                        "POST /api/customer-groups/{id}/members/{personId}/block",
                        PARTICIPANT,
                        person + "/block",
                        "{\"reason\":\"x\"}"),
                row("GET /api/customer-groups/{id}/log", PARTICIPANT, "/api/customer-groups/$customerGroup/log", null));
    }

    private static List<Operation> codeRows() {
        String code = "/api/customer-group-codes/$groupCode";
        return List.of(
                row("GET /api/customer-group-codes", MEMBER),
                row("POST /api/customer-group-codes", MEMBER, CODE),
                row("GET /api/customer-group-codes/{id}", PARTICIPANT, code, null),
                row("PUT /api/customer-group-codes/{id}", PARTICIPANT, code, CODE),
                row("DELETE /api/customer-group-codes/{id}", PARTICIPANT, code, null),
                row("GET /api/customer-group-codes/{id}/qr.svg", PARTICIPANT, code + "/qr.svg", null),
                row("GET /api/customer-group-codes/{id}/qr.png", PARTICIPANT, code + "/qr.png", null));
    }

    private static List<Operation> guardRows() {
        String rule = "/api/customer-group-rules/$groupRule";
        String block = "/api/customer-group-blocks/$guest";
        return List.of(
                row("GET /api/customer-group-rules", MEMBER),
                row("POST /api/customer-group-rules", MEMBER, RULE),
                row("PUT /api/customer-group-rules/{id}", PARTICIPANT, rule, RULE),
                row("DELETE /api/customer-group-rules/{id}", PARTICIPANT, rule, null),
                row("GET /api/customer-group-blocks", ADMIN),
                row("POST /api/customer-group-blocks/{customerId}", ADMIN, block, "{\"reason\":\"x\"}"),
                row("DELETE /api/customer-group-blocks/{customerId}", ADMIN, block, null));
    }

    private static List<Operation> visitRows() {
        String group = "/api/visit/groups/$customerGroup";
        return List.of(
                row("GET /api/visit/group-codes/{code}", OPEN, "/api/visit/group-codes/unknown00000", null),
                row(
                        "POST /api/visit/group-codes/{code}/joins",
                        OPEN,
                        "/api/visit/group-codes/unknown00000/joins",
                        "{\"consent\":1}"),
                row("GET /api/visit/groups", GUEST),
                row("GET /api/visit/groups/{id}", GUEST, group, null),
                row("GET /api/visit/groups/{id}/people", GUEST, group + "/people?ids=$member", null),
                row(
                        "GET /api/visit/groups/{id}/people/{personId}/picture",
                        GUEST,
                        group + "/people/$guest/picture",
                        null),
                row("POST /api/visit/groups/{id}/report", GUEST, group + "/report", "{\"reason\":\"SPAM\"}"),
                row("GET /api/visit/groups/{id}/telling", GUEST, group + "/telling", null),
                row("PUT /api/visit/groups/{id}/telling", GUEST, group + "/telling", "{\"quiet\":true}"),
                row("DELETE /api/visit/groups/{id}/me", GUEST, group + "/me", null));
    }
}
