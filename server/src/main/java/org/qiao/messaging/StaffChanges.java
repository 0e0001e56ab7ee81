package org.qiao.messaging;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.qiao.account.Principals;
import org.qiao.directory.MemberDisabled;
import org.qiao.directory.MemberJoined;
import org.qiao.directory.MemberLeft;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of conversations when people leave the company, are locked out, or come back. Every step is harmless when it is
 * repeated.
 */
@Component
class StaffChanges {

    private static final int PAGE = 200;

    private final Turns turns;
    private final GroupMembers groups;
    private final SeatStore store;
    private final Members directory;
    private final Principals principals;

    StaffChanges(Turns turns, GroupMembers groups, SeatStore store, Members directory, Principals principals) {
        this.turns = turns;
        this.groups = groups;
        this.store = store;
        this.directory = directory;
        this.principals = principals;
    }

    /**
     * Out of all groups; direct conversations stay readable for the other side, who can write no more. Whoever served a customer keeps
     * that seat until somebody takes over: what the customer writes meanwhile waits. The same holds for who owns a group with
     * customers: the hand-over says who owns it next.
     */
    @ApplicationModuleListener
    void on(MemberLeft event) {
        Actor gone = actor(event.orgId(), event.principalId());
        each(
                gone,
                (id, kind) -> turns.change(gone, id, turn -> {
                    if (kind == ConversationKind.GROUP) {
                        store.role(gone, id, gone.principalId())
                                .filter(role -> !turn.state().external() || role != GroupRole.OWNER)
                                .ifPresent(role -> groups.leave(turn, gone.principalId(), role));
                    } else if (kind == ConversationKind.DIRECT) {
                        reconcile(gone, turn);
                    }
                }));
    }

    @ApplicationModuleListener
    void on(MemberDisabled event) {
        Actor locked = actor(event.orgId(), event.principalId());
        each(locked, (id, kind) -> {
            if (kind == ConversationKind.DIRECT) {
                turns.change(locked, id, turn -> reconcile(locked, turn));
            }
        });
    }

    /** Reopens direct conversations whose two sides are both here. */
    @ApplicationModuleListener
    void on(MemberJoined event) {
        Actor back = actor(event.orgId(), event.principalId());
        each(back, (id, kind) -> {
            if (kind == ConversationKind.DIRECT) {
                turns.change(back, id, turn -> reconcile(back, turn));
            }
        });
    }

    /** By what is so now: events of one person may be handled in another order than they happened. */
    private void reconcile(Actor actor, Turn turn) {
        Set<Long> pair = store.pair(actor, turn.state().id());
        int voices = principals.voices(actor.orgId(), pair).size();
        boolean present = directory.present(actor, pair).size() + voices == pair.size();
        turn.state(turn.state().closed(!present));
    }

    private void each(Actor actor, BiConsumer<Long, ConversationKind> change) {
        long after = 0;
        Map<Long, ConversationKind> page;
        do {
            page = store.conversationsOf(actor, after, PAGE);
            page.forEach(change);
            after = page.keySet().stream().mapToLong(Long::longValue).max().orElse(after);
        } while (page.size() == PAGE);
    }

    private static Actor actor(long orgId, long principalId) {
        return new Actor(orgId, principalId, Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
