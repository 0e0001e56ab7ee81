package org.qiao.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.FaultPoints;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes of membership and settings: lock the head, change, write the SYSTEM entries, commit, then tell. Always a transaction
 * of its own, because the conversation's turn ends with it: what the caller wrote before must be committed.
 */
@Component
class Turns {

    private static final int NAMED = 50;
    private static final int ATTEMPTS = 3;

    private final Lanes lanes;
    private final ConversationStore store;
    private final OutboxStore outboxStore;
    private final After after;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Turns(
            Lanes lanes,
            ConversationStore store,
            OutboxStore outboxStore,
            After after,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.lanes = lanes;
        this.store = store;
        this.outboxStore = outboxStore;
        this.after = after;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Changes a conversation that exists; refused like a missing one when it is foreign or dissolved. */
    void change(Actor actor, long conversationId, Consumer<Turn> work) {
        lanes.inTurn(
                conversationId,
                () -> run(conversationId, now -> {
                    Turn turn = store.lock(actor, conversationId, now).orElseThrow(MessagingProblem.NOT_FOUND::problem);
                    work.accept(turn);
                    return Optional.of(turn);
                }));
    }

    /** Makes a conversation; nobody else knows it before the commit, so only the telling needs its turn. Empty: it existed. */
    Optional<Long> create(Function<Instant, Optional<Turn>> work) {
        Outcome outcome = commit(work);
        return outcome.turn()
                .map(turn -> lanes.inTurn(turn.state().id(), () -> {
                    after.committed(turn, outcome.outboxId());
                    return turn.state().id();
                }));
    }

    private Optional<Turn> run(long conversationId, Function<Instant, Optional<Turn>> work) {
        Outcome outcome = commit(conversationId, work);
        outcome.turn().ifPresent(turn -> after.committed(turn, outcome.outboxId()));
        return outcome.turn();
    }

    /** Whatever became of the commit, who is in the conversation is asked again. */
    private Outcome commit(long conversationId, Function<Instant, Optional<Turn>> work) {
        try {
            return commit(work);
        } catch (RuntimeException e) {
            after.forget(conversationId);
            throw e;
        }
    }

    private Outcome commit(Function<Instant, Optional<Turn>> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return again(() -> Objects.requireNonNull(transaction.execute(status -> {
            Optional<Turn> turn = work.apply(now);
            Outcome outcome = new Outcome(turn, turn.map(this::save).orElse(0L));
            FaultPoints.reached("turn.uncommitted");
            return outcome;
        })));
    }

    /** Two writers who tell the same people can, rarely, lock their logs in a circle; the database ends one of them. */
    static <T> T again(Supplier<T> attempt) {
        for (int left = ATTEMPTS; ; left--) {
            try {
                return attempt.get();
            } catch (PessimisticLockingFailureException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private long save(Turn turn) {
        store.save(turn);
        if (turn.entries().isEmpty()) {
            return 0;
        }
        turn.entries().forEach(entry -> store.append(turn, entry));
        store.moveHead(turn);
        return outboxStore.insert(
                turn.state().id(), turn.entries().stream().map(EntryView::seq).toList());
    }

    /** Adds the SYSTEM entry. */
    void write(Turn turn, Event event) {
        turn.add(json.writeValueAsString(event));
    }

    private record Outcome(Optional<Turn> turn, long outboxId) {}

    /** What follows a committed change. */
    @Component
    static class After {

        private final MemberCache members;
        private final PersonalLog personal;
        private final Fanout fanout;
        private final Outbox outbox;

        After(MemberCache members, PersonalLog personal, Fanout fanout, Outbox outbox) {
            this.members = members;
            this.personal = personal;
            this.fanout = fanout;
            this.outbox = outbox;
        }

        /** The answer of a commit was lost: nobody knows who is a member now. */
        void forget(long conversationId) {
            members.drop(conversationId);
        }

        void committed(Turn turn, long outboxId) {
            long conversationId = turn.state().id();
            FaultPoints.reached("turn.committed");
            members.drop(conversationId);
            personal.deliver(turn.personal());
            if (outboxId > 0) {
                fanout.entries(turn.actor().orgId(), conversationId, List.copyOf(turn.entries()), turn.removed());
                outbox.done(outboxId);
            }
        }

        /** Within the transaction. */
        void note(Turn turn, PersonalKind kind, Collection<Long> people, Map<String, Object> data) {
            turn.personal()
                    .addAll(personal.write(
                            kind,
                            people.stream()
                                    .map(id -> new PersonalLog.Change(
                                            turn.actor().orgId(),
                                            id,
                                            turn.state().id(),
                                            data))
                                    .toList()));
        }
    }

    /**
     * Body of a SYSTEM entry.
     *
     * @param members the people concerned, at most 50
     * @param memberTotal how many people are concerned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            Type event,
            long by,
            List<Long> members,
            int memberTotal,
            @Nullable String title,
            @Nullable GroupRole role) {

        enum Type {
            CREATED,
            JOINED,
            LEFT,
            REMOVED,
            TITLE,
            OWNER,
            ROLE,
            SETTINGS,
            DISSOLVED,
            /** CUSTOMER: the thread of {@code by}, a customer, with {@code members} begins. */
            MET,
            /** CUSTOMER: {@code members} serve from now on instead of {@code by}. */
            HANDED_OVER,
            /** {@code by} was erased: messages before this entry are empty, in his thread all, in a group those of {@code members}. */
            ERASED
        }

        static Event about(Type type, Actor by, Collection<Long> members) {
            return new Event(
                    type, by.principalId(), members.stream().limit(NAMED).toList(), members.size(), null, null);
        }

        Event withTitle(String changed) {
            return new Event(event, by, members, memberTotal, changed, role);
        }

        Event withRole(GroupRole changed) {
            return new Event(event, by, members, memberTotal, title, changed);
        }
    }
}
