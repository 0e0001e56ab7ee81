package org.qiao.grouptold;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.qiao.grouptold.ToldCallStore.Planned;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Seat;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out which customers what was said in groups concerns, and when to look at them again. One transaction takes the pieces and
 * writes the plan: a crash leaves both or neither. A handful of statements for a company.
 */
@Component
class ToldSorting {

    private final ToldFeedStore feed;
    private final ToldCallStore calls;
    private final News news;
    private final Notices notices;
    private final ToldSettings pace;
    private final Clock clock;

    ToldSorting(ToldFeedStore feed, ToldCallStore calls, News news, Notices notices, ToldSettings pace, Clock clock) {
        this.feed = feed;
        this.calls = calls;
        this.news = news;
        this.notices = notices;
        this.pace = pace;
        this.clock = clock;
    }

    /** @return how many pieces were taken; fewer than {@code limit}: there are no more */
    @Transactional
    public int once(int limit) {
        List<ToldFeedStore.Piece> pieces = feed.take(limit);
        pieces.stream()
                .collect(Collectors.groupingBy(ToldFeedStore.Piece::orgId))
                .forEach(this::sort);
        return pieces.size();
    }

    private void sort(long orgId, List<ToldFeedStore.Piece> pieces) {
        Map<Long, Long> after = new HashMap<>();
        pieces.forEach(piece -> after.merge(piece.conversationId(), piece.firstSeq() - 1, Math::min));
        Instant oldest = clock.instant().minus(pace.oldest());
        Map<Long, List<Message>> fresh = news.messages(orgId, after, ToldWording.MOST).stream()
                .filter(message -> message.at().isAfter(oldest))
                .collect(Collectors.groupingBy(Message::conversationId));
        if (fresh.isEmpty()) {
            return;
        }
        List<Key> keys = keys(orgId, fresh);
        List<Planned> planned = new ArrayList<>();
        for (Seat seat : keys.isEmpty() ? List.<Seat>of() : news.seatsOfCustomers(orgId, keys)) {
            long conversation = seat.key().conversationId();
            plan(seat, fresh.getOrDefault(conversation, List.of()), after.getOrDefault(conversation, 0L))
                    .ifPresent(planned::add);
        }
        if (!planned.isEmpty()) {
            calls.plan(orgId, planned);
        }
    }

    /** Whoever has a device that takes pushes, and whoever is named: he may have wished for e-mails. */
    private List<Key> keys(long orgId, Map<Long, List<Message>> fresh) {
        Map<Long, long[]> members = news.members(fresh.keySet());
        Set<Long> everybody = members.values().stream()
                .flatMapToLong(LongStream::of)
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        Set<Long> reached = notices.reachable(orgId, Channel.PUSH, everybody);
        List<Key> keys = new ArrayList<>();
        fresh.forEach((conversation, messages) -> LongStream.of(members.getOrDefault(conversation, new long[0]))
                .filter(id -> reached.contains(id) || messages.stream().anyMatch(message -> message.mentions(id)))
                .forEach(id -> keys.add(new Key(id, conversation))));
        return keys;
    }

    /** Empty when nothing is new to him. Whoever is named does not wait. */
    private Optional<Planned> plan(Seat seat, List<Message> messages, long after) {
        long person = seat.key().principalId();
        List<Message> unread = messages.stream()
                .filter(message -> message.sender() != person && message.seq() > seat.readSeq())
                .toList();
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        boolean named = unread.stream().anyMatch(message -> message.mentions(person));
        Instant since = unread.getFirst().at();
        return Optional.of(
                named
                        ? new Planned(seat.key(), after, since, 0)
                        : new Planned(
                                seat.key(),
                                after,
                                since.plus(pace.gather()),
                                pace.pause().toMillis()));
    }
}
