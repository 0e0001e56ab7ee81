package org.qiao.customercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customercare.CareDays.Counted;
import org.qiao.customercare.CareViews.CareRecountView;
import org.qiao.customercare.RecountStore.Recount;
import org.qiao.customercare.Talk.Happening;
import org.qiao.messaging.CustomerTalk;
import org.qiao.messaging.CustomerTalk.Said;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.PlatformProblem;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a day that is over again from the log: after hours or zones were wrong, or something was lost. Portion by portion, each in one
 * transaction that also moves how far it came; a crash goes on there.
 */
@Service
class Recounts {

    private static final int THREADS = 100;

    /** The last ones before the day's end: who was waiting when it began is found among them. */
    private static final int MESSAGES = 1_000;

    private static final int SHOWN = 50;

    /** What a program said is known for longer than so many days: else it would be counted as said by hand. */
    static final int DAYS_MAX = 366;

    private static final int CHATS_KEPT = 400;
    private static final int DAYS_KEPT = 1_100;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final RecountStore store;
    private final CareThreadStore threads;
    private final CareDays days;
    private final CareRules rules;
    private final Log log;
    private final Clock clock;

    Recounts(RecountStore store, CareThreadStore threads, CareDays days, CareRules rules, Log log, Clock clock) {
        this.store = store;
        this.threads = threads;
        this.days = days;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** What was said, and who served. */
    @Component("customercareLog")
    record Log(CustomerTalk talk, CustomerRelations relations, WorkCalendars calendars) {}

    @Transactional
    public List<CareRecountView> ask(Actor actor, LocalDate day) {
        CareRules.requireAdmin(actor);
        LocalDate today = days.dayOf(actor.orgId(), clock.instant());
        if (!day.isBefore(today)) {
            throw CustomercareProblem.NOT_OVER.problem();
        }
        if (!Limits.isSpan(day, today, DAYS_MAX)) {
            throw PlatformProblem.INVALID.problem("field", "day", "max", DAYS_MAX);
        }
        store.add(actor, day, clock.instant());
        return store.list(actor.orgId(), SHOWN);
    }

    List<CareRecountView> list(Actor actor) {
        CareRules.requireAdmin(actor);
        return store.list(actor.orgId(), SHOWN);
    }

    /** One portion of the oldest that was asked for. */
    @Transactional
    public void goOn() {
        Optional<Recount> next = store.next();
        if (next.isEmpty()) {
            return;
        }
        Recount recount = next.get();
        List<Long> some = store.threads(recount.orgId(), recount.conversationId(), THREADS);
        if (some.isEmpty()) {
            days.recount(recount.orgId(), store.people(recount));
            store.done(recount);
            return;
        }
        count(recount, threads.lock(recount.orgId(), some));
        store.move(recount, some.getLast());
    }

    /** What is too old: single threads after a year, employees' days and who took numbers out after three. */
    void forget() {
        Instant now = clock.instant();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        int gone;
        do {
            gone = store.forgetChats(today.minusDays(CHATS_KEPT), FORGOTTEN_AT_ONCE);
        } while (gone == FORGOTTEN_AT_ONCE);
        do {
            gone = store.forgetDays(today.minusDays(DAYS_KEPT), FORGOTTEN_AT_ONCE);
        } while (gone == FORGOTTEN_AT_ONCE);
        store.forgetExports(now.minus(Duration.ofDays(DAYS_KEPT)));
    }

    private void count(Recount recount, List<CareThread> some) {
        long orgId = recount.orgId();
        ZoneId zone = log.calendars().of(orgId).zone();
        Instant from = recount.day().atStartOfDay(zone).toInstant();
        Instant until = recount.day().plusDays(1).atStartOfDay(zone).toInstant();
        List<Long> ids = some.stream().map(CareThread::conversationId).toList();
        Map<Long, Long> seen = new HashMap<>();
        some.forEach(thread -> seen.put(thread.conversationId(), thread.talk().seenSeq()));
        Map<Long, List<Said>> said = log.talk().before(orgId, ids, until, MESSAGES).stream()
                .filter(one -> one.seq() <= Objects.requireNonNull(seen.get(one.conversationId())))
                .collect(Collectors.groupingBy(Said::conversationId));
        Map<Long, List<CustomerRelation>> served = log.relations().ofConversations(orgId, ids).stream()
                .collect(Collectors.groupingBy(relation -> Objects.requireNonNull(relation.conversationId())));
        Set<String> closings = rules.closings(orgId);
        List<Counted> counted = new ArrayList<>();
        said.forEach((id, all) -> Talk.NEW.hear(all, closings).happenings().stream()
                .filter(happening -> isWithin(happening, from, until))
                .forEach(happening -> counted.add(
                        new Counted(id, server(served.getOrDefault(id, List.of()), at(happening)), happening))));
        store.forget(recount, ids);
        days.count(orgId, counted.stream().filter(one -> one.responsible() != 0).toList());
    }

    private static boolean isWithin(Happening happening, Instant from, Instant until) {
        Instant at = at(happening);
        return !at.isBefore(from) && at.isBefore(until);
    }

    private static Instant at(Happening happening) {
        return switch (happening) {
            case Happening.Received received -> received.at();
            case Happening.Sent sent -> sent.at();
            case Happening.Asked asked -> asked.waiting().since();
            case Happening.Answered answered -> answered.at();
            case Happening.TakenBack back -> back.waiting().since();
        };
    }

    /** Who served at a moment; 0: nobody. */
    private static long server(List<CustomerRelation> relations, Instant at) {
        return relations.stream()
                .filter(relation -> !relation.openedAt().isAfter(at)
                        && (relation.closedAt() == null
                                || Objects.requireNonNull(relation.closedAt()).isAfter(at)))
                .max(Comparator.comparing(CustomerRelation::openedAt))
                .map(CustomerRelation::memberId)
                .orElse(0L);
    }
}
