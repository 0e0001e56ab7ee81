package org.qiao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** History and database side by side, found by conversation and seq: what every check asks for. */
final class Facts {

    final History history;
    final Dump dump;
    private final Map<Long, TreeMap<Long, Dump.Entry>> entries = new HashMap<>();
    /** Entries with a number that another one has. */
    final List<Dump.Entry> twice = new ArrayList<>();

    private final Map<Place, List<Stay>> stays = new HashMap<>();

    private record Place(long conversation, long person) {}

    /** @param to the entry that tells of his leaving, which he still sees */
    private record Stay(long from, long to) {}

    Facts(History history, Dump dump) {
        this.history = history;
        this.dump = dump;
        for (Dump.Entry entry : dump.entries()) {
            if (of(entry.conversation()).putIfAbsent(entry.seq(), entry) != null) {
                twice.add(entry);
            }
        }
        entries.forEach((conversation, log) -> log.values().forEach(this::follow));
    }

    private void follow(Dump.Entry entry) {
        switch (entry.event()) {
            case "CREATED" -> {
                enter(entry, entry.sender());
                entry.people().forEach(person -> enter(entry, person));
            }
            case "JOINED" -> entry.people().forEach(person -> enter(entry, person));
            case "REMOVED", "LEFT" -> entry.people().forEach(person -> leave(entry, person));
            default -> {
                // Nobody comes or goes.
            }
        }
    }

    private void enter(Dump.Entry entry, long person) {
        stays.computeIfAbsent(new Place(entry.conversation(), person), _ -> new ArrayList<>())
                .add(new Stay(entry.seq(), Long.MAX_VALUE));
    }

    private void leave(Dump.Entry entry, long person) {
        List<Stay> all = stays.get(new Place(entry.conversation(), person));
        if (all != null) {
            all.addLast(new Stay(all.removeLast().from(), entry.seq()));
        }
    }

    TreeMap<Long, Dump.Entry> of(long conversation) {
        return entries.computeIfAbsent(conversation, _ -> new TreeMap<>());
    }

    Dump.@Nullable Entry at(long conversation, long seq) {
        return of(conversation).get(seq);
    }

    /** Was a member when the entry was written. In a pair both always are. */
    boolean maySee(long person, long conversation, long seq) {
        Dump.Head head = dump.heads().get(conversation);
        if (head != null && !head.group()) {
            return dump.members().stream()
                    .anyMatch(member -> member.conversation() == conversation && member.person() == person);
        }
        return stays.getOrDefault(new Place(conversation, person), List.of()).stream()
                .anyMatch(stay -> stay.from() <= seq && seq <= stay.to());
    }

    /** What was known before the database was put back, and lay behind that point, may be gone. */
    boolean isRewound(long conversation, long seq, long knownAt) {
        return history.rewinds().stream()
                .anyMatch(
                        rewind -> rewind.conversation() == conversation && seq > rewind.seq() && rewind.at() > knownAt);
    }
}
