package org.qiao.messagenotice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.qiao.messagenotice.CallStore.Planned;
import org.qiao.messagenotice.TellRule.Moment;
import org.qiao.messagenotice.TellRule.Piece;
import org.qiao.messagenotice.TellRule.Verdict;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Seat;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.Presence;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out whom committed messages concern, and when he is to be told. One transaction takes the stretches and writes the plan:
 * a crash leaves both or neither. Six statements for a company, two more for each two thousand people.
 */
@Component
class Sorting {

    private static final int PEOPLE_AT_ONCE = 2_000;
    private static final int MESSAGES = 100;

    private final FeedStore feed;
    private final CallStore calls;
    private final News news;
    private final Presence presence;
    private final Notices notices;
    private final TellChoices choices;
    private final Pace pace;

    Sorting(
            FeedStore feed,
            CallStore calls,
            News news,
            Presence presence,
            Notices notices,
            TellChoices choices,
            Pace pace) {
        this.feed = feed;
        this.calls = calls;
        this.news = news;
        this.presence = presence;
        this.notices = notices;
        this.choices = choices;
        this.pace = pace;
    }

    /** The clock and the settings. */
    @Component
    record Pace(Clock clock, MessageNoticeSettings settings) {}

    /** @return how many stretches were taken; fewer than {@code limit}: there are no more */
    @Transactional
    public int once(int limit) {
        List<Stretch> stretches = feed.take(limit);
        stretches.stream().collect(Collectors.groupingBy(Stretch::orgId)).forEach(this::sort);
        return stretches.size();
    }

    /** Takes the next stretch without a look at it. @return the conversations concerned */
    @Transactional
    public List<Long> leaveOut() {
        return feed.take(1).stream().map(Stretch::conversationId).toList();
    }

    private void sort(long orgId, List<Stretch> stretches) {
        Map<Long, Long> after = new HashMap<>();
        stretches.forEach(stretch -> after.merge(stretch.conversationId(), stretch.firstSeq() - 1, Math::min));
        Map<Long, long[]> members = news.members(after.keySet());
        Set<Long> reached = notices.reachable(orgId, Channel.PUSH, union(members));
        if (reached.isEmpty()) {
            return;
        }
        Instant oldest = pace.clock().instant().minus(pace.settings().oldest());
        Map<Long, List<Message>> fresh = news.messages(orgId, after, MESSAGES).stream()
                .filter(message -> message.at().isAfter(oldest))
                .collect(Collectors.groupingBy(Message::conversationId));
        if (fresh.isEmpty()) {
            return;
        }
        Map<Long, Boolean> direct = news.places(orgId, fresh.keySet()).stream()
                .collect(Collectors.toMap(News.Place::conversationId, News.Place::isDirect));
        List<Key> keys = keys(fresh.keySet(), members, reached);
        for (int from = 0; from < keys.size(); from += PEOPLE_AT_ONCE) {
            plan(
                    new Round(orgId, fresh, direct, members, after),
                    keys.subList(from, Math.min(keys.size(), from + PEOPLE_AT_ONCE)));
        }
    }

    private static Set<Long> union(Map<Long, long[]> members) {
        return members.values().stream()
                .flatMapToLong(LongStream::of)
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Key> keys(Set<Long> conversations, Map<Long, long[]> members, Set<Long> reached) {
        List<Key> keys = new ArrayList<>();
        for (long conversation : conversations) {
            for (long member : members.getOrDefault(conversation, new long[0])) {
                if (reached.contains(member)) {
                    keys.add(new Key(member, conversation));
                }
            }
        }
        return keys;
    }

    /** What is known about one company's conversations. */
    private record Round(
            long orgId,
            Map<Long, List<Message>> fresh,
            Map<Long, Boolean> direct,
            Map<Long, long[]> members,
            Map<Long, Long> after) {}

    private void plan(Round round, List<Key> keys) {
        Set<Long> people = keys.stream().map(Key::principalId).collect(Collectors.toSet());
        Map<Long, Wish> wishes = choices.wishes(round.orgId(), people);
        Set<Long> connected = presence.connected(people);
        Instant now = pace.clock().instant();
        List<Planned> planned = new ArrayList<>();
        for (Seat seat : news.seats(round.orgId(), keys)) {
            long person = seat.key().principalId();
            Wish wish = wishes.get(person);
            Piece piece = piece(round, seat);
            if (wish == null || piece == null) {
                continue;
            }
            Moment moment =
                    new Moment(now, connected.contains(person), pace.settings().grace());
            Verdict verdict = TellRule.judge(piece, wish, moment);
            if (verdict instanceof Verdict.Tell) {
                planned.add(planned(round, seat, piece, now));
            } else if (verdict instanceof Verdict.Later later) {
                planned.add(planned(round, seat, piece, later.at()));
            }
        }
        if (!planned.isEmpty()) {
            calls.plan(round.orgId(), planned);
        }
    }

    /** Null when nothing is new to this person. */
    private static @Nullable Piece piece(Round round, Seat seat) {
        long person = seat.key().principalId();
        long conversation = seat.key().conversationId();
        boolean some = false;
        boolean mentioned = false;
        for (Message message : round.fresh().getOrDefault(conversation, List.of())) {
            if (message.sender() != person && message.seq() > seat.readSeq()) {
                some = true;
                mentioned |= message.mentions(person);
            }
        }
        return some ? new Piece(round.direct().getOrDefault(conversation, false), mentioned, seat.muted()) : null;
    }

    /** Whoever is named does not wait for the gap. */
    private Planned planned(Round round, Seat seat, Piece piece, Instant at) {
        long conversation = seat.key().conversationId();
        int size = round.members().getOrDefault(conversation, new long[0]).length;
        return new Planned(
                seat.key(),
                round.after().getOrDefault(conversation, 0L),
                at,
                piece.mentioned() ? Duration.ZERO : pace.settings().gap(size));
    }
}
