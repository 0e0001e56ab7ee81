package org.qiao.material;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.attachment.AttachmentSource.Saying;
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
        stored(begun, ack);
        return begun;
    }

    /** The same in an employee's name, without his limit, and he has read nothing by it. @return its place in the conversation */
    long say(Saying saying, Material material, Locale locale) {
        Actor sender = new Actor(saying.orgId(), saying.senderId(), Set.of(), locale, ZoneOffset.UTC);
        long conversation = saying.conversationId();
        Send begun =
                store.begin(sender, material.id(), conversation, conversation + "-" + saying.key(), clock.instant());
        if (begun.materialId() != material.id()) {
            throw MaterialProblem.CHANGED_MEANWHILE.problem("field", "key");
        }
        Ack ack = material.kind().isFile()
                ? customers.say(saying.orgId(), saying.senderId(), draft(material, conversation, saying.key()))
                : cards.say(sender, conversation, summary(sender, material, begun), saying.key());
        stored(begun, ack);
        return ack.seq();
    }

    private void stored(Send begun, Ack ack) {
        transactions.executeWithoutResult(status -> {
            if (store.stored(begun, ack.seq())) {
                materials.used(begun.orgId(), begun.materialId());
            }
        });
    }

    private static Draft draft(Material material, long conversationId, String key) {
        EntryKind kind = material.kind() == MaterialKind.PICTURE ? EntryKind.IMAGE : EntryKind.FILE;
        Draft.Body body = new Draft.Body(null, null, null, null, new Draft.FileRef(Materials.fileOf(material)));
        return Draft.message(conversationId, key, kind, body);
    }

    private Ack file(Actor actor, Material material, Send send, String key) {
        return customers.pass(actor, draft(material, send.conversationId(), KEY + key));
    }

    private Ack card(Actor actor, Material material, Send send) {
        return cards.present(actor, send.conversationId(), summary(actor, material, send), KEY + send.id());
    }

    private static CardSummary summary(Actor actor, Material material, Send send) {
        Material.Content content = material.content();
        String about = content.text().isEmpty() ? URI.create(content.url()).getHost() : content.text();
        CardSummary.Line line = new CardSummary.Line(word(material.kind(), actor.locale()), Materials.excerpt(about));
        return new CardSummary(
                TYPE, send.id(), content.title(), List.of(line), "/customers/materials?id=" + material.id());
    }

    private static String word(MaterialKind kind, Locale locale) {
        return kind == MaterialKind.LINK ? Texts.in(locale, "链接", "Link") : Texts.in(locale, "文章", "Article");
    }
}
