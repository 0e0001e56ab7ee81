package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.Command;
import org.qiao.flow.FlowEvent;
import org.qiao.form.FormValues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened in runs, for modules that act for nobody. For a person ask {@link Approvals}. */
@Service
public class ApprovalFeed {

    private final ApprovalStore store;
    private final EventStore events;
    private final Engines engines;
    private final Runs runs;
    private final JsonMapper json;

    ApprovalFeed(ApprovalStore store, EventStore events, Engines engines, Runs runs, JsonMapper json) {
        this.store = store;
        this.events = events;
        this.engines = engines;
        this.runs = runs;
        this.json = json;
    }

    /** @param actorId null: a rule, a timer or another system */
    public record Move(int no, Instant at, @Nullable Long actorId, FlowEvent event) {}

    /** In no order; what is not there is left out. */
    public List<ApprovalFacts> facts(long orgId, Collection<Long> ids) {
        return store.find(orgId, ids).stream().map(ApprovalFacts::of).toList();
    }

    /** What {@link ApprovalMoved} tells of, in its order. */
    public List<Move> moves(ApprovalMoved moved) {
        return events.load(moved.orgId(), moved.approvalId(), moved.after()).stream()
                .filter(stored -> stored.no() <= moved.version())
                .map(stored -> new Move(stored.no(), stored.at(), stored.actorId(), stored.event()))
                .toList();
    }

    /** What no node hides. */
    public ObjectNode openValues(long orgId, long id) {
        Approval run = store.find(orgId, id).orElseThrow(ApprovalProblem.NOT_FOUND::problem);
        var template = engines.template(run);
        FormValues values = FormValues.of(json.readTree(run.values()));
        return Sight.ofStrangers(template).visible(template.form(), values).json();
    }

    /** @return false when nothing waits there any more; then nothing happens */
    @Transactional
    public boolean answerHook(long orgId, long id, Command.WebhookAnswered answer) {
        Runs.Held held = runs.hold(orgId, id);
        return !held.state().status().ended()
                && runs.act(held, answer, null) > held.run().version();
    }
}
