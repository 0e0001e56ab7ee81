package org.qiao.material;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.qiao.card.CardSummary;
import org.qiao.card.Cards;
import org.qiao.material.SendStore.Send;
import org.qiao.messaging.Ack;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
import org.qiao.platform.Actor;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts materials into conversations: pictures and files as what they are, links and articles as cards that customers open. In no
 * transaction: a message is one of its own.
 */
@Component
class MaterialSends {

    static final String TYPE = "material";
    private static final String KEY = "material-";

    private final SendStore store;
    private final MaterialStore materials;
    private final Cards cards;
    private final Conversations conversations;
    private final CustomerConversations customers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MaterialSends(
            SendStore store,
            MaterialStore materials,
            Cards cards,
            Conversations conversations,
            CustomerConversations customers,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.materials = materials;
        this.cards = cards;
        this.conversations = conversations;
        this.customers = customers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param key the same one gives the same message */
    Send send(Actor actor, Material material, long conversationId, String key) {
        if (material.kind() == MaterialKind.TEXT) {
            throw MaterialProblem.NOT_SENT_LIKE_THIS.problem();
        }
        conversations.recipients(actor, conversationId);
        Send begun = store.begin(actor, material.id(), conversationId, key, clock.instant());
        if (begun.materialId() != material.id() || begun.conversationId() != conversationId) {
            throw MaterialProblem.CHANGED_MEANWHILE.problem("field", "key");
        }
        Ack ack = material.kind().isFile() ? file(actor, material, begun, key) : card(actor, material, begun);
        transactions.executeWithoutResult(status -> {
            if (store.stored(begun, ack.seq())) {
                materials.used(actor.orgId(), material.id());
            }
        });
        return begun;
    }

    private Ack file(Actor actor, Material material, Send send, String key) {
        EntryKind kind = material.kind() == MaterialKind.PICTURE ? EntryKind.IMAGE : EntryKind.FILE;
        Draft.Body body = new Draft.Body(null, null, null, null, new Draft.FileRef(Materials.fileOf(material)));
        return customers.pass(actor, Draft.message(send.conversationId(), KEY + key, kind, body));
    }

    private Ack card(Actor actor, Material material, Send send) {
        Material.Content content = material.content();
        String about = content.text().isEmpty() ? URI.create(content.url()).getHost() : content.text();
        CardSummary.Line line = new CardSummary.Line(word(material.kind(), actor.locale()), Materials.excerpt(about));
        CardSummary summary = new CardSummary(
                TYPE, send.id(), content.title(), List.of(line), "/customers/materials?id=" + material.id());
        return cards.present(actor, send.conversationId(), summary, KEY + send.id());
    }

    private static String word(MaterialKind kind, Locale locale) {
        return kind == MaterialKind.LINK ? Texts.in(locale, "链接", "Link") : Texts.in(locale, "文章", "Article");
    }
}
