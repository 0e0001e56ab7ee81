package org.qiao.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.attachment.AttachedKind;
import org.qiao.attachment.AttachmentSource;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Products behind words to many: those that are on, whoever attaches them. */
@Component
class ProductAttachments implements AttachmentSource {

    private final Products products;
    private final ProductCards cards;
    private final Principals principals;

    ProductAttachments(Products products, ProductCards cards, Principals principals) {
        this.products = products;
        this.cards = cards;
        this.principals = principals;
    }

    @Override
    public Set<AttachedKind> kinds() {
        return Set.of(AttachedKind.PRODUCT);
    }

    @Override
    public Map<Long, Thing> find(long orgId, @Nullable Actor actor, Collection<Long> ids) {
        return products.findAll(orgId, ids).stream()
                .filter(Product::isOn)
                .collect(Collectors.toMap(Product::id, product -> thing(product, Locale.CHINESE)));
    }

    private static Thing thing(Product product, Locale locale) {
        Product.Content content = product.content();
        List<String> words = new ArrayList<>(List.of(content.name(), content.number(), content.description()));
        words.removeIf(String::isEmpty);
        return new Thing(
                content.name(),
                content.price() == null ? content.number() : content.price().text(locale),
                content.pictures().isEmpty() ? null : content.pictures().getFirst(),
                words);
    }

    @Override
    public OptionalLong say(Saying saying, long id) {
        Locale locale = principals
                .locales(saying.orgId(), List.of(saying.senderId()))
                .getOrDefault(saying.senderId(), Locale.CHINESE);
        return products.findAll(saying.orgId(), List.of(id)).stream()
                .filter(Product::isOn)
                .mapToLong(product -> cards.say(saying, product, locale))
                .findFirst();
    }
}
