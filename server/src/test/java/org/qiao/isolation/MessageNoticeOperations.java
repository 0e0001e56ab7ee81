package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of what people are told about messages. */
final class MessageNoticeOperations {

    private static final String SETTINGS =
            "{\"what\":\"ALL\",\"mutedMentions\":true,\"preview\":true,\"digest\":true,\"digestAt\":\"08:30\"}";

    private MessageNoticeOperations() {}

    static List<Operation> all() {
        return List.of(
                row("GET /api/message-notices", MEMBER),
                row("PUT /api/message-notices", MEMBER, SETTINGS),
                row("DELETE /api/message-notices", MEMBER),
                row("PUT /api/message-notices/quiet", MEMBER, "{}"),
                row("GET /api/admin/message-notices", ADMIN),
                row(
                        "PUT /api/admin/message-notices",
                        ADMIN,
                        "{\"standard\":" + SETTINGS + ",\"hidePreview\":false,\"awayHours\":24}"));
    }
}
