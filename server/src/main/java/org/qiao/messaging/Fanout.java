package org.qiao.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.AppendStore.Outcome;
import org.qiao.platform.FaultPoints;
import org.springframework.stereotype.Component;

/**
 * Carries committed changes to whoever delivers them, from memory and in the order of seq: callers hold the conversation's
 * turn. What fails here is found again by the sweeper, so nothing here may undo an acknowledgement.
 */
@Component
class Fanout {

    private static final long[] NOBODY = {};

    private final MemberCache members;
    private final SeatStore seats;
    private final PersonalLog personal;
    private final ReadMarks readMarks;
    private final Outbox outbox;
    private final Courier courier;

    Fanout(
            MemberCache members,
            SeatStore seats,
            PersonalLog personal,
            ReadMarks readMarks,
            Outbox outbox,
            Courier courier) {
        this.members = members;
        this.seats = seats;
        this.personal = personal;
        this.readMarks = readMarks;
        this.outbox = outbox;
        this.courier = courier;
    }

    /** Lets what the work says to one client leave in one piece. */
    void together(Runnable work) {
        courier.together(work);
    }

    /** A batch is committed and acknowledged. */
    void appended(List<AppendStore.Row> batch, Outcome[] outcomes) {
        Set<Long> conversations = new HashSet<>();
        Set<Long> fresh = new HashSet<>();
        long outboxId = 0;
        for (int i = 0; i < outcomes.length; i++) {
            Ack ack = outcomes[i].ack();
            Pending pending = batch.get(i).pending();
            // Known already: its first mark may be lost.
            if (ack != null && pending.draft().kind().isMessage() && !pending.automatic()) {
                readMarks.sent(pending.actor().orgId(), pending.actor().principalId(), pending.conversationId(), ack);
            }
            if (outcomes[i].isStored() && ack != null) {
                conversations.add(pending.conversationId());
                outboxId = outcomes[i].outboxId();
                if (ack.seq() == 1) {
                    fresh.add(pending.conversationId());
                }
            }
        }
        if (outboxId == 0) {
            return;
        }
        Map<Long, long[]> recipients = members.of(conversations);
        announce(batch, fresh, recipients);
        for (int i = 0; i < outcomes.length; i++) {
            Ack ack = outcomes[i].ack();
            if (outcomes[i].isStored() && ack != null) {
                Pending pending = batch.get(i).pending();
                EntryAppended appended = new EntryAppended(
                        pending.actor().orgId(),
                        pending.conversationId(),
                        view(pending, ack, outcomes[i].quoted()),
                        ack.seq(),
                        ack.no(),
                        recipients.getOrDefault(pending.conversationId(), NOBODY));
                courier.deliver(to -> to.entry(appended));
                FaultPoints.reached("fanout.entry");
            }
        }
        outbox.done(outboxId);
    }

    /** The first message makes a direct conversation appear on the other side; groups start with a SYSTEM entry. */
    private void announce(List<AppendStore.Row> batch, Set<Long> fresh, Map<Long, long[]> recipients) {
        if (fresh.isEmpty()) {
            return;
        }
        List<PersonalLog.Change> changes = new ArrayList<>();
        for (AppendStore.Row row : batch) {
            long conversationId = row.pending().conversationId();
            if (fresh.remove(conversationId)) {
                changes.addAll(appearance(
                        row.pending().actor().orgId(),
                        conversationId,
                        recipients.getOrDefault(conversationId, NOBODY)));
            }
        }
        personal.record(PersonalKind.CONVERSATION_ADDED, changes);
    }

    private static EntryView view(Pending pending, Ack ack, AppendStore.@Nullable Quoted quoted) {
        BodyRule.Checked draft = pending.draft();
        return new EntryView(
                ack.seq(),
                ack.no(),
                draft.kind(),
                pending.actor().principalId(),
                ack.at(),
                draft.key(),
                draft.target() > 0 ? draft.target() : null,
                null,
                draft.body(),
                quoted == null
                        ? null
                        : new EntryView.Quote(draft.replyTo(), quoted.sender(), quoted.kind(), quoted.excerpt()));
    }

    /**
     * SYSTEM entries of a change.
     *
     * @param removed people these entries removed: they see their own removal
     */
    void entries(long orgId, long conversationId, List<EntryView> entries, Set<Long> removed) {
        long[] current = members.of(Set.of(conversationId)).getOrDefault(conversationId, NOBODY);
        long[] recipients = removed.isEmpty()
                ? current
                : LongStream.concat(LongStream.of(current), removed.stream().mapToLong(Long::longValue))
                        .sorted()
                        .distinct()
                        .toArray();
        for (EntryView entry : entries) {
            deliver(orgId, conversationId, entry, recipients);
        }
    }

    /**
     * An entry sent again, perhaps late: not to people who came after it. What else followed the commit may be missing too: that
     * the conversation has appeared, that its members changed.
     */
    void again(long orgId, long conversationId, EntryView entry) {
        if (entry.kind() == EntryKind.SYSTEM) {
            members.drop(conversationId);
        }
        if (entry.kind().isMessage()) {
            readMarks.sentBefore(orgId, conversationId, entry);
        }
        long[] witnesses = seats.witnesses(orgId, conversationId, entry.seq());
        if (entry.seq() == 1 && entry.kind().isMessage()) {
            personal.record(PersonalKind.CONVERSATION_ADDED, appearance(orgId, conversationId, witnesses));
        }
        deliver(orgId, conversationId, entry, witnesses);
    }

    private static List<PersonalLog.Change> appearance(long orgId, long conversationId, long[] members) {
        return LongStream.of(members)
                .mapToObj(member -> new PersonalLog.Change(orgId, member, conversationId, Map.of("kind", "DIRECT")))
                .toList();
    }

    private void deliver(long orgId, long conversationId, EntryView entry, long[] recipients) {
        EntryAppended appended = new EntryAppended(orgId, conversationId, entry, entry.seq(), entry.no(), recipients);
        courier.deliver(to -> to.entry(appended));
    }
}
