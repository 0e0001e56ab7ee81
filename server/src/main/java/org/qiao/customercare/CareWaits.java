package org.qiao.customercare;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.ServiceTime;
import org.qiao.contactway.ServiceTimes;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.Customers;
import org.qiao.customercare.CareChatStore.Ending;
import org.qiao.customercare.CareViews.CareWaitCount;
import org.qiao.customercare.CareViews.CareWaitView;
import org.qiao.customercare.CareViews.SettleReason;
import org.qiao.customercare.CareWaitStore.After;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who wait for an answer, and what employees decide about them. */
@Service
class CareWaits {

    private final CareWaitStore store;
    private final CareThreadStore threads;
    private final CareStanding standing;
    private final CareDays days;
    private final CareNews news;
    private final Around around;
    private final Clock clock;

    CareWaits(
            CareWaitStore store,
            CareThreadStore threads,
            CareStanding standing,
            CareDays days,
            CareNews news,
            Around around,
            Clock clock) {
        this.store = store;
        this.threads = threads;
        this.standing = standing;
        this.days = days;
        this.news = news;
        this.around = around;
        this.clock = clock;
    }

    /** What other modules know. */
    @Component("customercareAround")
    record Around(Customers customers, CustomerEvents timeline, Members members, ServiceTimes times) {}

    /** The longest waiting first. */
    @Transactional(readOnly = true)
    public Page<CareWaitView> list(Actor actor, CareScope scope, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Collection<Long> people = standing.people(actor, scope);
        Page<CareThread> page =
                Page.cut(store.list(actor.orgId(), people, after(after), size + 1), size, CareWaits::key);
        return new Page<>(views(actor, page.items()), page.next());
    }

    CareWaitCount count(Actor actor) {
        CareWaitStore.Count count = store.count(actor.orgId(), actor.principalId());
        return new CareWaitCount(count.waiting(), count.late());
    }

    /** The wait of one thread; refused like a missing one when nobody waits there, or for anybody else. */
    @Transactional(readOnly = true)
    public CareWaitView get(Actor actor, long conversationId) {
        CareThread thread =
                threads.find(actor.orgId(), conversationId).orElseThrow(CustomercareProblem.NOT_FOUND::problem);
        standing.requireConcerned(actor, thread);
        if (thread.waiting() == null) {
            throw CustomercareProblem.NOT_FOUND.problem();
        }
        return views(actor, List.of(thread)).getFirst();
    }

    private List<CareWaitView> views(Actor actor, List<CareThread> some) {
        long orgId = actor.orgId();
        Set<Long> people = new HashSet<>();
        some.forEach(thread -> people.addAll(List.of(thread.place().serverId(), thread.responsible())));
        Map<Long, Card> cards = around.members().cardsById(orgId, people);
        Map<Long, CustomerCard> customers = around.customers()
                .cardsById(
                        orgId,
                        some.stream().map(thread -> thread.place().customerId()).toList());
        Map<Long, ServiceTime> times = around.times().of(orgId, people);
        return some.stream()
                .map(thread -> view(actor, thread, new Known(cards, customers, times)))
                .toList();
    }

    private record Known(Map<Long, Card> cards, Map<Long, CustomerCard> customers, Map<Long, ServiceTime> times) {}

    private CareWaitView view(Actor actor, CareThread thread, Known known) {
        long who = thread.responsible();
        Waiting waiting = Objects.requireNonNull(thread.waiting());
        return new CareWaitView(
                thread.conversationId(),
                Objects.requireNonNull(known.customers().get(thread.place().customerId())),
                Objects.requireNonNull(known.cards().get(thread.place().serverId())),
                thread.isHelped() ? known.cards().get(who) : null,
                waiting.since(),
                Objects.requireNonNull(known.times().get(who))
                        .between(waiting.since(), clock.instant())
                        .toMinutes(),
                waiting.messages(),
                thread.progress().step(),
                who == actor.principalId());
    }

    /** No answer is needed. Stays in the customer's timeline with its reason. */
    @Transactional
    public void settle(Actor actor, long conversationId, SettleReason reason) {
        CareThread thread = lock(actor, conversationId);
        if (thread.waiting() == null) {
            throw CustomercareProblem.NOT_WAITING.problem();
        }
        Instant now = clock.instant();
        days.settle(actor.orgId(), CareSteps.ask(thread), new Ending("NOT_NEEDED", actor.principalId(), now));
        threads.update(new CareThread(
                thread.place(),
                new Talk(thread.talk().seenSeq(), null),
                thread.progress().idle(now)));
        around.timeline()
                .add(
                        actor.orgId(),
                        thread.place().customerId(),
                        NewEvent.of("WAIT_SETTLED", actor.principalId())
                                .about(thread.place().relationId())
                                .with(Map.of("why", reason)));
        news.changed(List.of(thread.place().serverId(), thread.responsible()));
    }

    /** Whoever was asked in goes out of the thread again; when the customer waits, then for the one who serves him. */
    @Transactional
    public void leave(Actor actor, long conversationId) {
        CareThread thread = lock(actor, conversationId);
        if (!thread.isHelped() || thread.responsible() != actor.principalId()) {
            throw CustomercareProblem.NOT_FOUND.problem();
        }
        CareThread.Progress over = thread.progress().over();
        threads.update(thread.with(thread.waiting() == null ? over.due(clock.instant()) : over.fresh(clock.instant())));
        news.changed(List.of(thread.place().serverId(), actor.principalId()));
    }

    private CareThread lock(Actor actor, long conversationId) {
        CareThread thread =
                threads.lock(actor.orgId(), conversationId).orElseThrow(CustomercareProblem.NOT_FOUND::problem);
        standing.requireConcerned(actor, thread);
        return thread;
    }

    private static String key(CareThread thread) {
        Instant since = Objects.requireNonNull(thread.waiting()).since();
        return since.getEpochSecond() + "." + since.getNano() / 1_000 + "." + thread.conversationId();
    }

    private static After after(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return After.START;
        }
        String[] parts = key.split("\\.", -1);
        try {
            if (parts.length != 3) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
            Instant since = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
            return new After(since, Long.parseLong(parts[2]));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }
}
