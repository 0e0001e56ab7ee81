package org.qiao.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.account.Guests;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Conversations in which customers take part (docs/decisions/0020): the one thread of a customer with whoever serves him, and groups
 * of both. For programs that have checked who asks. Every change is a transaction of its own, as all changes of conversations: what
 * it needs must be committed before, and it stays when the caller's transaction does not. Repeats are harmless.
 *
 * <p>A foreign or unknown conversation is messaging.not_found; a person who is no member or no customer of the company is
 * messaging.member_not_found.
 */
@Service
public class CustomerConversations {

    /** Customers see nothing before their time and do not call everybody; who is in is the staff's business. */
    private static final GroupSettings GROUP = new GroupSettings(true, true, false);

    private final ConversationStore store;
    private final SeatStore seats;
    private final Turns turns;
    private final Seating seating;
    private final GroupMembers groups;
    private final Sources sources;
    private final Messages messages;

    CustomerConversations(
            ConversationStore store,
            SeatStore seats,
            Turns turns,
            Seating seating,
            GroupMembers groups,
            Sources sources,
            Messages messages) {
        this.store = store;
        this.seats = seats;
        this.turns = turns;
        this.seating = seating;
        this.groups = groups;
        this.sources = sources;
        this.messages = messages;
    }

    /** What other modules know. */
    @Component
    record Sources(Members members, Guests guests, DraftContext context, CustomerTalk talk) {}

    /**
     * The thread of a customer with an employee, with a SYSTEM entry MET at its beginning: both see it at once.
     *
     * @param key the same key of one customer gives the same thread, whoever serves him by then; 1–64 characters
     *     {@code [A-Za-z0-9_-]}, as "relation-17"
     */
    public long open(long orgId, long customerId, long staffId, String key) {
        Actor customer = program(orgId, customerId);
        String checked = BodyRule.key(key);
        return store.findGroup(customer, checked).orElseGet(() -> {
            requireCustomers(orgId, List.of(customerId));
            requireStaff(orgId, List.of(staffId));
            return turns.create(now -> store.insertCustomer(customer, checked, now)
                            .map(id -> thread(begin(customer, id, now), staffId)))
                    .orElseGet(() -> store.findGroup(customer, checked).orElseThrow());
        });
    }

    private Turn begin(Actor customer, long id, Instant now) {
        store.insertHead(customer, id, now);
        Turn.State state = Turn.State.fresh(id, ConversationKind.CUSTOMER, "", 2);
        return new Turn(customer, state.asExternal(state.settings()), 0, 0, now);
    }

    private Turn thread(Turn turn, long staffId) {
        long customerId = turn.actor().principalId();
        seating.seatGuests(turn, List.of(customerId), 1);
        seating.seat(turn, List.of(staffId), 1);
        turns.write(turn, Turns.Event.about(Turns.Event.Type.MET, turn.actor(), List.of(staffId)));
        seating.announce(turn, List.of(customerId, staffId));
        return turn;
    }

    /**
     * One more employee in a customer's thread; who is in already stays as he is. Leaves a SYSTEM entry JOINED.
     *
     * @param withHistory false: he sees what is said from now on
     */
    public void addStaff(long orgId, long conversationId, long staffId, boolean withHistory) {
        join(orgId, conversationId, staffId, withHistory ? 1 : Long.MAX_VALUE);
    }

    /** The same for somebody who helps out: he sees what was said from this entry on. */
    public void addHelper(long orgId, long conversationId, long staffId, long firstSeq) {
        join(orgId, conversationId, staffId, firstSeq);
    }

    private void join(long orgId, long conversationId, long staffId, long firstSeq) {
        requireStaff(orgId, List.of(staffId));
        turns.change(program(orgId, staffId), conversationId, turn -> {
            requireThread(turn);
            List<Long> added = seating.seat(turn, List.of(staffId), Math.min(firstSeq, turn.seq() + 1));
            if (!added.isEmpty()) {
                turn.state(turn.state().withMembers(1));
                turns.write(turn, Turns.Event.about(Turns.Event.Type.JOINED, turn.actor(), added));
                seating.announce(turn, added);
            }
        });
    }

    /**
     * Somebody else serves the customer from now on: he is seated, the last one unseated, with one SYSTEM entry HANDED_OVER
     * ({@code by} the one who served, {@code members} the one who serves). What waited unread waits for the new one.
     *
     * @param from may have left the company
     * @param withHistory false: the new one sees what waits unread and what is said from now on
     */
    public void handOver(long orgId, long conversationId, long from, long to, boolean withHistory) {
        requireStaff(orgId, List.of(to));
        Actor last = program(orgId, from);
        seating.flushMarks(last);
        turns.change(last, conversationId, turn -> {
            requireThread(turn);
            boolean served = seats.role(last, conversationId, from).isPresent();
            if (from == to || (!served && seats.role(last, conversationId, to).isPresent())) {
                return; // a repeat
            }
            long read = seats.readNo(last, conversationId, from).orElse(turn.no());
            long first = withHistory
                    ? 1
                    : seats.firstAfter(last, conversationId, read).orElse(turn.seq() + 1);
            relieve(turn, to, new SeatStore.Place(first, read));
        });
    }

    /**
     * A hand-over is undone: who served before serves again, sees what he saw, and what he had not read is unread. Leaves a SYSTEM
     * entry HANDED_OVER like the hand-over itself.
     *
     * @param to may have left the company: then what the customer writes waits again
     */
    public void handBack(long orgId, long conversationId, long from, long to) {
        Actor last = program(orgId, from);
        seating.flushMarks(last);
        turns.change(last, conversationId, turn -> {
            requireThread(turn);
            if (from == to || seats.role(last, conversationId, to).isPresent()) {
                return; // a repeat
            }
            SeatStore.Place place =
                    seats.place(last, conversationId, to).orElseThrow(MessagingProblem.MEMBER_NOT_FOUND::problem);
            relieve(turn, to, place);
        });
    }

    /** The one takes the place, the actor gives up his if he has one. */
    private void relieve(Turn turn, long to, SeatStore.Place place) {
        List<Long> seated = seating.seat(turn, List.of(to), place.fromSeq(), place.fromNo());
        turn.state(turn.state().withMembers(seated.size()));
        seating.unseat(turn, List.of(turn.actor().principalId()));
        turns.write(turn, Turns.Event.about(Turns.Event.Type.HANDED_OVER, turn.actor(), List.of(to)));
        seating.announce(turn, seated);
    }

    /** The customer agrees that an employee reads what was said before his time. Nothing happens when he does not serve any more. */
    public void showHistory(long orgId, long conversationId, long staffId) {
        Actor reader = program(orgId, staffId);
        turns.change(reader, conversationId, turn -> {
            requireThread(turn);
            if (seats.showAll(reader, conversationId, staffId)) {
                seating.announce(turn, List.of(staffId));
            }
        });
    }

    /**
     * What customers wrote in a thread and the employee has not read.
     *
     * @param since when the first of it came
     */
    public record Waiting(int messages, Instant since) {}

    /** In those of the threads in which something waits for the employee, who may have left. */
    public Map<Long, Waiting> waiting(long orgId, long staffId, Collection<Long> conversationIds) {
        return conversationIds.isEmpty() ? Map.of() : seats.waiting(orgId, staffId, conversationIds);
    }

    /** In how many threads customers wait for each; for whom nobody waits is left out. */
    public Map<Long, Integer> waitingThreads(long orgId, Collection<Long> staffIds) {
        return staffIds.isEmpty() ? Map.of() : seats.waitingThreads(orgId, staffIds);
    }

    /** Blocking: nobody can write in the thread any more, or again. Leaves no entry; those who serve hear of it. */
    public void setClosed(long orgId, long conversationId, boolean closed) {
        turns.change(program(orgId, 0), conversationId, turn -> {
            requireThread(turn);
            if (turn.state().closed() != closed) {
                turn.state(turn.state().closed(closed));
                seating.tellClosed(turn);
            }
        });
    }

    /**
     * Two customers turned out to be the same person: the thread is the other's from now on. What was said keeps its sender. Turn it
     * around to undo it.
     */
    public void moveCustomer(long orgId, long conversationId, long from, long to) {
        requireCustomers(orgId, List.of(to));
        turns.change(program(orgId, to), conversationId, turn -> {
            requireThread(turn);
            if (seats.seated(orgId, conversationId, true).contains(from) && from != to) {
                List<Long> seated = seating.seatGuests(turn, List.of(to), 1);
                turn.state(turn.state().withMembers(seated.size()));
                seating.unseat(turn, List.of(from));
                store.setCustomer(turn, to);
                seating.announce(turn, seated);
            }
        });
    }

    /**
     * Says something in the name of an employee, or of a customer: a welcome, an answer outside working hours. Without a limit, and
     * it marks nothing as read, so what the customer wrote stays unread for the employee. Waits until it is stored. The sender must
     * sit in the conversation; a file may be any of the company, the caller has checked that it may be shown.
     *
     * @param draft its key makes a repeat harmless for ever
     */
    public Ack say(long orgId, long senderId, Draft draft) {
        BodyRule.Checked checked = sources.context().describe(orgId, BodyRule.check(draft));
        sources.talk().announce(orgId, draft.conversationId(), senderId, checked.key());
        return messages.sayAndWait(program(orgId, senderId), draft.conversationId(), checked);
    }

    /** The same with a card. */
    public Ack sayCard(long orgId, long senderId, Messages.CardDraft card) {
        BodyRule.Checked checked = BodyRule.card(card);
        sources.talk().announce(orgId, card.conversationId(), senderId, checked.key());
        return messages.sayAndWait(program(orgId, senderId), card.conversationId(), checked);
    }

    /**
     * An employee sends what the company keeps for it, as a file of a library: like a message that he writes himself (his limit, the
     * rules for what customers read, his read mark), but the file may be any of the company. The caller has checked that he may show it.
     */
    public Ack pass(Actor member, Draft draft) {
        BodyRule.Checked checked = sources.context().describe(member.orgId(), BodyRule.check(draft));
        return messages.passAndWait(member, draft.conversationId(), checked);
    }

    /** Those of the company in a conversation, in the order of their ids; among them may be some who have left and wait for a hand-over. */
    public List<Long> staffOf(long orgId, long conversationId) {
        return seats.seated(orgId, conversationId, false);
    }

    /** The customers in a conversation, in the order of their ids. */
    public List<Long> customersOf(long orgId, long conversationId) {
        return seats.seated(orgId, conversationId, true);
    }

    /**
     * A group of employees and customers, with the actor as its owner. What a group can, it can too, by the services and endpoints of
     * groups; customers come and go by this service only.
     *
     * @param key the same key of one actor gives the same group, whatever else is asked for
     */
    public long openGroup(
            Actor actor, String title, Collection<Long> staffIds, Collection<Long> customerIds, String key) {
        String checked = BodyRule.key(key);
        String name = BodyRule.title(title);
        return store.findGroup(actor, checked).orElseGet(() -> {
            Set<Long> staff = new LinkedHashSet<>(staffIds);
            staff.remove(actor.principalId());
            requireStaff(actor.orgId(), staff);
            requireCustomers(actor.orgId(), customerIds);
            return turns.create(now -> store.insertGroup(actor, name, checked, now)
                            .map(id -> group(beginGroup(actor, name, id, now), staff, Set.copyOf(customerIds))))
                    .orElseGet(() -> store.findGroup(actor, checked).orElseThrow());
        });
    }

    private Turn beginGroup(Actor actor, String title, long id, Instant now) {
        store.insertHead(actor, id, now);
        Turn.State state = Turn.State.fresh(id, ConversationKind.GROUP, title, 0);
        return new Turn(actor, state.asExternal(GROUP), 0, 0, now);
    }

    private Turn group(Turn turn, Set<Long> staff, Set<Long> customers) {
        long owner = turn.actor().principalId();
        store.markExternal(turn);
        seating.seat(turn, List.of(owner), 1);
        seating.seat(turn, staff, 1);
        seating.seatGuests(turn, customers, 1);
        seating.setRole(turn, owner, GroupRole.OWNER);
        Set<Long> others = new LinkedHashSet<>(staff);
        others.addAll(customers);
        turn.state(turn.state().withMembers(others.size() + 1));
        turns.write(
                turn,
                Turns.Event.about(Turns.Event.Type.CREATED, turn.actor(), others)
                        .withTitle(turn.state().title()));
        Set<Long> everybody = new LinkedHashSet<>(others);
        everybody.add(owner);
        seating.announce(turn, everybody);
        return turn;
    }

    /**
     * A customer comes into a group of employees and customers; he sees what is said from now on.
     *
     * @param most members of the group, counted under its lock: messaging.group_full beyond
     * @return false when he was in already
     */
    public boolean join(long orgId, long conversationId, long customerId, int most) {
        requireCustomers(orgId, List.of(customerId));
        boolean[] joined = new boolean[1];
        turns.change(program(orgId, customerId), conversationId, turn -> {
            requireGroup(turn);
            List<Long> added = seating.seatGuests(turn, List.of(customerId), turn.seq() + 1);
            joined[0] = !added.isEmpty();
            if (joined[0]) {
                turn.state(turn.state().withMembers(1));
                if (turn.state().memberCount() > most) {
                    throw MessagingProblem.GROUP_FULL.problem("max", most);
                }
                turns.write(turn, Turns.Event.about(Turns.Event.Type.JOINED, turn.actor(), added));
                seating.announce(turn, added);
            }
        });
        return joined[0];
    }

    /**
     * Takes somebody out of a thread (one of several employees: messaging.last_of_staff for the last) or out of a group of employees
     * and customers. Nothing happens to who is not in.
     *
     * @param by whoever does it, not necessarily a member; himself for leaving
     */
    public void remove(Actor by, long conversationId, long principalId) {
        turns.change(by, conversationId, turn -> {
            boolean guest = seats.seated(by.orgId(), conversationId, true).contains(principalId);
            Optional<GroupRole> role = seats.role(by, conversationId, principalId);
            if (!turn.state().external() || (!guest && role.isEmpty())) {
                return;
            }
            boolean thread = turn.state().kind() == ConversationKind.CUSTOMER;
            if (!guest && groups.isLastOfStaff(turn, principalId)) {
                throw MessagingProblem.LAST_OF_STAFF.problem();
            }
            if (guest && thread) {
                throw MessagingProblem.MEMBER_NOT_FOUND.problem();
            }
            if (by.principalId() == principalId) {
                groups.leave(turn, principalId, role.orElse(GroupRole.MEMBER));
            } else {
                groups.expel(turn, principalId, role.orElse(GroupRole.MEMBER));
            }
        });
    }

    private static void requireThread(Turn turn) {
        if (turn.state().kind() != ConversationKind.CUSTOMER) {
            throw MessagingProblem.NOT_FOUND.problem();
        }
    }

    private static void requireGroup(Turn turn) {
        if (turn.state().kind() != ConversationKind.GROUP || !turn.state().external()) {
            throw MessagingProblem.NOT_FOUND.problem();
        }
    }

    private void requireStaff(long orgId, Collection<Long> ids) {
        if (sources.members().present(orgId, ids).size() != Set.copyOf(ids).size()) {
            throw MessagingProblem.MEMBER_NOT_FOUND.problem();
        }
    }

    private void requireCustomers(long orgId, Collection<Long> ids) {
        Map<Long, Guests.Face> known = sources.guests().faces(orgId, ids);
        if (known.size() != Set.copyOf(ids).size()) {
            throw MessagingProblem.MEMBER_NOT_FOUND.problem();
        }
    }

    private static Actor program(long orgId, long principalId) {
        return new Actor(orgId, principalId, Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
