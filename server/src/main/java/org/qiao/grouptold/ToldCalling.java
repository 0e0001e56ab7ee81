package org.qiao.grouptold;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qiao.customergroup.GroupDoor.OwnedGroup;
import org.qiao.grouptold.ToldCallStore.Call;
import org.qiao.grouptold.ToldCallStore.How;
import org.qiao.grouptold.ToldCallStore.Move;
import org.qiao.grouptold.ToldOrders.About;
import org.qiao.grouptold.ToldOrders.To;
import org.qiao.grouptold.ToldPeople.Company;
import org.qiao.grouptold.ToldPeople.Known;
import org.qiao.grouptold.ToldPeople.Wishes;
import org.qiao.grouptold.ToldRule.Moment;
import org.qiao.grouptold.ToldRule.Verdict;
import org.qiao.grouptold.ToldWording.Words;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Seat;
import org.qiao.notice.NoticeMoved;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.Notices;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whose moment has come, who still sit in the group and have still not read it. One transaction holds the rows, the orders
 * and until where each was told; the key of an order makes a repeat harmless.
 */
@Component
class ToldCalling {

    private final ToldCallStore calls;
    private final News news;
    private final ToldPeople people;
    private final ToldOrders orders;
    private final Notices notices;
    private final ToldRule rule;
    private final Pace pace;

    ToldCalling(
            ToldCallStore calls,
            News news,
            ToldPeople people,
            ToldOrders orders,
            Notices notices,
            ToldRule rule,
            Pace pace) {
        this.calls = calls;
        this.news = news;
        this.people = people;
        this.orders = orders;
        this.notices = notices;
        this.rule = rule;
        this.pace = pace;
    }

    /** The clock and the settings. */
    @Component("grouptoldPace")
    record Pace(Clock clock, ToldSettings settings) {}

    /** @return how many rows were looked at; fewer than {@code limit}: nobody else is due */
    @Transactional
    public int once(int limit) {
        List<Call> due = calls.claim(pace.clock().instant(), limit);
        due.stream().collect(Collectors.groupingBy(Call::orgId)).forEach(this::serve);
        return due.size();
    }

    /** Looks at nothing: the first who is due hears of it when something new is said. @return which groups it concerns */
    @Transactional
    public List<Long> leaveOut() {
        Instant now = pace.clock().instant();
        List<Call> due = calls.claim(now, 1);
        due.forEach(call -> calls.move(call.orgId(), List.of(new Move(call.key(), 0, null, How.NOT)), now));
        return due.stream().map(call -> call.key().conversationId()).toList();
    }

    /** Whoever has left or was taken out has no seat any more: nothing is told him, and his row is gone. */
    private void serve(long orgId, List<Call> due) {
        Instant now = pace.clock().instant();
        Map<Key, Seat> seats = news
                .seatsOfCustomers(orgId, due.stream().map(Call::key).toList())
                .stream()
                .collect(Collectors.toMap(Seat::key, Function.identity()));
        calls.drop(
                orgId,
                due.stream()
                        .map(Call::key)
                        .filter(key -> !seats.containsKey(key))
                        .toList());
        List<Call> seated =
                due.stream().filter(call -> seats.containsKey(call.key())).toList();
        if (seated.isEmpty()) {
            return;
        }
        Round round = round(orgId, seated, now);
        List<Move> moves = new ArrayList<>();
        List<NoticeOrder> ordered = new ArrayList<>();
        for (Call call : seated) {
            Telling telling = telling(round, call, Objects.requireNonNull(seats.get(call.key())));
            telling.order().ifPresent(ordered::add);
            moves.add(telling.move());
        }
        notices.order(orgId, ordered);
        calls.move(orgId, moves, now);
    }

    /** What is known about one company's customers and groups. */
    private record Round(Company company, Map<Long, List<Message>> messages, Wishes wishes, Known known, Instant now) {}

    private Round round(long orgId, List<Call> due, Instant now) {
        Map<Long, Long> after = new HashMap<>();
        due.forEach(call -> after.merge(call.key().conversationId(), call.toldSeq(), Math::min));
        Instant oldest = now.minus(pace.settings().oldest());
        List<Message> messages = news.messages(orgId, after, ToldWording.MOST).stream()
                .filter(message -> message.at().isAfter(oldest))
                .toList();
        Set<Long> readers = due.stream().map(call -> call.key().principalId()).collect(Collectors.toSet());
        return new Round(
                people.company(orgId, after.keySet()),
                messages.stream().collect(Collectors.groupingBy(Message::conversationId)),
                people.wishes(orgId, due.stream().map(Call::key).toList()),
                people.known(
                        orgId, readers, messages.stream().map(Message::sender).collect(Collectors.toSet())),
                now);
    }

    private record Telling(Move move, Optional<NoticeOrder> order) {}

    private static Telling nothing(Key key, long seq) {
        return new Telling(new Move(key, seq, null, How.NOT), Optional.empty());
    }

    private Telling telling(Round round, Call call, Seat seat) {
        Key key = call.key();
        OwnedGroup group = round.company().groups().get(key.conversationId());
        Optional<ToldNews> fresh =
                ToldNews.of(seat, call.toldSeq(), round.messages().getOrDefault(key.conversationId(), List.of()));
        if (group == null || fresh.isEmpty()) {
            return nothing(key, 0);
        }
        ToldNews told = fresh.get();
        boolean connected = round.wishes().connected().contains(key.principalId());
        Moment moment = new Moment(round.now(), connected, round.company().zone());
        return switch (rule.judge(told.piece(), round.wishes().of(key, call.unpushed()), call.last(), moment)) {
            case Verdict.Quiet _ -> nothing(key, told.newest());
            case Verdict.Later later -> new Telling(new Move(key, 0, later.at(), How.NOT), Optional.empty());
            case Verdict.Push _ -> pushed(round, group, told);
            case Verdict.Write write -> written(round, group, told, write.sms());
        };
    }

    private Telling pushed(Round round, OwnedGroup group, ToldNews told) {
        NoticeOrder order = orders.push(to(round, group, told), about(group, told), words(round, group, told));
        return new Telling(new Move(key(group, told), told.newest(), null, How.PUSH), Optional.of(order));
    }

    private Telling written(Round round, OwnedGroup group, ToldNews told, boolean sms) {
        Optional<NoticeOrder> order =
                orders.written(to(round, group, told), about(group, told), words(round, group, told), sms);
        How how = order.isPresent() ? How.WRITE : How.NOT;
        return new Telling(new Move(key(group, told), told.newest(), null, how), order);
    }

    private static Key key(OwnedGroup group, ToldNews told) {
        return new Key(told.person(), group.conversationId());
    }

    private static About about(OwnedGroup group, ToldNews told) {
        return new About(key(group, told), told.newest(), told.mentionSeq());
    }

    private static To to(Round round, OwnedGroup group, ToldNews told) {
        Company company = round.company();
        return new To(company.orgId(), group.ownerId(), round.known().locale(told.person()), round.now());
    }

    private static Words words(Round round, OwnedGroup group, ToldNews told) {
        Message last = told.last();
        boolean open = round.company().open() && last.kind() == EntryKind.TEXT;
        return new Words(
                group.title(),
                round.company().name(),
                round.known().name(last.sender()),
                open ? last.excerpt() : null,
                told.messages().size(),
                told.named());
    }

    /** No device took who mentioned him: by e-mail then, if he wants that. */
    @ApplicationModuleListener(condition = NoticeMoved.IS_FAILURE)
    void on(NoticeMoved moved) {
        About.of(moved.key())
                .filter(about -> about.mentionSeq() > 0)
                .ifPresent(
                        about -> calls.again(moved.orgId(), about, pace.clock().instant()));
    }
}
