package org.qiao.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.qiao.account.Principals;
import org.qiao.messaging.Ack;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.CustomerLogs;
import org.qiao.messaging.Hints;
import org.qiao.messaging.Messages;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door through which modules put cards into conversations. Everything here is committed when it returns, also inside the
 * caller's transaction, so call it from a listener after the commit; keys make a repeat harmless for ever.
 */
@Service
public class Cards {

    /** The kind of the hint that {@link #changed} gives. */
    public static final String CHANGED = "CARD";

    private static final int AT_ONCE = 200;
    private static final int VOICES_KEPT = 10_000;

    private final Principals principals;
    private final Conversations conversations;
    private final Messages messages;
    private final CustomerLogs logs;
    private final CustomerConversations customers;
    private final Hints hints;
    private final CardStore store;
    private final JsonMapper json;
    private final Cache<Voice, Long> voices =
            Caffeine.newBuilder().maximumSize(VOICES_KEPT).build();

    Cards(
            Principals principals,
            Conversations conversations,
            Messages messages,
            Customers customers,
            Hints hints,
            CardStore store,
            JsonMapper json) {
        this.principals = principals;
        this.conversations = conversations;
        this.messages = messages;
        this.logs = customers.logs();
        this.customers = customers.conversations();
        this.hints = hints;
        this.store = store;
        this.json = json;
    }

    /** Where customers read. */
    @Component("cardCustomers")
    record Customers(CustomerLogs logs, CustomerConversations conversations) {}

    /**
     * An app tells members something, each in his own conversation with it. Who is no member of the company now, disabled or gone is
     * left out.
     *
     * @param app {@code [a-z][a-z0-9-]*}: whose voice it is; clients have a name and a picture for it
     * @param key of this card for each of the members, 1–64 characters {@code [A-Za-z0-9_-]}, as "approval-17-3"; the same key with
     *     the same subject is stored once
     * @return who has it
     */
    public Set<Long> tell(long orgId, String app, Collection<Long> memberIds, CardSummary card, String key) {
        Actor voice = new Actor(orgId, voice(orgId, app), Set.of(), Locale.ROOT, ZoneOffset.UTC);
        String body = body(card);
        Set<Long> told = new HashSet<>();
        List<Long> all = memberIds.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<Long, Long> places =
                    conversations.voiced(voice, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            store.add(orgId, card, places.values());
            Map<Long, Long> listeners = new HashMap<>();
            places.forEach((member, place) -> listeners.put(place, member));
            List<Messages.CardDraft> drafts = places.values().stream()
                    .map(place -> new Messages.CardDraft(place, key, card.subject(), body))
                    .toList();
            messages.sayAndWait(voice, drafts)
                    .forEach(said -> told.add(Objects.requireNonNull(listeners.get(said.conversationId()))));
        }
        return told;
    }

    /**
     * A member shows a card in a conversation he belongs to: refused like a message that he writes there himself, and where customers
     * read.
     */
    public Ack share(Actor member, long conversationId, CardSummary card, String key) {
        conversations.requireInternal(member, conversationId);
        return present(member, conversationId, card, key);
    }

    /** The same for what customers may read, too, as a product: the summary is meant for them, and their page asks the module itself. */
    public Ack present(Actor member, long conversationId, CardSummary card, String key) {
        return messages.shareAndWait(member, noted(member, conversationId, card, key));
    }

    /**
     * A program shows one in an employee's name, as {@link CustomerConversations#say} says a text: without a limit, and he has read nothing by
     * it. He must sit there; the caller has checked that it may be shown.
     */
    public Ack say(Actor sender, long conversationId, CardSummary card, String key) {
        store.add(sender.orgId(), card, List.of(conversationId));
        Messages.CardDraft draft = new Messages.CardDraft(conversationId, key, card.subject(), body(card));
        return customers.sayCard(sender.orgId(), sender.principalId(), draft);
    }

    /** A customer shows a card where he belongs, with the limit of what he writes. */
    public Ack presentAsGuest(Actor guest, long conversationId, CardSummary card, String key) {
        return messages.shareAsGuestAndWait(guest, noted(guest, conversationId, card, key));
    }

    private Messages.CardDraft noted(Actor actor, long conversationId, CardSummary card, String key) {
        conversations.recipients(actor, conversationId); // a place is noted only where he may be
        store.add(actor.orgId(), card, List.of(conversationId));
        return new Messages.CardDraft(conversationId, key, card.subject(), body(card));
    }

    /**
     * What an app told members about these subjects is gone from the log: cards stay where they stand and say nothing any more. For
     * whoever erases a person who was named in them. A repeat is harmless.
     */
    public void erase(long orgId, String app, String type, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            logs.eraseCards(orgId, voice(orgId, app), type, ids, store.places(orgId, type, ids));
            ids.forEach(id -> changed(orgId, type, id));
        }
    }

    /** Tells everybody who can see a card about this subject to look again. Call it after the commit. */
    public void changed(long orgId, String type, long id) {
        hints.tellIn(store.list(orgId, type, id), type, id, CHANGED);
    }

    private long voice(long orgId, String app) {
        return Objects.requireNonNull(
                voices.get(new Voice(orgId, app), missing -> principals.voice(missing.orgId(), missing.app())));
    }

    private String body(CardSummary card) {
        return json.writeValueAsString(CardBody.of(card));
    }

    private record Voice(long orgId, String app) {}
}
