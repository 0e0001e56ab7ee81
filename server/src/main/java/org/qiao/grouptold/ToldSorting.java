package org.qiao.grouptold;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupGates;
import org.qiao.grouptold.ToldCallStore.Planned;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Seat;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.qiao.threadfeed.ThreadReader;
import org.springframework.stereotype.Component;

/**
 * Finds out which customers what was said in groups concerns, and when to look at them again. The plan is written in the transaction
 * that takes what was said: a crash leaves both or neither. A handful of statements for a company.
 */
@Component
class ToldSorting implements ThreadReader {

    private final ToldCallStore calls;
    private final Where where;
    private final News news;
    private final Notices notices;
    private final ToldSettings pace;
    private final Clock clock;

    ToldSorting(ToldCallStore calls, Where where, News news, Notices notices, ToldSettings pace, Clock clock) {
        this.calls = calls;
        this.where = where;
        this.news = news;
        this.notices = notices;
        this.pace = pace;
        this.clock = clock;
    }

    /** What is a group with customers. */
    @Component("grouptoldWhere")
    record Where(GroupGates gates, GroupDoor door) {}

    @Override
    public String lane() {
        return "grouptold";
    }

    /** Nothing at all for companies without such groups; else one look at an index. */
    @Override
    public Collection<Stretch> wanted(List<Stretch> all, List<Stretch> threads) {
        List<Stretch> possible = all.stream()
                .filter(stretch -> where.gates().hasGroups(stretch.orgId()))
                .toList();
        Set<Long> groups = where.door().groupsAmong(possible);
        return possible.stream()
                .filter(stretch -> groups.contains(stretch.conversationId()))
                .toList();
    }

    @Override
    public void heard(long orgId, Said said) {
        Instant oldest = clock.instant().minus(pace.oldest());
        Map<Long, List<Message>> fresh = said.messages().stream()
                .filter(message -> message.at().isAfter(oldest))
                .collect(Collectors.groupingBy(Message::conversationId));
        if (fresh.isEmpty()) {
            return;
        }
        List<Key> keys = keys(orgId, fresh);
        List<Planned> planned = new ArrayList<>();
        for (Seat seat : keys.isEmpty() ? List.<Seat>of() : news.seatsOfCustomers(orgId, keys)) {
            plan(seat, fresh.getOrDefault(seat.key().conversationId(), List.of()))
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
    private Optional<Planned> plan(Seat seat, List<Message> messages) {
        long person = seat.key().principalId();
        List<Message> unread = messages.stream()
                .filter(message -> message.sender() != person && message.seq() > seat.readSeq())
                .toList();
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        long after = messages.getFirst().seq() - 1;
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
