package org.qiao.product;

import org.qiao.naming.PlainText;
import org.qiao.naming.WebLink;
import org.qiao.product.ProductViews.ProductRequest;

/** What a product may be. */
final class ProductRule {

    static final int NAME_MAX = 60;
    static final int NUMBER_MAX = 40;
    static final int DESCRIPTION_MAX = 1_000;
    private static final int LINK_MAX = 500;

    private ProductRule() {}

    static void requireRoom(long count, int max) {
        if (count > max) {
            throw ProductProblem.TOO_MANY.problem("max", max);
        }
    }

    /** Refuses what may not stand in the album. That the pictures are there is not known here. */
    static Product.Content content(ProductRequest request) {
        Price price = request.price();
        if (price != null) {
            price.check();
        }
        return new Product.Content(
                line("name", request.name(), NAME_MAX, true),
                line("number", request.number(), NUMBER_MAX, false),
                price,
                description(request.description()),
                link(request.link()),
                request.pictures().stream().distinct().toList(),
                request.onSale());
    }

    static String line(String field, String raw, int max, boolean needed) {
        String text = PlainText.clean(raw);
        if ((needed && text.isEmpty()) || text.codePointCount(0, text.length()) > max) {
            throw ProductProblem.BAD_TEXT.problem("field", field, "max", max);
        }
        return text;
    }

    static String description(String raw) {
        String text = raw.strip();
        if (text.indexOf(0) >= 0 || text.codePointCount(0, text.length()) > DESCRIPTION_MAX) {
            throw ProductProblem.BAD_TEXT.problem("field", "description", "max", DESCRIPTION_MAX);
        }
        return text;
    }

    static String link(String raw) {
        String link = raw.strip();
        if (!link.isEmpty() && (link.length() > LINK_MAX || !WebLink.isOne(link))) {
            throw ProductProblem.BAD_LINK.problem("field", "link");
        }
        return link;
    }
}
