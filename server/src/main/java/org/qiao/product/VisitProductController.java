package org.qiao.product;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.account.Guest;
import org.qiao.platform.Page;
import org.qiao.product.GuestProducts.VisitProduct;
import org.qiao.product.ProductViews.ProductSendRequest;
import org.qiao.product.ProductViews.ProductSent;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For customers, and strangers in front of a card. */
@RestController
@RequestMapping("/api/visit")
class VisitProductController {

    private final GuestProducts guests;
    private final Products products;
    private final Clients clients;

    VisitProductController(GuestProducts guests, Products products, Clients clients) {
        this.guests = guests;
        this.products = products;
        this.clients = clients;
    }

    record ProductOpenRequest(@NotNull Long conversationId) {}

    @GetMapping("/ways/{code}/products")
    Page<VisitProduct> onCard(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return guests.onCard(code, after, limit);
    }

    @PostMapping("/ways/{code}/products/{id}/opens")
    VisitProduct openOnCard(@PathVariable String code, @PathVariable long id, HttpServletRequest request) {
        return guests.openOnCard(code, id, clients.address(request));
    }

    /** The key in the path is the right; browsers send no token for pictures. */
    @GetMapping(value = "/product-pictures/{key}/{fileId}", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> picture(@PathVariable String key, @PathVariable long fileId) {
        return products.picture(key, fileId).answer();
    }

    @GetMapping("/threads/{relationId}/products")
    Page<VisitProduct> inThread(
            Guest guest,
            @PathVariable long relationId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return guests.inThread(guest, relationId, after, limit);
    }

    @GetMapping("/products/{id}")
    VisitProduct get(Guest guest, @PathVariable long id) {
        return guests.get(guest, id);
    }

    @PostMapping("/products/{id}/opens")
    VisitProduct open(Guest guest, @PathVariable long id, @Valid @RequestBody ProductOpenRequest body) {
        return guests.open(guest, id, body.conversationId());
    }

    @PostMapping("/products/{id}/asks")
    @ResponseStatus(HttpStatus.CREATED)
    ProductSent ask(Guest guest, @PathVariable long id, @Valid @RequestBody ProductSendRequest body) {
        return new ProductSent(guests.ask(guest, id, body.conversationId(), body.key()));
    }
}
