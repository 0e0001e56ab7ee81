package org.qiao.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Files;
import org.qiao.file.Ticket;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/**
 * Conversations with customers as the company looks at them, without a seat in them: for programs that have checked who asks, what
 * he may read, and that it is written down. Never answers anything of a conversation without customers.
 */
@Service
public class Oversight {

    private final OversightStore store;
    private final Files files;

    Oversight(OversightStore store, Files files) {
        this.store = store;
        this.files = files;
    }

    /** From a moment on, until another one, which is not within; null: it goes on. */
    public record Window(Instant from, @Nullable Instant until) {}

    /**
     * What may be read of a conversation.
     *
     * @param recalledSince what was said at this moment or later and recalled is read as if it had not been; null: it is gone
     * @param speakers in a group: what each of these said in these times; that somebody else said something is told, but neither who nor
     *     what. Null: whatever anybody said
     */
    public record Permission(
            long orgId,
            long conversationId,
            List<Window> windows,
            @Nullable Instant recalledSince,
            @Nullable Map<Long, List<Window>> speakers) {

        public Permission {
            windows = List.copyOf(windows);
        }

        /** For a thread. */
        public Permission(long orgId, long conversationId, List<Window> windows, @Nullable Instant recalledSince) {
            this(orgId, conversationId, windows, recalledSince, null);
        }
    }

    /**
     * A message.
     *
     * @param sender 0: it is withheld
     * @param body JSON; "{}" when it was recalled and is gone, or is withheld
     * @param recalledAt null: it was not
     * @param withheld somebody said something that may not be read
     */
    public record Said(
            long conversationId,
            long seq,
            EntryKind kind,
            long sender,
            Instant at,
            @Nullable Instant recalledAt,
            String body,
            boolean withheld) {}

    /** Messages before a place in the conversation, newest first. */
    public List<Said> read(Permission permission, long before, int limit) {
        return permission.windows().isEmpty() ? List.of() : store.read(permission, before, limit);
    }

    /**
     * Messages with a text in them, in the order of the permissions and newest first in each: texts, and names of files.
     *
     * @param permissions of one company, for different conversations, all threads or all groups, with the same rule about what was recalled
     * @param before of the first conversation only what lies before this place
     */
    public List<Said> search(List<Permission> permissions, String pattern, long before, int limit) {
        return permissions.isEmpty() ? List.of() : store.search(permissions, pattern, before, limit);
    }

    /** A link to the file of a message that may be read. */
    public Optional<Ticket> ticket(Actor reader, Permission permission, long seq) {
        return read(permission, seq + 1, 1).stream()
                .filter(said -> said.seq() == seq && !said.withheld())
                .flatMap(said -> store.fileId(said).stream())
                .map(id -> files.ticket(reader, id))
                .findFirst();
    }

    /**
     * Something an employee did in a conversation with customers.
     *
     * @param customers who was taken out; empty for a recall
     */
    public record Deed(
            long orgId,
            long conversationId,
            long seq,
            boolean recall,
            long memberId,
            List<Long> customers,
            Instant at) {

        public Deed {
            customers = List.copyOf(customers);
        }
    }

    /** Employees' recalls, and customers whom employees took out of groups, in what came into the log. Of all companies. */
    public List<Deed> deeds(List<Stretch> stretches) {
        return stretches.isEmpty() ? List.of() : store.deeds(stretches);
    }

    /** A draft as its sender named it. */
    public record Key(long orgId, long conversationId, long senderId, String key) {}

    /** Where the drafts stand in the log; those that are not there are left out. Of all companies. */
    public Map<Key, Long> stored(Collection<Key> keys) {
        return keys.isEmpty() ? Map.of() : store.stored(keys);
    }

    /**
     * Who is or was in a conversation with customers.
     *
     * @param customerId of a thread; null: it is a group
     */
    public record Party(
            long orgId, long conversationId, @Nullable Long customerId, List<Seat> seats) {

        public Party {
            seats = List.copyOf(seats);
        }

        /** @param there false: he has left */
        public record Seat(long principalId, boolean guest, boolean there) {}

        public Optional<Seat> find(long principalId) {
            return seats.stream()
                    .filter(seat -> seat.principalId() == principalId)
                    .findFirst();
        }

        /** The one who serves, when there is one. */
        public Optional<Long> server() {
            return seats.stream()
                    .filter(seat -> !seat.guest() && seat.there())
                    .map(Seat::principalId)
                    .findFirst();
        }
    }

    /**
     * When somebody sits in a group.
     *
     * @param window of his last stay
     */
    public record Stay(long conversationId, long principalId, boolean guest, Window window) {}

    /** The last stays of employees in groups with customers, and of these customers. */
    public List<Stay> stays(long orgId, Collection<Long> groups, Collection<Long> customers) {
        return groups.isEmpty() ? List.of() : store.stays(orgId, groups, customers);
    }

    /** What groups with customers are called. */
    public Map<Long, String> titles(long orgId, Collection<Long> groups) {
        return groups.isEmpty() ? Map.of() : store.titles(orgId, groups);
    }

    public Map<Long, Party> parties(long orgId, Collection<Long> conversations) {
        return conversations.isEmpty()
                ? Map.of()
                : store.parties(orgId, conversations).stream()
                        .collect(Collectors.toMap(Party::conversationId, party -> party));
    }
}
