package org.qiao.ding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.card.CardSummary;
import org.qiao.card.Cards;
import org.qiao.messaging.Ack;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Shows a DING in a conversation. Whoever it does not concern sees the card and no more. */
@Service
class Sharing {

    /** The type of the card, and the topic of the hints about DINGs. */
    static final String CARD = "ding";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Inbox inbox;
    private final Names names;
    private final Cards cards;

    Sharing(Inbox inbox, Names names, Cards cards) {
        this.inbox = inbox;
        this.names = names;
        this.cards = cards;
    }

    /**
     * Body of POST /api/dings/{id}/share.
     *
     * @param key makes a repeat harmless
     */
    record Request(
            @Positive long conversation,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") @Nullable
            String key) {}

    /** Only for whom the DING concerns, and not once it was recalled. */
    Ack share(Actor actor, long id, Request request) {
        Ding ding = inbox.require(actor, id);
        if (ding.isRecalled()) {
            throw DingProblem.RECALLED.problem();
        }
        String key = Objects.requireNonNull(request.key());
        return cards.share(actor, request.conversation(), card(actor, ding), key);
    }

    private CardSummary card(Actor actor, Ding ding) {
        String sender = names.of(actor.orgId(), List.of(ding.senderId())).getOrDefault(ding.senderId(), "");
        return new CardSummary(
                CARD,
                ding.id(),
                Wording.cardTitle(actor.locale(), ding.text()),
                List.of(
                        new CardSummary.Line(Wording.label(actor.locale(), "card.sender"), sender),
                        new CardSummary.Line(
                                Wording.label(actor.locale(), "card.time"),
                                ding.sendAt().atZone(actor.zone()).format(TIME))),
                "/dings/" + ding.id());
    }
}
