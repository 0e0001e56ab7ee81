package org.qiao.isolation;

import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of what customers call, and of what the staff's interface says about customers: nothing to who does not know them. */
final class GuestOperations {

    private GuestOperations() {}

    static List<Operation> all() {
        String thread = "/api/visit/conversations/$thread";
        return List.of(
                row("GET /api/visit/socket", GUEST),
                row("GET /api/visit/conversations", GUEST),
                row("GET /api/visit/conversations/{id}/entries", GUEST, thread + "/entries", null),
                row(
                        "POST /api/visit/conversations/{id}/messages",
                        GUEST,
                        thread + "/messages",
                        "{\"key\":\"stranger\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\"}}"),
                row(
                        "POST /api/visit/conversations/{id}/entries/{seq}/ticket",
                        GUEST,
                        thread + "/entries/$entry/ticket",
                        null),
                row(
                        "GET /api/visit/conversations/{id}/entries/{seq}/thumbnail",
                        GUEST,
                        thread + "/entries/$entry/thumbnail",
                        null),
                row("POST /api/visit/files", GUEST, "/api/visit/files?name=x.txt", "text"),
                row("GET /api/visit/files/{id}", GUEST, "/api/visit/files/$guestFile", null),
                row("GET /api/visit/files/open/{ticket}", OPEN, "/api/visit/files/open/unknown-ticket", null),
                row("POST /api/cards", MEMBER, "{\"ids\":[$guest]}"),
                row("GET /api/members/{id}/avatar", PARTICIPANT, "/api/members/$guest/avatar", null),
                row("GET /api/members/{id}", PARTICIPANT, "/api/members/$guest", null),
                row("GET /api/conversations/{id}", PARTICIPANT, "/api/conversations/$thread", null),
                row("POST /api/conversations", MEMBER, "{\"kind\":\"DIRECT\",\"memberId\":$guest}"));
    }
}
