package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of customers' privacy: administrators ask for others, customers for themselves, and nobody opens what somebody else asked for. */
final class PrivacyOperations {

    private PrivacyOperations() {}

    static List<Operation> all() {
        String erasure = "/api/admin/privacy/erasures/$privacyErasure";
        String about = "{\"customerId\":$crmCustomer}";
        String line =
                "{\"activity\":\"x\",\"people\":\"\",\"data\":\"\",\"purpose\":\"\",\"basis\":\"\",\"recipients\":\"\","
                        + "\"retention\":\"\"}";
        String register = "/api/admin/privacy/register";
        return List.of(
                row("GET /api/customers/{id}/privacy", PARTICIPANT, "/api/customers/$crmCustomer/privacy", null),
                row("GET /api/admin/customers/notices", ADMIN),
                row("POST /api/admin/customers/notices", ADMIN, "{\"zh\":\"x\",\"en\":\"x\"}"),
                row("GET /api/admin/privacy/settings", ADMIN),
                row(
                        "PUT /api/admin/privacy/settings",
                        ADMIN,
                        "{\"erasureDays\":30,\"exportDays\":7,\"retentionMonths\":0,\"deviceMonths\":0}"),
                row("GET /api/admin/privacy/retention", ADMIN),
                row("GET /api/admin/privacy/erasures", ADMIN),
                row("POST /api/admin/privacy/erasures", ADMIN, about),
                row("POST /api/admin/privacy/erasures/{id}/cancel", ADMIN, erasure + "/cancel", null),
                row("GET /api/admin/privacy/exports", ADMIN),
                row("POST /api/admin/privacy/exports", ADMIN, about),
                row(
                        "POST /api/admin/privacy/exports/{id}/ticket",
                        ADMIN,
                        "/api/admin/privacy/exports/$privacyExport/ticket",
                        null),
                row("GET /api/admin/privacy/audit", ADMIN),
                row("GET " + register, ADMIN),
                row("POST " + register, ADMIN, line),
                row("PUT " + register + "/{id}", ADMIN, register + "/$privacyLine", line),
                row("DELETE " + register + "/{id}", ADMIN, register + "/$privacyLine", null),
                row("GET /api/admin/privacy/register.xlsx", ADMIN),
                row("GET /api/visit/privacy", GUEST),
                row("POST /api/visit/privacy/withdrawal", GUEST),
                row("POST /api/visit/privacy/exports", GUEST),
                row(
                        "POST /api/visit/privacy/exports/{id}/ticket",
                        GUEST,
                        "/api/visit/privacy/exports/$privacyExport/ticket",
                        null),
                row("POST /api/visit/privacy/erasure", GUEST),
                row("DELETE /api/visit/privacy/erasure", GUEST));
    }
}
