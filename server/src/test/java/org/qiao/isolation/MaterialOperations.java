package org.qiao.isolation;

import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of the material library: what a member keeps for himself is nobody else's, a customer opens what was sent to him. */
final class MaterialOperations {

    private static final String MATERIAL = "{\"kind\":\"TEXT\",\"company\":false,\"folderId\":$materialFolder,"
            + "\"title\":\"x\",\"text\":\"x\",\"url\":\"\",\"version\":1}";

    private MaterialOperations() {}

    static List<Operation> all() {
        String material = "/api/materials/$material";
        String folder = "/api/material-folders/$materialFolder";
        String opens = "/api/visit/materials/$materialSend/opens";
        return List.of(
                row("GET /api/material-lists/{scope}", MEMBER, "/api/material-lists/MINE", null),
                row("POST /api/materials", MEMBER, MATERIAL),
                row("GET /api/materials/{id}", PARTICIPANT, material, null),
                row("PUT /api/materials/{id}", PARTICIPANT, material, MATERIAL),
                row("DELETE /api/materials/{id}", PARTICIPANT, material, null),
                row("GET /api/materials/{id}/picture", PARTICIPANT, material + "/picture", null),
                row("POST /api/materials/{id}/ticket", PARTICIPANT, material + "/ticket", null),
                row("POST /api/materials/{id}/uses", PARTICIPANT, material + "/uses", null),
                row(
                        "POST /api/materials/{id}/sends",
                        PARTICIPANT,
                        material + "/sends",
                        "{\"conversationId\":$thread,\"key\":\"stranger\"}"),
                row("GET /api/materials/{id}/sends", PARTICIPANT, material + "/sends", null),
                row("GET /api/material-sends", PARTICIPANT, "/api/material-sends?conversation=$thread", null),
                row("GET /api/material-sends/{id}", PARTICIPANT, "/api/material-sends/$materialSend", null),
                row("GET /api/material-folders", MEMBER),
                row("POST /api/material-folders", MEMBER, "{\"name\":\"x\",\"company\":false}"),
                row("PUT /api/material-folders/{id}", PARTICIPANT, folder, "{\"name\":\"x\",\"company\":false}"),
                row("DELETE /api/material-folders/{id}", PARTICIPANT, folder, null),
                row("POST /api/visit/materials/{sendId}/opens", GUEST, opens, null),
                row(
                        "PUT /api/visit/materials/{sendId}/opens/{openId}",
                        GUEST,
                        opens + "/$materialOpen",
                        "{\"seconds\":9}"),
                row(
                        "GET /api/visit/materials/{sendId}/cover",
                        GUEST,
                        "/api/visit/materials/$materialSend/cover",
                        null));
    }
}
