package org.qiao.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qiao.messaging.SeatStore.NewSeats;
import org.qiao.messaging.SeatStore.Preferences;
import org.qiao.messaging.SeatStore.Seat;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sits in a conversation: the steps that several changes share. */
@Component
class Seating {

    private final SeatStore store;
    private final MemberCache cache;
    private final Turns.After after;
    private final PersonalLog personal;
    private final ReadMarks readMarks;
    private final TransactionTemplate transaction;

    Seating(
            SeatStore store,
            MemberCache cache,
            Turns.After after,
            PersonalLog personal,
            ReadMarks readMarks,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.cache = cache;
        this.after = after;
        this.personal = personal;
        this.readMarks = readMarks;
        this.transaction = new TransactionTemplate(transactions);
    }

    long[] members(long conversationId) {
        return cache.of(conversationId);
    }

    /** The actor's own place; a foreign conversation is a missing one. */
    Seat require(Actor actor, long conversationId) {
        return store.seat(actor, conversationId).orElseThrow(MessagingProblem.NOT_FOUND::problem);
    }

    /** Gives places from {@code fromSeq} on; who has one already keeps it. What is unread counts from now. */
    List<Long> seat(Turn turn, Collection<Long> people, long fromSeq) {
        return seat(turn, people, fromSeq, turn.no());
    }

    /** @param fromNo what is unread counts from behind this message */
    List<Long> seat(Turn turn, Collection<Long> people, long fromSeq, long fromNo) {
        return store.add(turn.actor(), new NewSeats(turn.state().id(), people, fromSeq, fromNo, false), turn.now());
    }

    /** The same for customers. */
    List<Long> seatGuests(Turn turn, Collection<Long> customers, long fromSeq) {
        return store.add(
                turn.actor(), new NewSeats(turn.state().id(), customers, fromSeq, turn.no(), true), turn.now());
    }

    void setRole(Turn turn, long principalId, GroupRole role) {
        store.setRole(turn.actor(), turn.state().id(), principalId, role);
    }

    /** Tells people's devices, after the commit, that they are in a conversation. */
    void announce(Turn turn, Collection<Long> people) {
        after.note(
                turn,
                PersonalKind.CONVERSATION_ADDED,
                people,
                Map.of("kind", turn.state().kind().name()));
    }

    /** Takes places away and tells the people's devices. Answers those who had one. */
    List<Long> unseat(Turn turn, Collection<Long> people) {
        List<Long> gone = store.remove(turn.actor(), turn.state().id(), people, turn.now());
        after.note(turn, PersonalKind.CONVERSATION_REMOVED, gone, Map.of());
        turn.removed().addAll(gone);
        turn.state(turn.state().withMembers(-gone.size()));
        return gone;
    }

    /** Tells those who serve a customer, after the commit, whether anybody can write. */
    void tellClosed(Turn turn) {
        after.note(
                turn,
                PersonalKind.CONVERSATION_CHANGED,
                store.seated(turn.actor().orgId(), turn.state().id(), false),
                Map.of("closed", turn.state().closed()));
    }

    void tellRole(Turn turn, long principalId, GroupRole role) {
        after.note(turn, PersonalKind.CONVERSATION_CHANGED, List.of(principalId), Map.of("role", role.name()));
    }

    void flushMarks(Actor actor) {
        readMarks.flushOf(actor);
    }

    void setPreferences(Actor actor, long conversationId, GroupRequests.Preferences wanted) {
        List<PersonalChange> changes = Objects.requireNonNull(transaction.execute(status -> {
            Preferences now = store.setPreferences(actor, conversationId, wanted)
                    .orElseThrow(MessagingProblem.NOT_FOUND::problem);
            return personal.write(
                    PersonalKind.PREFERENCES,
                    List.of(new PersonalLog.Change(
                            actor.orgId(),
                            actor.principalId(),
                            conversationId,
                            Map.of("muted", now.muted(), "pinned", now.pinned()))));
        }));
        personal.deliver(changes);
    }
}
