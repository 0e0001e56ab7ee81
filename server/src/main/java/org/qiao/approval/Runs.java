package org.qiao.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.flow.Command;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.platform.FaultPoints;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The one place where something happens in a run: locks it, lets the engine judge, has it written. */
@Component
class Runs {

    private final ApprovalStore store;
    private final Ledger ledger;
    private final Engines engines;
    private final JsonMapper json;
    private final Clock clock;

    Runs(ApprovalStore store, Ledger ledger, Engines engines, JsonMapper json, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.engines = engines;
        this.json = json;
        this.clock = clock;
    }

    /** A run whose row is locked until the end of the transaction. */
    record Held(Approval run, TemplateVersion template, FlowState state, FormValues values, Instant now) {

        Held with(FormValues changed) {
            return new Held(run, template, state, changed, now);
        }
    }

    Held hold(long orgId, long id) {
        return look(store.lock(orgId, id).orElseThrow(ApprovalProblem.NOT_FOUND::problem));
    }

    /** As {@link #hold}, without the lock: for what only shows what would be. */
    Held look(Approval run) {
        return new Held(
                run,
                engines.template(run),
                ledger.load(run),
                FormValues.of(json.readTree(run.values())),
                clock.instant());
    }

    /** @return the number of the last event */
    int act(Held held, Command command, @Nullable Long actorId) {
        Approval run = held.run();
        List<FlowEvent> events = engines.engine(held.template(), Engines.Applicant.of(run), held.values())
                .judge(held.state(), command);
        ledger.record(new Ledger.Happening(run, held.template().route(), held.state(), events, actorId), held.now());
        FaultPoints.reached("approval.written");
        return run.version() + events.size();
    }

    /** Copies that somebody gives by hand, also after the end: people are told as by the route, and the history names him. */
    void giveCopies(Actor actor, long id, List<Long> people) {
        Held held = hold(actor.orgId(), id);
        List<FlowEvent> given = List.of(FlowEvent.CcGiven.byHand(people));
        ledger.record(
                new Ledger.Happening(held.run(), held.template().route(), held.state(), given, actor.principalId()),
                held.now());
    }

    /** For somebody who may see the run, which the caller has made sure of. */
    @Transactional
    public void act(Actor actor, long id, Command command) {
        act(hold(actor.orgId(), id), command, actor.principalId());
    }

    /** For timers and departures. What there is to do is seen under the lock; null: nothing. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void act(long orgId, long id, Function<FlowState, @Nullable Command> command) {
        Held held = hold(orgId, id);
        Command wanted = held.state().status().ended() ? null : command.apply(held.state());
        if (wanted != null) {
            act(held, wanted, null);
        }
    }
}
