package org.qiao.ding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;

/** The sender's view: whom the DING reached by what, when, and why not. */
@Service
class Board {

    private final Inbox inbox;
    private final RecipientStore recipients;
    private final StepStore steps;
    private final Members members;

    Board(Inbox inbox, RecipientStore recipients, StepStore steps, Members members) {
        this.inbox = inbox;
        this.recipients = recipients;
        this.steps = steps;
        this.members = members;
    }

    enum Filter {
        ALL,
        UNCONFIRMED,
        CONFIRMED,
        FAILED,
        REFUSED
    }

    /**
     * One recipient.
     *
     * @param phone of somebody without an account, with its middle left out
     * @param reason why a rule refused this recipient
     * @param dueAt when the next step is taken; null when none is
     */
    record RecipientView(
            long id,
            @Nullable Card person,
            String name,
            @Nullable String phone,
            Recipient.State state,
            @Nullable String reason,
            Set<Way> ways,
            @Nullable Instant openedAt,
            @Nullable Instant confirmedAt,
            Recipient.@Nullable ConfirmedWay confirmedWay,
            @Nullable Card confirmedBy,
            @Nullable Instant dueAt,
            List<StepView> steps) {

        RecipientView {
            steps = List.copyOf(steps);
        }
    }

    /** @param round 0 for the ladder, else which reminder */
    record StepView(
            Way way,
            int step,
            int round,
            Target target,
            @Nullable Card targetPerson,
            String state,
            @Nullable String reason,
            Instant at,
            @Nullable Instant deliveredAt) {}

    Page<RecipientView> list(Actor actor, long dingId, Filter filter, @Nullable String after, @Nullable Integer limit) {
        return list(actor, inbox.requireSent(actor, dingId), filter, Limits.key(after, 0), Limits.page(limit));
    }

    Page<RecipientView> list(Actor actor, Ding ding, Filter filter, long after, int size) {
        Page<Recipient> page = Page.cut(
                recipients.page(ding, filter, after, size + 1), size, recipient -> Long.toString(recipient.id()));
        Map<Long, List<StepStore.Row>> stepsOf = new HashMap<>();
        steps.of(actor.orgId(), page.items().stream().map(Recipient::id).toList())
                .forEach(step -> stepsOf.computeIfAbsent(step.recipientId(), id -> new ArrayList<>())
                        .add(step));
        Map<Long, Card> cards = cards(actor, page.items(), stepsOf);
        return page.map(recipient -> view(ding, recipient, stepsOf.getOrDefault(recipient.id(), List.of()), cards));
    }

    private Map<Long, Card> cards(Actor actor, List<Recipient> people, Map<Long, List<StepStore.Row>> stepsOf) {
        Set<Long> ids = new HashSet<>();
        for (Recipient recipient : people) {
            add(ids, recipient.principalId());
            Recipient.Confirmed confirmed = recipient.confirmed();
            if (confirmed != null) {
                add(ids, confirmed.by());
            }
        }
        stepsOf.values().forEach(rows -> rows.forEach(row -> add(ids, row.targetId())));
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    private static void add(Set<Long> ids, @Nullable Long id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static RecipientView view(Ding ding, Recipient recipient, List<StepStore.Row> rows, Map<Long, Card> cards) {
        Recipient.Confirmed confirmed = recipient.confirmed();
        boolean climbs = recipient.waits() && ding.ladderOf(recipient).has(recipient.step());
        return new RecipientView(
                recipient.id(),
                card(cards, recipient.principalId()),
                recipient.name(),
                Estimates.masked(recipient.phone()),
                recipient.state(),
                recipient.reason(),
                recipient.ways(),
                recipient.openedAt(),
                confirmed == null ? null : confirmed.at(),
                confirmed == null ? null : confirmed.way(),
                confirmed == null ? null : card(cards, confirmed.by()),
                climbs ? recipient.dueAt() : null,
                rows.stream()
                        .map(row -> new StepView(
                                row.way(),
                                row.step(),
                                row.round(),
                                row.target(),
                                card(cards, row.targetId()),
                                row.state(),
                                row.reason(),
                                row.at(),
                                row.deliveredAt()))
                        .toList());
    }

    private static @Nullable Card card(Map<Long, Card> cards, @Nullable Long id) {
        return id == null ? null : cards.get(id);
    }
}
