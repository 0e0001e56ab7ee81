package org.qiao.handover;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverRequests.SpreadRequest;
import org.qiao.handover.LeaverStore.Leaver;
import org.qiao.handover.Offers.Order;
import org.qiao.handover.RunStore.NewRun;
import org.qiao.handover.RunStore.Run;
import org.qiao.handover.RunStore.RunState;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderDue;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything of a leaver is given away: to one colleague, or to whoever of several has the fewest customers at that moment. Customer by
 * customer, each in a transaction with its progress, so a crash goes on where it was; a clock wakes it for each portion.
 */
@Service
class Runs {

    private static final String PREFIX = HandOverNews.TOPIC + ":run:";
    private static final int PORTION = 500;

    private final RunStore store;
    private final Leavers leavers;
    private final HandOverRules rules;
    private final Offers offers;
    private final EachAlone alone;
    private final Surroundings around;
    private final Clock clock;

    Runs(
            RunStore store,
            Leavers leavers,
            HandOverRules rules,
            Offers offers,
            EachAlone alone,
            Surroundings around,
            Clock clock) {
        this.store = store;
        this.leavers = leavers;
        this.rules = rules;
        this.offers = offers;
        this.alone = alone;
        this.around = around;
        this.clock = clock;
    }

    /** What other modules and parts know. */
    @Component
    record Surroundings(
            Standing standing,
            LeaverStore leavers,
            CustomerRelations relations,
            CustomerRules people,
            LeaverGroups groups,
            Reminders reminders,
            HandOverAudit audit,
            HandOverNews news) {}

    @Transactional
    public Run start(Actor actor, long memberId, SpreadRequest input) {
        Leaver leaver = around.standing().require(actor, memberId);
        List<Long> takers = input.takerIds().stream().distinct().toList();
        HandOverSettings settings = rules.settings(actor.orgId());
        if (leavers.gone(leaver).compareTo(settings.afterLeaving()) > 0) {
            throw HandoverProblem.TOO_LATE.problem("days", settings.leftDays());
        }
        if (around.people().eligible(actor.orgId(), takers).size() != takers.size()) {
            throw HandoverProblem.TAKER_NOT_ABLE.problem();
        }
        int total = around.relations().loads(actor.orgId(), List.of(memberId)).getOrDefault(memberId, 0);
        NewRun wanted = new NewRun(actor.orgId(), memberId, takers, input.words(), total, actor.principalId());
        Run run = store.insert(wanted, clock.instant()).orElseThrow(HandoverProblem.RUNNING::problem);
        if (input.waysTo() != null) {
            leavers.ways(actor, memberId, input.waysTo());
        }
        around.audit()
                .record(Entry.about(actor.orgId(), memberId, AuditKind.RUN_STARTED, actor.principalId())
                        .with(Map.of("run", run.id(), "takers", takers, "customers", total)));
        wake(run);
        return run;
    }

    Run get(Actor actor, long id) {
        Run run = store.find(actor.orgId(), id).orElseThrow(HandoverProblem.NOT_FOUND::problem);
        if (!around.standing().manages(actor, run.memberId())) {
            throw HandoverProblem.NOT_FOUND.problem();
        }
        return run;
    }

    /** Who has been given away stays there; the others still wait for somebody. */
    @Transactional
    public Run stop(Actor actor, long id) {
        Run run = get(actor, id);
        end(run, RunState.STOPPED, actor.principalId());
        return get(actor, run.id());
    }

    private void wake(Run run) {
        around.reminders()
                .set(
                        run.orgId(),
                        Reminder.of(HandOverNews.TOPIC, PREFIX + run.id(), new ReminderTime.At(clock.instant())));
    }

    @ApplicationModuleListener(condition = "#due.topic() == 'handover' and #due.key().startsWith('handover:run:')")
    void on(ReminderDue due) {
        long id = Long.parseLong(due.key().substring(PREFIX.length()));
        Optional<Run> run = store.find(due.orgId(), id).filter(found -> found.state() == RunState.RUNNING);
        if (run.isEmpty()) {
            return;
        }
        Optional<RunState> end = portion(run.get());
        if (end.isPresent()) {
            end(run.get(), end.get(), null);
        } else {
            wake(run.get());
        }
        around.news().leaver(List.of(run.get().startedBy()), run.get().memberId());
    }

    private void end(Run run, RunState state, @Nullable Long actorId) {
        if (store.end(run, state, clock.instant())) {
            Run ended = store.find(run.orgId(), run.id()).orElseThrow();
            around.audit()
                    .record(Entry.about(run.orgId(), run.memberId(), AuditKind.RUN_ENDED, actorId)
                            .with(Map.of("run", run.id(), "state", state, "customers", ended.done())));
        }
    }

    /** @return how it ended; empty: there is more to do */
    private Optional<RunState> portion(Run run) {
        Optional<Leaver> leaver = around.leavers().find(run.orgId(), run.memberId());
        if (leaver.isEmpty()) {
            return Optional.of(RunState.STOPPED); // he is back
        }
        List<CustomerRelation> page = around.relations().ofMember(run.orgId(), run.memberId(), run.reached(), PORTION);
        Set<Long> able = around.people().eligible(run.orgId(), run.takers());
        Spread spread = new Spread(
                run.takers().stream().filter(able::contains).toList(),
                new HashMap<>(around.relations().loads(run.orgId(), run.takers())),
                rules.most(run.orgId()));
        for (CustomerRelation relation : page) {
            Optional<Boolean> goesOn = pass(run, leaver.get(), relation.id(), spread);
            if (goesOn.isEmpty()) {
                return Optional.of(RunState.TAKERS_FULL);
            }
            if (!goesOn.get()) {
                return Optional.of(RunState.STOPPED);
            }
        }
        if (page.size() == PORTION) {
            return Optional.empty();
        }
        around.groups().spread(run, spread.takers());
        return Optional.of(RunState.DONE);
    }

    /** Who could take how many. */
    private record Spread(List<Long> takers, Map<Long, Integer> loads, int most) {

        Optional<Long> next() {
            return HandOverRule.lightest(takers, loads, most);
        }

        void took(long taker) {
            loads.merge(taker, 1, Integer::sum);
        }

        void full(long taker) {
            loads.put(taker, most);
        }
    }

    /** @return empty: nobody has room; false: it was stopped */
    private Optional<Boolean> pass(Run run, Leaver leaver, long relationId, Spread spread) {
        while (true) {
            Optional<Long> taker = spread.next();
            if (taker.isEmpty()) {
                return Optional.empty();
            }
            Order order = new Order(taker.get(), run.startedBy(), run.message());
            try {
                long moved = alone.run(id -> move(run, leaver, id, order), relationId);
                if (moved > 0) {
                    spread.took(taker.get());
                }
                return Optional.of(moved >= 0);
            } catch (Problem refused) {
                if (refused.is(CustomerProblem.MEMBER_FULL) || refused.is(HandoverProblem.TAKER_FULL)) {
                    spread.full(taker.get()); // somebody else gave him customers meanwhile
                } else {
                    return Optional.of(alone.run(id -> skip(run, id), relationId) >= 0);
                }
            }
        }
    }

    /** @return -1: it is not under way any more; 0: looked at before */
    private long move(Run run, Leaver leaver, long relationId, Order order) {
        Run now = store.lock(run.orgId(), run.id()).orElseThrow();
        if (now.state() != RunState.RUNNING || now.reached() >= relationId) {
            return now.state() == RunState.RUNNING ? 0 : -1;
        }
        long id = offers.giveAway(offers.relation(run.orgId(), relationId), order, leavers.gone(leaver), run.id());
        store.step(run, true, relationId);
        return id;
    }

    private long skip(Run run, long relationId) {
        Run now = store.lock(run.orgId(), run.id()).orElseThrow();
        if (now.state() == RunState.RUNNING && now.reached() < relationId) {
            store.step(run, false, relationId);
        }
        return now.state() == RunState.RUNNING ? 0 : -1;
    }
}
