package org.qiao.product;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.product.ProductImports.ProductImportView;
import org.qiao.product.ProductViews.ProductHistory;
import org.qiao.product.ProductViews.ProductMoveRequest;
import org.qiao.product.ProductViews.ProductRequest;
import org.qiao.product.ProductViews.ProductSendRequest;
import org.qiao.product.ProductViews.ProductSent;
import org.qiao.product.ProductViews.ProductStatistics;
import org.qiao.product.ProductViews.ProductView;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

    private final Products products;
    private final ProductCards cards;
    private final ProductCounts counts;
    private final ProductImports imports;

    ProductController(Products products, ProductCards cards, ProductCounts counts, ProductImports imports) {
        this.products = products;
        this.cards = cards;
        this.counts = counts;
        this.imports = imports;
    }

    @GetMapping
    Page<ProductView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Boolean onSale,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return products.list(actor, q, onSale, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProductView create(Actor actor, @Valid @RequestBody ProductRequest body) {
        return products.create(actor, body);
    }

    /** The body is the file itself; only looked at unless {@code apply}. */
    @PostMapping("/import")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ProductImportView importSheet(
            Actor actor, @RequestParam(defaultValue = "false") boolean apply, HttpServletRequest request)
            throws IOException {
        Products.requireAdmin(actor);
        return imports.run(actor, ProductImports.bytes(request.getInputStream()), apply);
    }

    @GetMapping("/statistics")
    ProductStatistics statistics(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return counts.statistics(actor, from, until);
    }

    @GetMapping("/{id}")
    ProductView get(Actor actor, @PathVariable long id) {
        return products.get(actor, id);
    }

    @PutMapping("/{id}")
    ProductView change(Actor actor, @PathVariable long id, @Valid @RequestBody ProductRequest body) {
        return products.change(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        products.delete(actor, id);
    }

    @PutMapping("/{id}/place")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Actor actor, @PathVariable long id, @Valid @RequestBody ProductMoveRequest body) {
        products.move(actor, id, body.before());
    }

    @GetMapping("/{id}/statistics")
    ProductHistory history(
            Actor actor, @PathVariable long id, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        products.require(actor, id);
        return counts.history(actor, id, from, until);
    }

    @GetMapping(value = "/{id}/pictures/{fileId}", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> picture(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return products.picture(actor, id, fileId).answer();
    }

    @PostMapping("/{id}/sends")
    @ResponseStatus(HttpStatus.CREATED)
    ProductSent send(Actor actor, @PathVariable long id, @Valid @RequestBody ProductSendRequest body) {
        return new ProductSent(cards.send(actor, products.requireOn(actor, id), body.conversationId(), body.key()));
    }

    /** What the card in a conversation says: the product as it is now, and what came of it there. */
    @GetMapping("/{id}/in/{conversationId}")
    ProductInChat inChat(Actor actor, @PathVariable long id, @PathVariable long conversationId) {
        return new ProductInChat(cards.place(actor, id, conversationId), products.get(actor, id));
    }

    /** @param place null: it was never put there */
    record ProductInChat(ProductViews.@Nullable ProductPlace place, ProductView product) {}
}
