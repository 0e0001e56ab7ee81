package org.qiao.product;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.AttachmentSource.Saying;
import org.qiao.card.CardSummary;
import org.qiao.card.Cards;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.messaging.Ack;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Hints;
import org.qiao.platform.Actor;
import org.qiao.platform.Texts;
import org.qiao.product.ProductCountStore.Where;
import org.qiao.product.ProductViews.ProductPlace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Products in conversations, put there by employees and by customers who ask. In no transaction: a message is one of its own. */
@Component
class ProductCards {

    static final String TYPE = "product";

    /** Somebody looked at it, or asked. */
    static final String OPENED = "OPENED";

    private static final String KEY = "product-";

    private final Cards cards;
    private final ProductCounts counts;
    private final Conversations conversations;
    private final CustomerConversations customers;
    private final CustomerEvents timeline;
    private final Hints hints;
    private final TransactionTemplate transactions;

    ProductCards(
            Cards cards,
            ProductCounts counts,
            Conversations conversations,
            CustomerConversations customers,
            CustomerEvents timeline,
            Hints hints,
            TransactionTemplate transactions) {
        this.cards = cards;
        this.counts = counts;
        this.conversations = conversations;
        this.customers = customers;
        this.timeline = timeline;
        this.hints = hints;
        this.transactions = transactions;
    }

    /** @param key the same one gives the same message */
    long send(Actor actor, Product product, long conversationId, String key) {
        Ack ack = cards.present(actor, conversationId, summary(product, actor.locale()), KEY + key);
        counts.sent(where(product, conversationId), actor.principalId(), ack.seq());
        return ack.seq();
    }

    /** The same in an employee's name, without his limit, and he has read nothing by it. */
    long say(Saying saying, Product product, Locale locale) {
        Actor sender = new Actor(saying.orgId(), saying.senderId(), Set.of(), locale, ZoneOffset.UTC);
        Ack ack = cards.say(sender, saying.conversationId(), summary(product, locale), saying.key());
        counts.sent(where(product, saying.conversationId()), saying.senderId(), ack.seq());
        return ack.seq();
    }

    /** The customer asks about it in his own conversation. */
    long ask(Actor guest, Product product, long conversationId, String key) {
        Ack ack = cards.presentAsGuest(guest, conversationId, summary(product, guest.locale()), KEY + key);
        transactions.executeWithoutResult(status -> {
            if (counts.asked(where(product, conversationId), guest.principalId(), ack.seq())) {
                timeline.add(guest.orgId(), guest.principalId(), asked(guest, product));
            }
        });
        return ack.seq();
    }

    private static NewEvent asked(Actor guest, Product product) {
        return NewEvent.of("PRODUCT_ASKED", guest.principalId())
                .with(Map.of("product", product.id(), "name", product.content().name()));
    }

    /** The customer looks at it; those who serve him see so. */
    void opened(Actor guest, Product product, long conversationId) {
        conversations.recipients(guest, conversationId);
        counts.opened(where(product, conversationId));
        hints.tell(customers.staffOf(guest.orgId(), conversationId), TYPE, product.id(), OPENED);
    }

    /** What came of it there, for whoever belongs there. */
    @Nullable
    ProductPlace place(Actor actor, long productId, long conversationId) {
        conversations.recipients(actor, conversationId);
        return counts.place(new Where(actor.orgId(), productId, conversationId));
    }

    private static Where where(Product product, long conversationId) {
        return new Where(product.orgId(), product.id(), conversationId);
    }

    /** In the words of who shows it: price and number, as far as there are any. */
    private static CardSummary summary(Product product, Locale locale) {
        Product.Content content = product.content();
        boolean chinese = Texts.isChinese(locale);
        List<CardSummary.Line> lines = new ArrayList<>();
        if (content.price() != null) {
            lines.add(new CardSummary.Line(
                    chinese ? "价格" : "Price", content.price().text(locale)));
        }
        if (!content.number().isEmpty()) {
            lines.add(new CardSummary.Line(chinese ? "编号" : "No.", content.number()));
        }
        return new CardSummary(TYPE, product.id(), content.name(), lines, "/customers/products?id=" + product.id());
    }
}
