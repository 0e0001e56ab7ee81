package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.ArrayList;
import java.util.List;

/** The rows of customers, codes and the customers' own page. */
final class CustomerOperations {

    private static final String CONTENT =
            "{\"people\":[{\"memberId\":$member}],\"skipVerify\":true,\"exclusive\":false}";
    private static final String WAY =
            "{\"title\":\"x\",\"remark\":\"\",\"state\":\"\",\"content\":" + CONTENT + ",\"version\":1}";

    private CustomerOperations() {}

    static List<Operation> all() {
        List<Operation> rows = new ArrayList<>();
        rows.addAll(staffRows());
        rows.addAll(wayRows());
        rows.addAll(adminRows());
        rows.addAll(visitRows());
        return rows;
    }

    private static List<Operation> staffRows() {
        String customer = "/api/customers/$guest";
        String relation = "/api/customer-relations/$relation";
        return List.of(
                row("GET /api/customers", MEMBER),
                row("GET /api/customers/{id}", PARTICIPANT, customer, null),
                row(
                        "GET /api/customers/of-thread/{conversationId}",
                        PARTICIPANT,
                        "/api/customers/of-thread/$thread",
                        null),
                row("GET /api/customers/{id}/merges", PARTICIPANT, customer + "/merges", null),
                row("POST /api/customers/{id}/block", PARTICIPANT, customer + "/block", "{}"),
                row("DELETE /api/customers/{id}/block", PARTICIPANT, customer + "/block", null),
                row("POST /api/customer-merges/{id}/undo", PARTICIPANT, "/api/customer-merges/$merge/undo", null),
                row(
                        "PUT /api/customer-relations/{id}/remark",
                        PARTICIPANT,
                        relation + "/remark",
                        "{\"text\":\"x\",\"description\":\"\",\"company\":\"\",\"phones\":[]}"),
                row("POST /api/customer-relations/{id}/end", PARTICIPANT, relation + "/end", null),
                row("POST /api/customer-relations/{id}/resume", PARTICIPANT, relation + "/resume", null));
    }

    private static List<Operation> wayRows() {
        String way = "/api/contact-ways/$way";
        return List.of(
                row("GET /api/contact-ways", MEMBER),
                row("POST /api/contact-ways", MEMBER, WAY),
                row("GET /api/contact-ways/{id}", PARTICIPANT, way, null),
                row("PUT /api/contact-ways/{id}", PARTICIPANT, way, WAY),
                row("DELETE /api/contact-ways/{id}", PARTICIPANT, way, null),
                row(
                        "GET /api/contact-ways/{id}/statistics",
                        PARTICIPANT,
                        way + "/statistics?from=2026-01-01&until=2026-01-02",
                        null),
                row("GET /api/contact-ways/{id}/qr.svg", PARTICIPANT, way + "/qr.svg", null),
                row("GET /api/contact-ways/{id}/qr.png", PARTICIPANT, way + "/qr.png", null),
                row("GET /api/my-card", MEMBER),
                row("POST /api/my-card", MEMBER, "{}"),
                row("PUT /api/my-card", MEMBER, "{\"title\":\"\",\"needs\":[],\"autoReply\":\"\",\"skipVerify\":true}"),
                row("GET /api/my-card/qr.svg", MEMBER),
                row("GET /api/my-card/qr.png", MEMBER),
                row("GET /api/customer-waits", MEMBER),
                row("POST /api/customer-waits/{id}/take", PARTICIPANT, "/api/customer-waits/$wait/take", "{}"),
                row("POST /api/customer-waits/{id}/refuse", PARTICIPANT, "/api/customer-waits/$wait/refuse", null));
    }

    private static List<Operation> adminRows() {
        return List.of(
                row("GET /api/admin/customers/settings", ADMIN),
                row(
                        "PUT /api/admin/customers/settings",
                        ADMIN,
                        "{\"range\":{\"everyone\":true},\"perMember\":1,\"perCompany\":1,\"verifiedName\":\"\","
                                + "\"attributes\":[]}"),
                row("GET /api/admin/customers/blocked", ADMIN),
                row("GET /api/admin/customers/farewells", ADMIN),
                row("GET /api/admin/customers/host-keys", ADMIN),
                row("POST /api/admin/customers/host-keys", ADMIN, "{}"),
                row(
                        "DELETE /api/admin/customers/host-keys/{id}",
                        ADMIN,
                        "/api/admin/customers/host-keys/$hostKey",
                        null));
    }

    private static List<Operation> visitRows() {
        String thread = "/api/visit/me/threads/$relation";
        return List.of(
                row("GET /api/visit/ways/{code}", OPEN, "/api/visit/ways/unknown00000", null),
                row(
                        "GET /api/visit/ways/{code}/people/{id}/avatar",
                        OPEN,
                        "/api/visit/ways/unknown00000/people/$member/avatar",
                        null),
                row("POST /api/visit/ways/{code}/opens", OPEN, "/api/visit/ways/unknown00000/opens", "{\"consent\":1}"),
                row("GET /api/visit/me", GUEST),
                row("PUT /api/visit/me", GUEST, "{\"name\":\"x\",\"replyByEmail\":false}"),
                row("PUT /api/visit/me/consent", GUEST, "{\"version\":9}"),
                row("POST /api/visit/me/codes", GUEST, "{\"channel\":\"EMAIL\",\"address\":\"x@example.com\"}"),
                row("POST /api/visit/me/codes/{id}", GUEST, "/api/visit/me/codes/$visitCode", "{\"code\":\"000000\"}"),
                row("POST /api/visit/me/host", GUEST, "{\"jwt\":\"x\"}"),
                row("DELETE /api/visit/me/device", GUEST),
                row("GET /api/visit/push", GUEST),
                row(
                        "POST /api/visit/push/subscriptions",
                        GUEST,
                        "{\"endpoint\":\"https://push.example.com/x\",\"p256dh\":\"\",\"auth\":\"\"}"),
                row(
                        "DELETE /api/visit/push/subscriptions/{id}",
                        GUEST,
                        "/api/visit/push/subscriptions/$visitSubscription",
                        null),
                row("GET /api/visit/me/threads/{relationId}", GUEST, thread, null),
                row("POST /api/visit/me/threads/{relationId}/block", GUEST, thread + "/block", "{}"));
    }
}
