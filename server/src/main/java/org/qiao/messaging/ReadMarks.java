package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.qiao.platform.Actor;
import org.qiao.platform.FaultPoints;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far each member has read. Marks are collected in memory and written in batches, at most one every two seconds for each
 * member and conversation; whoever must see them exactly asks for a flush first. A crash forgets at most those two seconds, and
 * a mark that is sent again never goes back.
 */
@Service
public class ReadMarks {

    private static final int WRITTEN_AT_ONCE = 250;
    private static final int SPREAD_PART = 3;
    private static final int KEPT = 200_000;
    /** Before the last entry of a crashed server: longer than a mark waits, also for a database that was away. */
    private static final int LOST_SECONDS = 15;

    private final ReadStore store;
    private final PersonalLog personal;
    private final Receipts receipts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ConcurrentHashMap<Place, Mark> waiting = new ConcurrentHashMap<>();
    private final Cache<Place, Boolean> writtenLately;

    ReadMarks(
            ReadStore store,
            PersonalLog personal,
            Receipts receipts,
            MessagingSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.personal = personal;
        this.receipts = receipts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.writtenLately = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfter(Expiry.writing((Place place, Boolean yes) -> spread(settings.readFlush())))
                .build();
    }

    /** A little earlier for some than for others: marks set at the same moment would stay one burst for ever. */
    private static Duration spread(Duration most) {
        long millis = most.toMillis();
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / SPREAD_PART + 1));
    }

    /**
     * Everything up to {@code seq} is read. Returns at once; a mark of somebody who is no member, or of an entry that is not
     * there, changes nothing.
     */
    public void mark(Actor actor, long conversationId, long seq) {
        if (seq >= 1) {
            note(new Mark(actor.orgId(), new Place(conversationId, actor.principalId()), seq, clock.instant(), false));
        }
    }

    /** Whoever writes has read. His other devices see it from the entry itself, so it is not told again. */
    void sent(long orgId, long senderId, long conversationId, Ack ack) {
        note(new Mark(orgId, new Place(conversationId, senderId), ack.seq(), ack.at(), true));
    }

    /** The same for an entry that is told late: what a program said in his name, only the database knows by now. */
    void sentBefore(long orgId, long conversationId, EntryView entry) {
        if (!store.isAutomatic(orgId, conversationId, entry)) {
            sent(orgId, entry.sender(), conversationId, new Ack(entry.seq(), entry.no(), entry.at()));
        }
    }

    /** A crash may have forgotten what the last writers have read by writing: their entries are there. */
    @PostConstruct
    void rememberWriters() {
        store.lastWriters(LOST_SECONDS).forEach(this::note);
    }

    private void note(Mark mark) {
        Place place = mark.place();
        waiting.merge(place, mark, (old, young) -> old.seq() >= young.seq() ? old : young);
        if (waiting.size() > KEPT) {
            flush(place::equals); // full: whoever comes now waits for the database himself
        }
    }

    @Scheduled(fixedDelay = 250)
    void flushDue() {
        flush(place -> writtenLately.getIfPresent(place) == null);
    }

    /** Before the actor's own conversations are read. */
    void flushOf(Actor actor) {
        flush(place -> place.principalId() == actor.principalId());
    }

    /** Before the readers of a message are listed. */
    void flushIn(long conversationId) {
        flush(place -> place.conversationId() == conversationId);
    }

    /** What waits to be written for this member; 0 for nothing. */
    long waiting(long conversationId, long principalId) {
        Mark mark = waiting.get(new Place(conversationId, principalId));
        return mark == null ? 0 : mark.seq();
    }

    @PreDestroy
    void flushAll() {
        flush(place -> true);
    }

    private void flush(Predicate<Place> due) {
        List<Mark> marks = new ArrayList<>();
        for (Map.Entry<Place, Mark> entry : waiting.entrySet()) {
            if (due.test(entry.getKey())) {
                marks.add(entry.getValue());
            }
        }
        for (int from = 0; from < marks.size(); from += WRITTEN_AT_ONCE) {
            write(marks.subList(from, Math.min(marks.size(), from + WRITTEN_AT_ONCE)));
        }
    }

    /** A mark stays in memory until it is written; one that came meanwhile stays longer. */
    private void write(List<Mark> marks) {
        FaultPoints.reached("read.flush");
        Written written = Turns.again(() -> Objects.requireNonNull(transaction.execute(status -> store(marks))));
        for (Mark mark : marks) {
            writtenLately.put(mark.place(), true);
            waiting.remove(mark.place(), mark);
        }
        personal.deliver(written.changes());
        written.moved().forEach(receipts::changed);
    }

    private Written store(List<Mark> marks) {
        List<ReadStore.Moved> moved = store.mark(marks);
        Set<Place> written =
                marks.stream().filter(Mark::written).map(Mark::place).collect(Collectors.toSet());
        List<PersonalLog.Change> changes = moved.stream()
                .filter(move -> !written.contains(new Place(move.conversationId(), move.principalId())))
                .map(move -> new PersonalLog.Change(
                        move.orgId(),
                        move.principalId(),
                        move.conversationId(),
                        Map.of("seq", move.seq(), "no", move.no())))
                .toList();
        return new Written(moved, personal.write(PersonalKind.READ, changes));
    }

    private record Written(List<ReadStore.Moved> moved, List<PersonalChange> changes) {}

    record Place(long conversationId, long principalId) {}

    /** @param written the mark is an entry of the member's own */
    record Mark(long orgId, Place place, long seq, Instant at, boolean written) {}
}
