package org.qiao.messagenotice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.messagenotice.CallStore.Call;
import org.qiao.messagenotice.CallStore.Move;
import org.qiao.messagenotice.TellRule.Moment;
import org.qiao.messagenotice.TellRule.Piece;
import org.qiao.messagenotice.TellRule.Verdict;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Place;
import org.qiao.messaging.News.Seat;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whose moment has come and who have still not read it. One transaction holds the rows, the orders and until where
 * each was told; the key of an order makes a repeat harmless. A dozen statements for a company, however many people it are.
 */
@Component
class Calling {

    /** More are shown as "30+". */
    static final int MESSAGES = 30;

    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    private final CallStore calls;
    private final News news;
    private final TellChoices choices;
    private final Addressees addressees;
    private final Notices notices;
    private final Clock clock;

    Calling(CallStore calls, News news, TellChoices choices, Addressees addressees, Notices notices, Clock clock) {
        this.calls = calls;
        this.news = news;
        this.choices = choices;
        this.addressees = addressees;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return how many rows were looked at; fewer than {@code limit}: nobody else is due */
    @Transactional
    public int once(int limit) {
        List<Call> due = calls.claim(clock.instant(), limit);
        due.stream().collect(Collectors.groupingBy(Call::orgId)).forEach(this::serve);
        return due.size();
    }

    List<Call> due(int limit) {
        return calls.due(clock.instant(), limit);
    }

    /** One alone, for when a batch failed. @return how many rows were looked at */
    @Transactional
    public int one(Call call) {
        List<Call> due = calls.claim(call, clock.instant());
        if (!due.isEmpty()) {
            serve(call.orgId(), due);
        }
        return due.size();
    }

    /** It cannot be served: others get their turn, and it another try. */
    @Transactional
    public void putOff(Call call) {
        calls.postpone(call, clock.instant().plus(AFTER_A_FAULT));
    }

    private void serve(long orgId, List<Call> due) {
        Instant now = clock.instant();
        Map<Key, Seat> seats = news.seats(orgId, due.stream().map(Call::key).toList()).stream()
                .collect(Collectors.toMap(Seat::key, seat -> seat));
        Facts facts = facts(orgId, seats);
        List<Move> moves = new ArrayList<>();
        List<NoticeOrder> orders = new ArrayList<>();
        for (Call call : due) {
            Seat seat = seats.get(call.key());
            Telling telling = seat == null ? Telling.NOTHING : telling(facts, seat, call.toldSeq(), now);
            if (telling.words() != null) {
                orders.add(order(facts, call.key(), telling, now));
            }
            moves.add(new Move(call.key(), telling.words() == null ? 0 : telling.seq(), telling.later()));
        }
        notices.orderUnhurried(orgId, orders);
        calls.move(orgId, moves, now);
    }

    /** What is known about one company's people and conversations. */
    private record Facts(
            long orgId,
            Map<Long, List<Message>> messages,
            Map<Long, Place> places,
            Map<Long, Wish> wishes,
            Addressees.Known known) {}

    private Facts facts(long orgId, Map<Key, Seat> seats) {
        Map<Long, Long> after = new HashMap<>();
        seats.values().forEach(seat -> after.merge(seat.key().conversationId(), seat.readSeq(), Math::min));
        List<Message> messages = news.messages(orgId, after, MESSAGES);
        Set<Long> recipients = seats.keySet().stream().map(Key::principalId).collect(Collectors.toSet());
        Set<Long> senders = messages.stream().map(Message::sender).collect(Collectors.toSet());
        return new Facts(
                orgId,
                messages.stream().collect(Collectors.groupingBy(Message::conversationId)),
                news.places(orgId, after.keySet()).stream()
                        .collect(Collectors.toMap(Place::conversationId, place -> place)),
                choices.wishes(orgId, recipients),
                addressees.of(orgId, senders, recipients));
    }

    /**
     * What becomes of a row.
     *
     * @param words null: nothing is told
     * @param later look again then
     */
    private record Telling(
            Wording.@Nullable Words words,
            long seq,
            @Nullable Instant later) {

        static final Telling NOTHING = new Telling(null, 0, null);
    }

    private Telling telling(Facts facts, Seat seat, long toldSeq, Instant now) {
        long person = seat.key().principalId();
        Place place = facts.places().get(seat.key().conversationId());
        Wish wish = facts.wishes().get(person);
        if (place == null || wish == null) {
            return Telling.NOTHING;
        }
        List<Message> wanted = facts.messages().getOrDefault(place.conversationId(), List.of()).stream()
                .filter(message -> message.sender() != person && message.seq() > seat.readSeq())
                .filter(message -> TellRule.isWanted(
                        new Piece(place.isDirect(), message.mentions(person), seat.muted()), wish.settings()))
                .toList();
        long newest = Math.max(wanted.isEmpty() ? 0 : wanted.getLast().seq(), seat.mentionSeq());
        Piece piece = new Piece(place.isDirect(), seat.mentionSeq() > 0, seat.muted());
        if (newest <= toldSeq || (wanted.isEmpty() && !TellRule.isWanted(piece, wish.settings()))) {
            return Telling.NOTHING;
        }
        return switch (TellRule.judge(piece, wish, Moment.atLast(now))) {
            case Verdict.Tell _ -> new Telling(words(facts, seat, place, wanted, wish), newest, null);
            case Verdict.Later later -> new Telling(null, 0, later.at());
            case Verdict.Quiet _ -> Telling.NOTHING;
        };
    }

    private static Wording.Words words(Facts facts, Seat seat, Place place, List<Message> wanted, Wish wish) {
        Message last = wanted.isEmpty() ? null : wanted.getLast();
        return new Wording.Words(
                place,
                last == null ? "" : facts.known().name(last.sender()),
                last,
                wanted.size(),
                seat.mentionSeq() > 0,
                wish.settings().preview());
    }

    private NoticeOrder order(Facts facts, Key key, Telling telling, Instant now) {
        Locale locale = facts.known().locale(key.principalId());
        return new NoticeOrder(
                "message:%d:%d:%d".formatted(key.principalId(), key.conversationId(), telling.seq()),
                Channel.PUSH,
                key.principalId(),
                null,
                locale,
                Wording.push(locale, Objects.requireNonNull(telling.words()), addressees.link(key.conversationId())),
                now,
                now.plus(LIFE),
                false);
    }
}
