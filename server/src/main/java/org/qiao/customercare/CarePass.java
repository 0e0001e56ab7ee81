package org.qiao.customercare;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customercare.CareDays.Counted;
import org.qiao.customercare.CareFeedStore.Piece;
import org.qiao.customercare.CareThread.Place;
import org.qiao.customercare.CareThread.Progress;
import org.qiao.customercare.Talk.Happening;
import org.qiao.customercare.Talk.Heard;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.messaging.CustomerTalk;
import org.qiao.messaging.CustomerTalk.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at threads that have changed: what was said since, whether the customer waits, and what there is to count. How far it has looked
 * stands in the thread's row and moves in the same transaction, so nothing is counted twice, whatever happens to the server.
 */
@Component
class CarePass {

    private static final int MESSAGES = 300;

    private final CareFeedStore feed;
    private final CareThreadStore threads;
    private final CareDays days;
    private final CareRules rules;
    private final CareNews news;
    private final Sources sources;

    CarePass(
            CareFeedStore feed,
            CareThreadStore threads,
            CareDays days,
            CareRules rules,
            CareNews news,
            Sources sources) {
        this.feed = feed;
        this.threads = threads;
        this.days = days;
        this.rules = rules;
        this.news = news;
        this.sources = sources;
    }

    /** What other modules know. */
    @Component("customercareSources")
    record Sources(CustomerTalk talk, CustomerRelations relations, Clock clock) {}

    /**
     * Companies in the order of their ids, as everything that is locked has an order: two servers never wait for each other in a circle.
     *
     * @return how many pieces were taken; fewer than {@code limit}: there are no more
     */
    @Transactional
    public int once(int limit) {
        List<Piece> pieces = feed.take(limit);
        pieces.stream()
                .collect(Collectors.groupingBy(
                        Piece::orgId,
                        TreeMap::new,
                        Collectors.mapping(Piece::conversationId, Collectors.toCollection(TreeSet::new))))
                .forEach(this::look);
        return pieces.size();
    }

    /** Takes the next piece without a look at it. @return the conversations concerned */
    @Transactional
    public List<Long> leaveOut() {
        return feed.take(1).stream().map(Piece::conversationId).toList();
    }

    private void look(long orgId, Set<Long> conversations) {
        Map<Long, CustomerRelation> relations = current(orgId, conversations);
        threads.ensure(orgId, relations.values());
        List<CareThread> rows = threads.lock(orgId, relations.keySet());
        Map<Long, Long> seen = new HashMap<>();
        rows.forEach(row -> seen.put(row.conversationId(), row.talk().seenSeq()));
        Map<Long, List<Said>> said = sources.talk().after(orgId, seen, MESSAGES).stream()
                .collect(Collectors.groupingBy(Said::conversationId));
        Set<String> closings = rules.closings(orgId);
        List<Counted> counted = new ArrayList<>();
        Set<Long> people = new HashSet<>();
        for (CareThread row : rows) {
            List<Said> some = said.getOrDefault(row.conversationId(), List.of());
            CareThread after = look(new Seen(row, relations.get(row.conversationId()), some), closings, counted);
            if (some.size() == MESSAGES) {
                feed.addAll(orgId, List.of(row.conversationId()));
            }
            if (!after.equals(row)) {
                threads.update(after);
                concern(row, after, people);
            }
        }
        days.count(orgId, counted);
        news.changed(people);
    }

    /** Each thread's relation: the open one, else the last. */
    private Map<Long, CustomerRelation> current(long orgId, Set<Long> conversations) {
        Map<Long, CustomerRelation> found = new HashMap<>();
        for (CustomerRelation relation : sources.relations().ofConversations(orgId, conversations)) {
            found.merge(
                    Objects.requireNonNull(relation.conversationId()),
                    relation,
                    (one, other) -> one.isOpen() && !other.isOpen() ? one : other);
        }
        return found;
    }

    private record Seen(CareThread before, @Nullable CustomerRelation relation, List<Said> said) {}

    private CareThread look(Seen seen, Set<String> closings, List<Counted> counted) {
        CareThread before = seen.before();
        CustomerRelation relation = Objects.requireNonNull(seen.relation());
        Heard heard = before.talk().hear(seen.said(), closings);
        boolean back = false;
        for (Happening happening : heard.happenings()) {
            counted.add(new Counted(before.conversationId(), before.responsible(), happening));
            back |= happening instanceof Happening.Sent sent && sent.by() == relation.memberId();
        }
        Talk talk = heard.recalled() ? again(before, heard.talk(), closings) : heard.talk();
        Waiting had = heard.talk().waiting();
        if (heard.recalled() && had != null && !isSame(had, talk.waiting())) {
            counted.add(new Counted(
                    before.conversationId(), before.responsible(), new Happening.TakenBack(had, talk.waiting())));
        }
        Talk open = relation.isOpen() ? talk : new Talk(talk.seenSeq(), null);
        Place place = new Place(
                before.orgId(), before.conversationId(), relation.customerId(), relation.id(), relation.memberId());
        return new CareThread(place, open, progress(before, place, open.waiting(), back));
    }

    /** The customer has taken something back. */
    private Talk again(CareThread thread, Talk talk, Set<String> closings) {
        Waiting waiting = Objects.requireNonNull(talk.waiting());
        List<Said> unanswered =
                sources.talk().after(thread.orgId(), Map.of(thread.conversationId(), waiting.seq() - 1), MESSAGES);
        return talk.after(unanswered, closings);
    }

    private Progress progress(CareThread before, Place place, @Nullable Waiting waiting, boolean back) {
        Instant now = sources.clock().instant();
        Progress known = before.progress();
        Long helper = known.helperId();
        if (helper != null && helper == place.serverId()) {
            known = known.alone();
        } else if (back) {
            known = known.over();
        }
        Waiting last = before.waiting();
        if (waiting == null) {
            return last == null && !known.helperOver() ? known : known.idle(now);
        }
        boolean begun = !isSame(last, waiting);
        boolean other = before.place().serverId() != place.serverId();
        return begun || other ? known.fresh(now) : known;
    }

    private static boolean isSame(@Nullable Waiting one, @Nullable Waiting other) {
        return one == null || other == null ? one == other : one.seq() == other.seq();
    }

    private static void concern(CareThread before, CareThread after, Set<Long> people) {
        if (isSame(before.waiting(), after.waiting()) && before.responsible() == after.responsible()) {
            return;
        }
        people.add(before.responsible());
        people.add(after.responsible());
        people.add(after.place().serverId());
    }
}
