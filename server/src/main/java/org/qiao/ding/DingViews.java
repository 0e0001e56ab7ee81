package org.qiao.ding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.DingView.As;
import org.qiao.ding.DingView.Counts;
import org.qiao.ding.DingView.Share;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Puts DINGs together as one person sees them, with a fixed number of statements whatever their number. */
@Component
class DingViews {

    private final InboxStore store;
    private final CommentStore comments;
    private final Members members;
    private final Files files;

    DingViews(InboxStore store, CommentStore comments, Members members, Files files) {
        this.store = store;
        this.comments = comments;
        this.members = members;
        this.files = files;
    }

    /** @param mine the actor's own part, null for none */
    record Seen(Ding ding, @Nullable Recipient mine, List<Recipient> standIns) {

        Seen {
            standIns = List.copyOf(standIns);
        }
    }

    List<DingView> of(Actor actor, List<Seen> seen) {
        Set<Long> people = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        Set<Long> own = new HashSet<>();
        for (Seen one : seen) {
            ids.add(one.ding().id());
            people.add(one.ding().senderId());
            if (isSender(actor, one.ding())) {
                own.add(one.ding().id());
            }
            for (Recipient recipient : one.standIns()) {
                if (recipient.principalId() != null) {
                    people.add(recipient.principalId());
                }
            }
        }
        Map<Long, Card> cards = cards(actor, people);
        Map<Long, Counts> counts = own.isEmpty() ? Map.of() : store.counts(actor.orgId(), own);
        Map<Long, Integer> threads = ids.isEmpty() ? Map.of() : comments.counts(actor.orgId(), ids);
        return seen.stream()
                .map(one -> view(actor, one, new Found(cards, counts, threads)))
                .toList();
    }

    DingView of(Actor actor, Seen seen) {
        return of(actor, List.of(seen)).getFirst();
    }

    private record Found(Map<Long, Card> cards, Map<Long, Counts> counts, Map<Long, Integer> threads) {}

    private DingView view(Actor actor, Seen seen, Found found) {
        Ding ding = seen.ding();
        boolean sender = isSender(actor, ding);
        boolean hidden = ding.isRecalled() && !sender;
        Recipient mine = seen.mine();
        return new DingView(
                ding.id(),
                found.cards().get(ding.senderId()),
                hidden ? "" : ding.text(),
                ding.source(),
                hidden ? null : ding.origin(),
                ding.createdAt(),
                ding.sendAt(),
                ding.expiresAt(),
                ding.recalledAt(),
                sender ? ding.scheduleId() : null,
                hidden ? null : file(ding, ding.recordingId()),
                hidden ? null : file(ding, ding.attachmentId()),
                found.threads().getOrDefault(ding.id(), 0),
                mine == null ? null : share(mine, As.RECIPIENT, found.cards()),
                seen.standIns().stream()
                        .map(recipient -> share(recipient, As.STAND_IN, found.cards()))
                        .toList(),
                sender ? found.counts().get(ding.id()) : null,
                sender ? ding.ladder() : null,
                sender ? ding.overrideReason() : null,
                sender ? SentDings.remindableAt(ding) : null);
    }

    private static Share share(Recipient recipient, As as, Map<Long, Card> cards) {
        Long person = recipient.principalId();
        Card card = person == null || as == As.RECIPIENT ? null : cards.get(person);
        Recipient.Confirmed confirmed = recipient.confirmed();
        return new Share(
                recipient.id(),
                as,
                card,
                card == null ? recipient.name() : card.name(),
                recipient.state(),
                recipient.alertedAt(),
                confirmed == null ? null : confirmed.at(),
                confirmed == null ? null : confirmed.way());
    }

    /** A link to the recording or the attachment; the caller has checked whom the DING concerns. */
    Ticket ticket(Actor actor, Ding ding, boolean recording) {
        Long file = recording ? ding.recordingId() : ding.attachmentId();
        if (file == null || (ding.isRecalled() && !isSender(actor, ding))) {
            throw DingProblem.NOT_FOUND.problem();
        }
        return files.ticket(actor, file);
    }

    private @Nullable FileView file(Ding ding, @Nullable Long id) {
        return id == null ? null : files.describe(ding.orgId(), id);
    }

    private Map<Long, Card> cards(Actor actor, Collection<Long> ids) {
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    private static boolean isSender(Actor actor, Ding ding) {
        return ding.senderId() == actor.principalId();
    }
}
