package org.qiao.messaging;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in whole conversations from elsewhere, with their own times, in the caller's transaction: all of it appears at its
 * commit, or nothing. Nobody is told; who signs in afterwards finds it by syncing. So it is only for companies in which nobody
 * is at work yet. Everything else holds as for messages that are sent: dense numbers, keys, membership, sizes.
 */
@Service
public class History {

    private static final int AT_ONCE = 256;

    /** In the caller's transaction the answers are returned instead. */
    private static final SendCallback NOBODY = new SendCallback() {
        @Override
        public void stored(Ack ack) {}

        @Override
        public void refused(Problem problem) {}
    };

    private final ConversationStore conversations;
    private final SeatStore seats;
    private final Turns turns;
    private final AppendStore entries;
    private final DraftContext context;
    private final OutboxStore outbox;
    private final ReadStore reads;

    History(
            ConversationStore conversations,
            SeatStore seats,
            Turns turns,
            AppendStore entries,
            DraftContext context,
            OutboxStore outbox,
            ReadStore reads) {
        this.conversations = conversations;
        this.seats = seats;
        this.turns = turns;
        this.entries = entries;
        this.context = context;
        this.outbox = outbox;
        this.reads = reads;
    }

    /**
     * A group with everybody in it from its beginning.
     *
     * @param owner also its first member
     */
    public record NewGroup(
            Actor owner, String title, Collection<Long> members, Collection<Long> admins, GroupSettings settings) {}

    /** A message or a recall with the time at which it was said. */
    public record Said(Actor sender, Draft draft, Instant at) {}

    /** Somebody has read up to {@code seq}. */
    public record Seen(long conversationId, long principalId, long seq, Instant at) {}

    @Transactional(propagation = MANDATORY)
    public long direct(Actor actor, long peerId, Instant at) {
        long id = conversations.insertDirect(actor, peerId, at).orElseThrow(MessagingProblem.KEY_CONFLICT::problem);
        Turn turn = begin(actor, Turn.State.fresh(id, ConversationKind.DIRECT, "", 2), at);
        seat(turn, List.of(actor.principalId(), peerId));
        return id;
    }

    @Transactional(propagation = MANDATORY)
    public long group(NewGroup group, String key, Instant at) {
        Actor owner = group.owner();
        String title = BodyRule.title(group.title());
        long id = conversations
                .insertGroup(owner, title, BodyRule.key(key), at)
                .orElseThrow(MessagingProblem.KEY_CONFLICT::problem);
        Set<Long> others = new LinkedHashSet<>(group.members());
        others.remove(owner.principalId());
        Turn turn = begin(
                owner,
                Turn.State.fresh(id, ConversationKind.GROUP, title, others.size() + 1)
                        .withSettings(group.settings()),
                at);
        seat(turn, List.of(owner.principalId()));
        seat(turn, others);
        seats.setRole(owner, id, owner.principalId(), GroupRole.OWNER);
        group.admins().forEach(admin -> seats.setRole(owner, id, admin, GroupRole.ADMIN));
        turns.write(
                turn, Turns.Event.about(Turns.Event.Type.CREATED, owner, others).withTitle(title));
        publish(turn);
        return id;
    }

    /**
     * The thread of a customer with an employee, as {@link CustomerConversations#open} makes it.
     *
     * @param key as there
     */
    @Transactional(propagation = MANDATORY)
    public long thread(Actor customer, long staffId, String key, Instant at) {
        long id = conversations
                .insertCustomer(customer, BodyRule.key(key), at)
                .orElseThrow(MessagingProblem.KEY_CONFLICT::problem);
        Turn.State state = Turn.State.fresh(id, ConversationKind.CUSTOMER, "", 2);
        Turn turn = begin(customer, state.asExternal(state.settings()), at);
        seats.add(customer, new SeatStore.NewSeats(id, List.of(customer.principalId()), 1, 0, true), at);
        seat(turn, List.of(staffId));
        turns.write(turn, Turns.Event.about(Turns.Event.Type.MET, customer, List.of(staffId)));
        publish(turn);
        return id;
    }

    private void publish(Turn turn) {
        conversations.save(turn);
        turn.entries().forEach(entry -> conversations.append(turn, entry));
        conversations.moveHead(turn);
    }

    /**
     * Appends to one conversation.
     *
     * @param said in the order of time, none before what is there already
     * @return one answer for each, in the same order
     */
    @Transactional(propagation = MANDATORY)
    public List<Ack> append(long orgId, long conversationId, List<Said> said) {
        Instant last = conversations.movedAt(orgId, conversationId).orElseThrow(MessagingProblem.NOT_FOUND::problem);
        List<AppendStore.Row> rows = new ArrayList<>(said.size());
        for (Said one : said) {
            if (one.at().isBefore(last)
                    || one.draft().conversationId() != conversationId
                    || one.sender().orgId() != orgId) {
                throw new IllegalArgumentException("History must be one conversation in the order of time");
            }
            last = one.at();
            long at = last.toEpochMilli();
            Pending pending = new Pending(one.sender(), conversationId, BodyRule.check(one.draft()), at, false, NOBODY);
            rows.add(context.complete(pending, at));
        }
        List<Ack> acks = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            append(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)), acks);
        }
        return acks;
    }

    /** Sets read marks; a mark never goes back. Each person once in a conversation for each call. */
    @Transactional(propagation = MANDATORY)
    public void read(long orgId, Collection<Seen> seen) {
        reads.mark(seen.stream()
                .map(one -> new ReadMarks.Mark(
                        orgId,
                        new ReadMarks.Place(one.conversationId(), one.principalId()),
                        one.seq(),
                        one.at(),
                        false))
                .toList());
    }

    /** How the actor's own list shows the conversation. */
    @Transactional(propagation = MANDATORY)
    public void prefer(Actor actor, long conversationId, boolean muted, boolean pinned) {
        GroupRequests.Preferences wanted = new GroupRequests.Preferences(muted, pinned);
        if (seats.setPreferences(actor, conversationId, wanted).isEmpty()) {
            throw MessagingProblem.NOT_FOUND.problem();
        }
    }

    private Turn begin(Actor actor, Turn.State state, Instant at) {
        conversations.insertHead(actor, state.id(), at);
        return new Turn(actor, state, 0, 0, at);
    }

    private void seat(Turn turn, Collection<Long> people) {
        seats.add(turn.actor(), new SeatStore.NewSeats(turn.state().id(), people, 1, 0, false), turn.now());
    }

    private void append(List<AppendStore.Row> rows, List<Ack> acks) {
        Set<Long> batches = new LinkedHashSet<>();
        for (AppendStore.Outcome outcome : entries.appendWithin(rows)) {
            Ack ack = outcome.ack();
            if (ack == null) {
                throw MessagingProblem.valueOf(outcome.code()).problem();
            }
            acks.add(ack);
            batches.add(outcome.outboxId());
        }
        outbox.delete(batches);
    }
}
