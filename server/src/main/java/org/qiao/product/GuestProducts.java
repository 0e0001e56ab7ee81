package org.qiao.product;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.platform.Page;
import org.qiao.platform.PerMinute;
import org.springframework.stereotype.Component;

/** What customers and strangers see of products: those that are on, and strangers only those on the card in front of them. */
@Component
class GuestProducts {

    private static final int ADDRESSES_MAX = 50_000;

    /** More of one address in a minute is no person. */
    private static final int LOOKS_COUNTED = 20;

    private final Products products;
    private final Showcases showcases;
    private final ProductCards cards;
    private final ProductCounts counts;
    private final ContactWays ways;
    private final CustomerRelations relations;
    private final PerMinute looks = new PerMinute(ADDRESSES_MAX);

    GuestProducts(
            Products products,
            Showcases showcases,
            ProductCards cards,
            ProductCounts counts,
            ContactWays ways,
            CustomerRelations relations) {
        this.products = products;
        this.showcases = showcases;
        this.cards = cards;
        this.counts = counts;
        this.ways = ways;
        this.relations = relations;
    }

    /**
     * A product in a customer's eyes.
     *
     * @param pictures paths that need no token
     */
    record VisitProduct(
            long id,
            String name,
            String number,
            @Nullable Price price,
            String description,
            String link,
            List<String> pictures) {}

    private static VisitProduct view(Product product) {
        Product.Content content = product.content();
        return new VisitProduct(
                product.id(),
                content.name(),
                content.number(),
                content.price(),
                content.description(),
                content.link(),
                content.pictures().stream()
                        .map(file -> "/api/visit/product-pictures/" + product.pictureKey() + "/" + file)
                        .toList());
    }

    /** On the card behind a code. */
    Page<VisitProduct> onCard(String code, @Nullable String after, @Nullable Integer limit) {
        ContactWay way = way(code);
        return showcases.list(way.orgId(), way.only(), after, limit).map(GuestProducts::view);
    }

    /** One of them, opened: counted, but not for a machine. */
    VisitProduct openOnCard(String code, long id, String address) {
        ContactWay way = way(code);
        Product product = showcases.find(way.orgId(), way.only(), id).orElseThrow(ProductProblem.NOT_FOUND::problem);
        if (looks.take(address, LOOKS_COUNTED)) {
            counts.seen(way.orgId(), id);
        }
        return view(product);
    }

    private ContactWay way(String code) {
        return ways.findOpen(code).orElseThrow(ProductProblem.NOT_FOUND::problem);
    }

    /** On the card of whoever serves him in a thread of his. */
    Page<VisitProduct> inThread(Guest guest, long relationId, @Nullable String after, @Nullable Integer limit) {
        Optional<CustomerRelation> relation =
                relations.find(guest.orgId(), relationId).filter(found -> found.customerId() == guest.id());
        long memberId = relation.orElseThrow(ProductProblem.NOT_FOUND::problem).memberId();
        return showcases.list(guest.orgId(), memberId, after, limit).map(GuestProducts::view);
    }

    VisitProduct get(Guest guest, long id) {
        return view(require(guest, id));
    }

    VisitProduct open(Guest guest, long id, long conversationId) {
        Product product = require(guest, id);
        cards.opened(guest.actor(), product, conversationId);
        return view(product);
    }

    long ask(Guest guest, long id, long conversationId, String key) {
        return cards.ask(guest.actor(), require(guest, id), conversationId, key);
    }

    /** For a customer as for a member without rights: only what is on. */
    private Product require(Guest guest, long id) {
        return products.require(guest.actor(), id);
    }
}
