package org.qiao.customercare;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qiao.contactway.ServiceTime;
import org.qiao.contactway.ServiceTimes;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customercare.CareChatStore.Ask;
import org.qiao.customercare.CareRule.Next;
import org.qiao.customercare.CareRule.Step;
import org.qiao.customercare.CareRule.Wait;
import org.qiao.customercare.CareSettings.CareTimes;
import org.qiao.customercare.CareThread.Progress;
import org.qiao.customercare.Talk.Waiting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what happens to a thread that is due, and writes it down before anybody is told; afterwards that they have been. A crash between
 * the two tells again, under the same keys.
 */
@Component
class CareSteps {

    private final CareThreadStore threads;
    private final CareRules rules;
    private final CareColleagues colleagues;
    private final CareDays days;
    private final CustomerRelations relations;
    private final ServiceTimes times;
    private final Clock clock;

    CareSteps(
            CareThreadStore threads,
            CareRules rules,
            CareColleagues colleagues,
            CareDays days,
            CustomerRelations relations,
            ServiceTimes times,
            Clock clock) {
        this.threads = threads;
        this.rules = rules;
        this.colleagues = colleagues;
        this.days = days;
        this.relations = relations;
        this.times = times;
        this.clock = clock;
    }

    /** @return the thread when somebody is to be told of its step, or its helper is to go */
    @Transactional
    public Optional<CareThread> decide(CareThread due) {
        Optional<CareThread> found = threads.lock(due.orgId(), due.conversationId());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CareThread thread = found.get();
        if (thread.progress().helperOver()
                || (thread.waiting() != null && !thread.progress().told())) {
            return found;
        }
        CareThread after =
                thread.waiting() == null ? thread.with(thread.progress().due(null)) : step(thread);
        threads.update(after);
        return after.progress().told() ? Optional.empty() : Optional.of(after);
    }

    private CareThread step(CareThread thread) {
        Progress progress = thread.progress();
        Optional<CustomerRelation> relation =
                relations.find(thread.orgId(), thread.place().relationId());
        Optional<CareTimes> found = rules.times(
                thread.orgId(),
                relation.map(CustomerRelation::wayId).orElse(null),
                thread.place().serverId());
        Optional<Next> next = found.flatMap(limits -> next(thread, limits));
        Instant now = clock.instant();
        if (next.isEmpty() || next.get().at().isAfter(now)) {
            return thread.with(progress.due(next.map(Next::at).orElse(null)));
        }
        if (next.get().step() != Step.PASSED) {
            return thread.with(progress.taken(next.get().step(), progress.helperId(), now));
        }
        Optional<Long> helper = colleagues.choose(thread, relation.orElseThrow(), found.orElseThrow(), now);
        helper.ifPresent(id -> days.passed(thread.orgId(), ask(thread)));
        Step step = helper.isPresent() ? Step.PASSED : Step.ALERTED;
        return thread.with(progress.taken(step, helper.orElse(null), now));
    }

    private Optional<Next> next(CareThread thread, CareTimes limits) {
        long who = thread.responsible();
        boolean present = !rules.present(thread.orgId(), List.of(who)).isEmpty();
        ServiceTime hours = present
                ? Objects.requireNonNull(times.of(thread.orgId(), List.of(who)).get(who))
                : times.ofCompany(thread.orgId());
        Waiting waiting = Objects.requireNonNull(thread.waiting());
        Instant stepAt = thread.progress().stepAt();
        Wait wait = new Wait(
                waiting.since(),
                thread.progress().step(),
                stepAt == null ? waiting.since() : stepAt,
                present,
                thread.isHelped());
        return CareRule.next(wait, limits, hours);
    }

    static Ask ask(CareThread thread) {
        return new Ask(
                thread.conversationId(),
                Objects.requireNonNull(thread.waiting()).seq());
    }

    /** Everybody has been told of this step of this wait. */
    @Transactional
    public void told(CareThread told) {
        threads.lock(told.orgId(), told.conversationId())
                .filter(thread -> isSame(thread, told))
                .ifPresent(
                        thread -> threads.update(thread.with(thread.progress().known(clock.instant()))));
    }

    private static boolean isSame(CareThread one, CareThread other) {
        Waiting wait = one.waiting();
        Waiting told = other.waiting();
        return wait != null
                && told != null
                && wait.seq() == told.seq()
                && one.progress().step() == other.progress().step()
                && !one.progress().told();
    }

    /** The helper is out of the thread. */
    @Transactional
    public void left(CareThread left) {
        threads.lock(left.orgId(), left.conversationId())
                .filter(thread -> thread.progress().helperOver()
                        && Objects.equals(
                                thread.progress().helperId(), left.progress().helperId()))
                .ifPresent(thread -> threads.update(
                        thread.with(thread.progress().alone().due(thread.waiting() == null ? null : clock.instant()))));
    }
}
