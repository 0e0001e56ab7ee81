package org.qiao.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.directory.OrgSettings;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;

/** Making, finding and listing conversations. What happens to a group later is in {@link GroupMembers}. */
@Service
public class Conversations {

    private final ConversationStore store;
    private final ListStore list;
    private final ConversationViews views;
    private final Turns turns;
    private final Seating seating;
    private final Members directory;
    private final Orgs orgs;

    Conversations(
            ConversationStore store,
            ListStore list,
            ConversationViews views,
            Turns turns,
            Seating seating,
            Members directory,
            Orgs orgs) {
        this.store = store;
        this.list = list;
        this.views = views;
        this.turns = turns;
        this.seating = seating;
        this.directory = directory;
        this.orgs = orgs;
    }

    /** Whether the actor is a member; false for a conversation that is none. */
    public boolean isMember(Actor actor, long conversationId) {
        return Arrays.binarySearch(seating.members(conversationId), actor.principalId()) >= 0;
    }

    /** The members; refused when the actor is none of them. Sorted, cached and shared: never change it. */
    public long[] recipients(Actor actor, long conversationId) {
        long[] members = seating.members(conversationId);
        if (Arrays.binarySearch(members, actor.principalId()) < 0) {
            throw MessagingProblem.NOT_FOUND.problem();
        }
        return members;
    }

    /** Refused when the actor is no member, and where customers read: what is the company's own business is not shown there. */
    public void requireInternal(Actor actor, long conversationId) {
        recipients(actor, conversationId);
        if (!external(actor.orgId(), Set.of(conversationId)).isEmpty()) {
            throw MessagingProblem.CUSTOMERS_READ.problem();
        }
    }

    /** How many messages the actor wrote between two moments in the conversations he is in; in very busy ones a little less. */
    public int countSent(Actor actor, Instant from, Instant until) {
        return list.sent(actor, from, until);
    }

    public ConversationView get(Actor actor, long id) {
        seating.flushMarks(actor);
        ListStore.Line line = list.find(actor, id).orElseThrow(MessagingProblem.NOT_FOUND::problem);
        return views.of(actor, List.of(line), EntryStore.Tail.LAST).getFirst();
    }

    /** Pinned ones first, then whatever moved last. */
    public Page<ConversationView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        Page<ListStore.Line> page = page(actor, after, limit);
        return new Page<>(views.of(actor, page.items(), EntryStore.Tail.LAST), page.next());
    }

    private Page<ListStore.Line> page(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        seating.flushMarks(actor);
        return Page.cut(
                list.page(actor, ListCursor.parse(after).key(), size + 1),
                size,
                line -> ListCursor.text(null, line.key()));
    }

    /** The same for a customer: nobody is named. */
    Page<ConversationView> listAsGuest(Actor guest, @Nullable String after, @Nullable Integer limit) {
        Page<ListStore.Line> page = page(guest, after, limit);
        return new Page<>(views.ofGuest(guest, page.items(), EntryStore.Tail.LAST), page.next());
    }

    /** Those of the conversations in which somebody from outside the company reads: internal things are not shown there. */
    public Set<Long> external(long orgId, Collection<Long> conversationIds) {
        return conversationIds.isEmpty() ? Set.of() : store.external(orgId, conversationIds);
    }

    /** The one conversation of two people, made when it is missing. The other side sees it from its first message on. */
    public long direct(Actor actor, long peerId) {
        return openDirect(actor, peerId).id();
    }

    /**
     * Where an app speaks to members of the company, made where it is missing; keyed by member. Who is no member now is left out.
     * Not within a transaction that has just made the voice.
     */
    public Map<Long, Long> voiced(Actor voice, Collection<Long> memberIds) {
        Set<Long> present = directory.present(voice, memberIds);
        Map<Long, Long> found = store.findVoiced(voice, present);
        for (Long member : present) {
            found.computeIfAbsent(member, id -> openVoiced(voice, id));
        }
        return found;
    }

    private long openVoiced(Actor voice, long memberId) {
        return turns.create(now -> store.insertVoiced(voice, memberId, now).map(id -> pair(voice, memberId, id, now)))
                .orElseGet(() -> store.findDirect(voice, memberId).orElseThrow());
    }

    /** @param created false when the two had one already */
    record Opened(long id, boolean created) {}

    Opened openDirect(Actor actor, long peerId) {
        if (peerId == actor.principalId()) {
            throw PlatformProblem.INVALID.problem("field", "memberId");
        }
        Optional<Long> known = store.findDirect(actor, peerId);
        if (known.isPresent()) {
            return new Opened(known.get(), false);
        }
        if (directory.present(actor, List.of(peerId)).isEmpty()) {
            throw MessagingProblem.MEMBER_NOT_FOUND.problem();
        }
        return turns.create(now -> store.insertDirect(actor, peerId, now).map(id -> {
                    Turn turn = pair(actor, peerId, id, now);
                    seating.announce(turn, List.of(actor.principalId()));
                    return turn;
                }))
                .map(id -> new Opened(id, true))
                .orElseGet(() -> new Opened(store.findDirect(actor, peerId).orElseThrow(), false));
    }

    /**
     * A new group with the actor as its owner.
     *
     * @param title may be empty: clients then show names
     * @param key the same key gives the same group, whatever else is in the request
     */
    public long createGroup(Actor actor, String title, Collection<Long> memberIds, String key) {
        return openGroup(actor, title, memberIds, key).id();
    }

    Opened openGroup(Actor actor, @Nullable String title, Collection<Long> memberIds, @Nullable String rawKey) {
        String key = BodyRule.key(rawKey);
        String name = BodyRule.title(title);
        Optional<Long> known = store.findGroup(actor, key);
        if (known.isPresent()) {
            return new Opened(known.get(), false);
        }
        List<Long> others = others(actor, memberIds);
        return turns.create(now -> store.insertGroup(actor, name, key, now)
                        .map(id -> group(
                                begin(actor, Turn.State.fresh(id, ConversationKind.GROUP, name, 0), now), others)))
                .map(id -> new Opened(id, true))
                .orElseGet(() -> new Opened(store.findGroup(actor, key).orElseThrow(), false));
    }

    private List<Long> others(Actor actor, Collection<Long> memberIds) {
        OrgSettings settings = orgs.settings(actor.orgId());
        if (!settings.membersMayCreateGroups() && !actor.isAdmin()) {
            throw MessagingProblem.GROUPS_NOT_ALLOWED.problem();
        }
        Set<Long> others = new LinkedHashSet<>(memberIds);
        others.remove(actor.principalId());
        if (others.size() + 1 > settings.groupMax()) {
            throw MessagingProblem.GROUP_FULL.problem("max", settings.groupMax());
        }
        if (directory.present(actor, others).size() != others.size()) {
            throw MessagingProblem.MEMBER_NOT_FOUND.problem();
        }
        return List.copyOf(others);
    }

    private Turn group(Turn turn, List<Long> others) {
        seating.seat(turn, List.of(turn.actor().principalId()), 1);
        seating.seat(turn, others, 1);
        seating.setRole(turn, turn.actor().principalId(), GroupRole.OWNER);
        turn.state(turn.state().withMembers(others.size() + 1));
        turns.write(
                turn,
                Turns.Event.about(Turns.Event.Type.CREATED, turn.actor(), others)
                        .withTitle(turn.state().title()));
        Set<Long> everybody = new LinkedHashSet<>(others);
        everybody.add(turn.actor().principalId());
        seating.announce(turn, everybody);
        return turn;
    }

    private Turn pair(Actor actor, long peerId, long id, Instant now) {
        Turn turn = begin(actor, Turn.State.fresh(id, ConversationKind.DIRECT, "", 2), now);
        seating.seat(turn, List.of(actor.principalId(), peerId), 1);
        return turn;
    }

    private Turn begin(Actor actor, Turn.State state, Instant now) {
        store.insertHead(actor, state.id(), now);
        return new Turn(actor, state, 0, 0, now);
    }

    /** How the actor's own list shows a conversation. */
    void setPreferences(Actor actor, long id, GroupRequests.Preferences wanted) {
        seating.setPreferences(actor, id, wanted);
    }
}
