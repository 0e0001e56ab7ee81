package org.qiao.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is new to whom, for modules that tell people about it. For programs only: it shows what its callers must not show. */
@Service
public class News {

    private static final int EXCERPT = 200;

    private final NewsStore store;
    private final MemberCache members;
    private final ReadMarks marks;

    News(NewsStore store, MemberCache members, ReadMarks marks) {
        this.store = store;
        this.members = members;
        this.marks = marks;
    }

    /** A person in a conversation. */
    public record Key(long principalId, long conversationId) {}

    /**
     * How far a member has read.
     *
     * @param readSeq everything up to here is read, or before his time
     * @param mentionSeq the last unread entry that mentions him or everybody; 0 for none
     */
    public record Seat(Key key, boolean muted, long readSeq, long mentionSeq) {}

    /**
     * @param lowId the two of a direct conversation, null for others
     * @param customerId whose thread it is; like a direct conversation for whoever serves him
     * @param title empty for all but groups, and for a group without one
     */
    public record Place(
            long conversationId,
            @Nullable Long lowId,
            @Nullable Long highId,
            @Nullable Long customerId,
            String title) {

        public boolean isDirect() {
            return lowId != null || customerId != null;
        }

        /** The other one for this person; 0 in a group. */
        public long peer(long principalId) {
            if (customerId != null) {
                return customerId;
            }
            if (lowId == null || highId == null) {
                return 0;
            }
            return lowId == principalId ? highId : lowId;
        }
    }

    /**
     * A message that was not recalled.
     *
     * @param excerpt the beginning of the text, the name of the file, or the title of the card
     * @param mentions principal ids; 0 is everybody
     */
    public record Message(
            long conversationId,
            long seq,
            long sender,
            EntryKind kind,
            Instant at,
            String excerpt,
            Set<Long> mentions) {

        public boolean mentions(long principalId) {
            return mentions.contains(0L) || mentions.contains(principalId);
        }
    }

    /** A conversation in which a person has unread messages. */
    public record Unread(Seat seat, Place place, long count, Instant movedAt) {}

    /** Who is in which conversation, sorted; shared, never to be changed. May be a moment behind. */
    public Map<Long, long[]> members(Set<Long> conversations) {
        return members.of(conversations);
    }

    public List<Place> places(long orgId, Collection<Long> conversations) {
        return store.places(orgId, conversations);
    }

    /** Those of the keys that are members now, customers left out; what they have read this moment is known. */
    public List<Seat> seats(long orgId, Collection<Key> keys) {
        return seats(orgId, keys, false);
    }

    /** The same for customers. */
    public List<Seat> seatsOfCustomers(long orgId, Collection<Key> keys) {
        return seats(orgId, keys, true);
    }

    private List<Seat> seats(long orgId, Collection<Key> keys, boolean guests) {
        List<Key> asked = List.copyOf(keys);
        Map<Key, Long> marked = new HashMap<>(); // memory first: a mark stays there until it is written
        asked.forEach(key -> marked.put(key, marks.waiting(key.conversationId(), key.principalId())));
        return store.seats(orgId, asked, guests).stream()
                .map(seat -> fresh(seat, marked.getOrDefault(seat.key(), 0L)))
                .toList();
    }

    private static Seat fresh(Seat seat, long marked) {
        return marked <= seat.readSeq()
                ? seat
                : new Seat(seat.key(), seat.muted(), marked, seat.mentionSeq() > marked ? seat.mentionSeq() : 0);
    }

    /**
     * The last messages of each conversation, ascending.
     *
     * @param after for each conversation the entry behind which they stand
     */
    public List<Message> messages(long orgId, Map<Long, Long> after, int most) {
        return messages(orgId, after, most, EXCERPT);
    }

    /** @param length so much of each text */
    public List<Message> messages(long orgId, Map<Long, Long> after, int most, int length) {
        return after.isEmpty() ? List.of() : store.messages(orgId, after, most, length);
    }

    /** The conversations of each person that have unread messages, those that moved last first. */
    public List<Unread> unread(long orgId, Collection<Long> people, int most) {
        return people.isEmpty() ? List.of() : store.unread(orgId, people, most);
    }
}
