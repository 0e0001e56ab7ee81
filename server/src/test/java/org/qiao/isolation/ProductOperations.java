package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.OPEN;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The rows of the product album: what is off is for administrators only, and a customer sees what is on in his company. */
final class ProductOperations {

    private static final String PRODUCT =
            "{\"name\":\"x\",\"number\":\"\",\"description\":\"\",\"link\":\"\",\"pictures\":[],\"onSale\":true,\"version\":1}";
    private static final String SEND = "{\"conversationId\":$thread,\"key\":\"stranger\"}";

    private ProductOperations() {}

    static List<Operation> all() {
        String product = "/api/products/$product";
        String off = "/api/products/$productOff";
        return List.of(
                row("GET /api/products", MEMBER),
                row("POST /api/products", ADMIN, PRODUCT),
                row("POST /api/products/import", ADMIN, "/api/products/import?apply=true", "name\nx\n"),
                row("GET /api/products/{id}", ADMIN, off, null),
                row("PUT /api/products/{id}", ADMIN, product, PRODUCT),
                row("DELETE /api/products/{id}", ADMIN, product, null),
                row("PUT /api/products/{id}/place", ADMIN, product + "/place", "{}"),
                row(
                        "GET /api/products/statistics",
                        ADMIN,
                        "/api/products/statistics?from=2026-01-01&until=2026-02-01",
                        null),
                row(
                        "GET /api/products/{id}/statistics",
                        ADMIN,
                        product + "/statistics?from=2026-01-01&until=2026-02-01",
                        null),
                row("GET /api/products/{id}/pictures/{fileId}", PARTICIPANT, off + "/pictures/$file", null),
                row("POST /api/products/{id}/sends", PARTICIPANT, product + "/sends", SEND),
                row("GET /api/products/{id}/in/{conversationId}", PARTICIPANT, product + "/in/$thread", null),
                row("GET /api/product-showcases/company", MEMBER),
                row(
                        "PUT /api/product-showcases/company",
                        ADMIN,
                        "{\"mode\":\"CHOSEN\",\"products\":[$product],\"mayChoose\":true}"),
                row("GET /api/product-showcases/mine", MEMBER),
                row("PUT /api/product-showcases/mine", MEMBER, "{\"mode\":\"CHOSEN\",\"products\":[$product]}"),
                row("GET /api/visit/ways/{code}/products", OPEN, "/api/visit/ways/unknown00000/products", null),
                row(
                        "POST /api/visit/ways/{code}/products/{id}/opens",
                        OPEN,
                        "/api/visit/ways/unknown00000/products/$product/opens",
                        "{}"),
                row(
                        "GET /api/visit/product-pictures/{key}/{fileId}",
                        OPEN,
                        "/api/visit/product-pictures/unknown/$file",
                        null),
                row(
                        "GET /api/visit/threads/{relationId}/products",
                        GUEST,
                        "/api/visit/threads/$relation/products",
                        null),
                row("GET /api/visit/products/{id}", GUEST, "/api/visit/products/$productOff", null),
                row(
                        "POST /api/visit/products/{id}/opens",
                        GUEST,
                        "/api/visit/products/$productOff/opens",
                        "{\"conversationId\":$thread}"),
                row("POST /api/visit/products/{id}/asks", GUEST, "/api/visit/products/$productOff/asks", SEND));
    }
}
