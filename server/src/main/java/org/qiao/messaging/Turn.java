package org.qiao.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qiao.platform.Actor;

/**
 * A change of one conversation while its head is locked: the state, the entries made so far, the people concerned. Lives for
 * one transaction and one thread.
 */
final class Turn {

    private final Actor actor;
    private final Instant now;
    private final long no;
    private long seq;
    private State state;
    private final List<EntryView> entries = new ArrayList<>();
    private final List<PersonalChange> personal = new ArrayList<>();
    private final Set<Long> removed = new LinkedHashSet<>();

    Turn(Actor actor, State state, long seq, long no, Instant now) {
        this.actor = actor;
        this.state = state;
        this.seq = seq;
        this.no = no;
        this.now = now;
    }

    Actor actor() {
        return actor;
    }

    Instant now() {
        return now;
    }

    State state() {
        return state;
    }

    void state(State changed) {
        state = changed;
    }

    /** The last entry, with those of this turn. */
    long seq() {
        return seq;
    }

    long no() {
        return no;
    }

    EntryView add(String body) {
        seq++;
        EntryView entry =
                new EntryView(seq, no, EntryKind.SYSTEM, actor.principalId(), now, null, null, null, body, null);
        entries.add(entry);
        return entry;
    }

    List<EntryView> entries() {
        return entries;
    }

    List<PersonalChange> personal() {
        return personal;
    }

    Set<Long> removed() {
        return removed;
    }

    /**
     * @param closed DIRECT: one of the two cannot be reached; CUSTOMER: he is blocked
     * @param external somebody from outside the company reads here
     */
    record State(
            long id,
            ConversationKind kind,
            String title,
            GroupSettings settings,
            int memberCount,
            boolean closed,
            boolean dissolved,
            boolean external) {

        /** A conversation that is being made. */
        static State fresh(long id, ConversationKind kind, String title, int members) {
            return new State(id, kind, title, GroupSettings.STANDARD, members, false, false, false);
        }

        State asExternal(GroupSettings changed) {
            return new State(id, kind, title, changed, memberCount, closed, dissolved, true);
        }

        State withMembers(int change) {
            return new State(id, kind, title, settings, memberCount + change, closed, dissolved, external);
        }

        State withTitle(String changed) {
            return new State(id, kind, changed, settings, memberCount, closed, dissolved, external);
        }

        State withSettings(GroupSettings changed) {
            return new State(id, kind, title, changed, memberCount, closed, dissolved, external);
        }

        State closed(boolean changed) {
            return new State(id, kind, title, settings, memberCount, changed, dissolved, external);
        }

        State dissolve() {
            return new State(id, kind, title, settings, 0, closed, true, external);
        }
    }
}
