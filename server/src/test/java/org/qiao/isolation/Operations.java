package org.qiao.isolation;

import static org.qiao.isolation.Access.ACCOUNT;
import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.OWNER;
import static org.qiao.isolation.Access.PARTICIPANT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row for every HTTP operation. Slots are filled from {@link Victim}. */
final class Operations {

    private Operations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>();
        rows.addAll(accountRows());
        rows.addAll(onboardingRows());
        rows.addAll(directoryRows());
        rows.addAll(importRows());
        rows.addAll(fileRows());
        rows.addAll(messagingRows());
        rows.addAll(noticeRows());
        rows.addAll(simulationRows());
        rows.addAll(DingOperations.all());
        rows.addAll(ApprovalOperations.all());
        rows.addAll(CalendarOperations.all());
        rows.addAll(TemplateOperations.all());
        rows.addAll(ReportOperations.all());
        rows.addAll(MessageNoticeOperations.all());
        rows.addAll(OpenOperations.all());
        rows.addAll(CustomerProfileOperations.all());
        rows.addAll(pushRows());
        rows.addAll(GuestOperations.all());
        rows.addAll(HandOverOperations.all());
        rows.addAll(PrivacyOperations.all());
        rows.addAll(ProductOperations.all());
        rows.addAll(MaterialOperations.all());
        rows.addAll(GuardOperations.all());
        rows.addAll(GroupOperations.all());
        rows.addAll(CustomerOperations.all());
        rows.addAll(CustomerCareOperations.all());
        rows.addAll(MassOperations.all());
        rows.addAll(MomentOperations.all());
        return rows;
    }

    private static List<Operation> accountRows() {
        return List.of(
                row("POST /api/session", OPEN, "{\"login\":\"\",\"password\":\"\"}"),
                row("GET /api/session", ACCOUNT),
                row("DELETE /api/session", ACCOUNT),
                row("PUT /api/session/company", ACCOUNT, "{\"orgId\":$org}"),
                row("GET /api/devices", ACCOUNT),
                row("DELETE /api/devices/{id}", ACCOUNT, "/api/devices/$device", null),
                row("PUT /api/account", ACCOUNT, "{\"theme\":\"DARK\"}"),
                row(
                        "PUT /api/account/password",
                        ACCOUNT,
                        "{\"current\":\"wrong-one\",\"next\":\"another-long-password\"}"),
                row("GET /api/socket", ACCOUNT));
    }

    private static List<Operation> onboardingRows() {
        return List.of(
                row("GET /api/setup", OPEN),
                row("POST /api/setup/company", OPEN, "{}"),
                row("POST /api/setup/sample", OPEN, "{}"),
                row("POST /api/companies", ACCOUNT, "{\"name\":\"\",\"memberName\":\"\"}"),
                row("GET /api/links/{token}", OPEN, "/api/links/unknown-token", null),
                row("POST /api/links/{token}", OPEN, "/api/links/unknown-token", "{}"),
                row("POST /api/members/{id}/reset-link", ADMIN, "/api/members/$member/reset-link", null),
                row("GET /api/invitations", MEMBER),
                row(
                        "POST /api/invitations",
                        ADMIN,
                        "{\"departmentId\":$department,\"expiresInHours\":24,\"approval\":true}"),
                row("DELETE /api/invitations/{id}", ADMIN, "/api/invitations/$invitation", null),
                row("GET /api/invitations/{id}/qr.svg", ADMIN, "/api/invitations/$invitation/qr.svg", null),
                row("GET /api/join/{token}", OPEN, "/api/join/unknown-token", null),
                row("POST /api/join/{token}", OPEN, "/api/join/unknown-token", "{\"name\":\"x\"}"),
                row("GET /api/join-requests", ADMIN),
                row(
                        "POST /api/join-requests/{id}/decision",
                        ADMIN,
                        "/api/join-requests/$joinRequest/decision",
                        "{\"accept\":true}"));
    }

    private static List<Operation> directoryRows() {
        return List.of(
                row("GET /api/admin", MEMBER),
                row("GET /api/admin/system", ADMIN),
                row("GET /api/org", MEMBER),
                row(
                        "PUT /api/org",
                        ADMIN,
                        "{\"name\":\"x\",\"zone\":\"Asia/Shanghai\",\"locale\":\"zh-CN\",\"settings\":{}}"),
                row("PUT /api/org/owner", OWNER, "{\"memberId\":$member}"),
                row("GET /api/departments", MEMBER),
                row("POST /api/departments", ADMIN, "{\"parentId\":$department,\"name\":\"new\"}"),
                row(
                        "PUT /api/departments/{id}",
                        ADMIN,
                        "/api/departments/$department",
                        "{\"name\":\"x\",\"headId\":null,\"position\":1}"),
                row(
                        "POST /api/departments/{id}/move",
                        ADMIN,
                        "/api/departments/$department/move",
                        "{\"parentId\":$root,\"position\":1}"),
                row("DELETE /api/departments/{id}", ADMIN, "/api/departments/$department", null),
                row("GET /api/departments/{id}/members", MEMBER, "/api/departments/$department/members", null),
                row("GET /api/members", ADMIN),
                row("POST /api/members", ADMIN, "{\"name\":\"x\",\"departments\":[{\"id\":$department}]}"),
                row("GET /api/members/{id}", MEMBER, "/api/members/$member", null),
                row(
                        "PUT /api/members/{id}",
                        ADMIN,
                        "/api/members/$member",
                        "{\"name\":\"x\",\"departments\":[{\"id\":$department}]}"),
                row("PUT /api/members/{id}/state", ADMIN, "/api/members/$member/state", "{\"state\":\"DISABLED\"}"),
                row(
                        "PUT /api/members/{id}/grant",
                        ADMIN,
                        "/api/members/$member/grant",
                        "{\"grant\":\"ADMIN\",\"departmentIds\":[]}"),
                row("GET /api/members/{id}/grant", ADMIN, "/api/members/$member/grant", null),
                row("GET /api/members/search", MEMBER, "/api/members/search?q=VICTIM", null),
                row("POST /api/cards", MEMBER, "{\"ids\":[$member]}"),
                row("PUT /api/profile", MEMBER, "{\"alias\":\"\",\"avatarFileId\":$file}"),
                row("GET /api/members/{id}/avatar", MEMBER, "/api/members/$member/avatar", null),
                row("GET /api/roles", MEMBER),
                row("POST /api/roles", ADMIN, "{\"name\":\"x\",\"group\":\"y\"}"),
                row("PUT /api/roles/{id}", ADMIN, "/api/roles/$role", "{\"name\":\"x\",\"group\":\"y\"}"),
                row("DELETE /api/roles/{id}", ADMIN, "/api/roles/$role", null),
                row("GET /api/roles/{id}/members", MEMBER, "/api/roles/$role/members", null),
                row(
                        "PUT /api/roles/{id}/members",
                        ADMIN,
                        "/api/roles/$role/members",
                        "{\"add\":[$member],\"remove\":[]}"));
    }

    private static List<Operation> importRows() {
        return List.of(
                row("POST /api/imports", ADMIN, "/api/imports?name=x.csv", "text"),
                row("GET /api/imports/{id}", ADMIN, "/api/imports/$import", null),
                row("GET /api/imports/{id}/problems", ADMIN, "/api/imports/$import/problems", null),
                row("POST /api/imports/{id}/run", ADMIN, "/api/imports/$import/run", "{\"skipBad\":true}"),
                row("GET /api/imports/template.xlsx", ADMIN),
                row("GET /api/members/export", ADMIN, "/api/members/export?format=csv", null));
    }

    private static List<Operation> fileRows() {
        return List.of(
                row("POST /api/files", MEMBER, "/api/files?name=x.txt", "text"),
                row("GET /api/files/{id}", PARTICIPANT, "/api/files/$file", null),
                row("GET /files/{ticket}", OPEN, "/files/unknown-ticket", null));
    }

    private static List<Operation> messagingRows() {
        String conversation = "/api/conversations/$conversation";
        return List.of(
                row("GET /api/conversations", MEMBER),
                row("POST /api/conversations", MEMBER, "{\"kind\":\"DIRECT\",\"memberId\":$member}"),
                row("GET /api/conversations/{id}", PARTICIPANT, conversation, null),
                row("PUT /api/conversations/{id}", PARTICIPANT, conversation, "{\"title\":\"x\",\"settings\":null}"),
                row("DELETE /api/conversations/{id}", PARTICIPANT, conversation, null),
                row("GET /api/conversations/{id}/members", PARTICIPANT, conversation + "/members", null),
                row(
                        "POST /api/conversations/{id}/members",
                        PARTICIPANT,
                        conversation + "/members",
                        "{\"memberIds\":[$member]}"),
                row(
                        "DELETE /api/conversations/{id}/members/{memberId}",
                        PARTICIPANT,
                        conversation + "/members/$member",
                        null),
                row(
                        "PUT /api/conversations/{id}/members/{memberId}/role",
                        PARTICIPANT,
                        conversation + "/members/$member/role",
                        "{\"role\":\"ADMIN\"}"),
                row(
                        "PUT /api/conversations/{id}/owner",
                        PARTICIPANT,
                        conversation + "/owner",
                        "{\"memberId\":$member}"),
                row("GET /api/conversations/{id}/entries", PARTICIPANT, conversation + "/entries", null),
                row(
                        "POST /api/conversations/{id}/messages",
                        PARTICIPANT,
                        conversation + "/messages",
                        "{\"key\":\"stranger\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\"}}"),
                row(
                        "POST /api/conversations/{id}/recalls",
                        PARTICIPANT,
                        conversation + "/recalls",
                        "{\"key\":\"stranger\",\"target\":$entry}"),
                row("PUT /api/conversations/{id}/read", PARTICIPANT, conversation + "/read", "{\"seq\":$entry}"),
                row("GET /api/conversations/{id}/receipts", PARTICIPANT, conversation + "/receipts?seqs=$entry", null),
                row(
                        "GET /api/conversations/{id}/entries/{seq}/readers",
                        PARTICIPANT,
                        conversation + "/entries/$entry/readers?state=unread",
                        null),
                row(
                        "PUT /api/conversations/{id}/preferences",
                        PARTICIPANT,
                        conversation + "/preferences",
                        "{\"muted\":true,\"pinned\":true}"),
                row("GET /api/conversations/{id}/files", PARTICIPANT, conversation + "/files", null),
                row(
                        "POST /api/conversations/{id}/entries/{seq}/ticket",
                        PARTICIPANT,
                        conversation + "/entries/$entry/ticket",
                        null),
                row(
                        "GET /api/conversations/{id}/entries/{seq}/thumbnail",
                        PARTICIPANT,
                        conversation + "/entries/$entry/thumbnail",
                        null),
                row("GET /api/sync", MEMBER));
    }

    private static List<Operation> noticeRows() {
        String channel = "/api/admin/notice/channels/EMAIL";
        return List.of(
                row("GET /api/admin/notice/channels", ADMIN),
                row(
                        "PUT /api/admin/notice/channels/{channel}",
                        ADMIN,
                        "/api/admin/notice/channels/SMS",
                        "{\"kind\":\"SIMULATED_SMS\",\"settings\":{},\"enabled\":true}"),
                row("DELETE /api/admin/notice/channels/{channel}", ADMIN, channel, null),
                row(
                        "PUT /api/admin/notice/channels/{channel}/enabled",
                        ADMIN,
                        channel + "/enabled",
                        "{\"enabled\":true}"),
                row("POST /api/admin/notice/channels/{channel}/test", ADMIN, channel + "/test", "{}"),
                row("GET /api/admin/notice/orders", ADMIN),
                row("GET /api/admin/notice/orders/{id}", ADMIN, "/api/admin/notice/orders/$order", null),
                row("POST /api/admin/notice/orders/{id}/retry", ADMIN, "/api/admin/notice/orders/$order/retry", null),
                row("GET /api/admin/notice/usage", ADMIN),
                row("GET /api/admin/notice/sms-callback", ADMIN),
                row("POST /api/admin/notice/sms-callback", ADMIN),
                row("DELETE /api/admin/notice/sms-callback", ADMIN),
                row("POST /api/notice/callbacks/{token}", OPEN, "/api/notice/callbacks/unknown-token", "{}"));
    }

    private static List<Operation> simulationRows() {
        String phones = "/api/admin/notice/simulation/phones";
        return List.of(
                row("GET /api/admin/notice/simulation", ADMIN),
                row("PUT /api/admin/notice/simulation", ADMIN, "{\"on\":false}"),
                row("GET /api/admin/notice/simulation/phones", ADMIN),
                row(
                        "PUT /api/admin/notice/simulation/phones/{number}",
                        ADMIN,
                        phones + "/8613800138010",
                        "{\"on\":true,\"delivery\":\"NEVER\"}"),
                row(
                        "GET /api/admin/notice/simulation/phones/{number}/messages",
                        ADMIN,
                        phones + "/$phone/messages",
                        null),
                row(
                        "POST /api/admin/notice/simulation/phones/{number}/messages",
                        ADMIN,
                        phones + "/$phone/messages",
                        "{\"text\":\"1\"}"),
                row("GET /api/admin/notice/simulation/phones/{number}/calls", ADMIN, phones + "/$phone/calls", null),
                row(
                        "POST /api/admin/notice/simulation/calls/{id}",
                        ADMIN,
                        "/api/admin/notice/simulation/calls/$call",
                        "{\"action\":\"ANSWER\"}"));
    }

    private static List<Operation> pushRows() {
        return List.of(
                row("GET /api/notice/push-key", MEMBER),
                row(
                        "POST /api/notice/subscriptions",
                        MEMBER,
                        "{\"endpoint\":\"https://push.example.com/x\",\"p256dh\":\"\",\"auth\":\"\"}"),
                row(
                        "DELETE /api/notice/subscriptions/{id}",
                        PARTICIPANT,
                        "/api/notice/subscriptions/$subscription",
                        null));
    }

    static Operation row(String pattern, Access access) {
        return row(pattern, access, null);
    }

    static Operation row(String pattern, Access access, @Nullable String body) {
        return row(pattern, access, pattern.substring(pattern.indexOf(' ') + 1), body);
    }

    static Operation row(String pattern, Access access, String path, @Nullable String body) {
        return new Operation(pattern, access, path, body);
    }
}
