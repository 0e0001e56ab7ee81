package org.qiao.approvalopen;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ApprovalFacts;
import org.qiao.approval.ApprovalFeed;
import org.qiao.approval.ApprovalFeed.Move;
import org.qiao.approval.ApprovalMoved;
import org.qiao.flow.FlowEvent;
import org.qiao.webhook.WebhookEvent;
import org.qiao.webhook.Webhooks;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells other systems what happened in runs. Comes after the commit and may come twice; every key is that of its event. */
@Component
class Broadcast {

    private final ApprovalFeed feed;
    private final Webhooks webhooks;
    private final HookCalls hooks;
    private final ChangeStore changes;
    private final JsonMapper json;
    private final Clock clock;

    Broadcast(
            ApprovalFeed feed, Webhooks webhooks, HookCalls hooks, ChangeStore changes, JsonMapper json, Clock clock) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.hooks = hooks;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ApprovalMoved moved) {
        ApprovalFacts run =
                feed.facts(moved.orgId(), List.of(moved.approvalId())).getFirst();
        Webhooks.Listening listening = webhooks.listening(moved.orgId());
        if (!listening.topics().isEmpty()) {
            Telling telling = new Telling(moved.orgId(), run, listening);
            feed.moves(moved).forEach(telling::tell);
        }
        changes.add(moved.orgId(), moved.approvalId(), moved.version(), clock.instant()); // last: it holds a lock
    }

    /** Says what happened in one run. */
    private final class Telling {

        private final long orgId;
        private final ApprovalFacts run;
        private final Webhooks.Listening listening;
        private @Nullable ObjectNode values;

        Telling(long orgId, ApprovalFacts run, Webhooks.Listening listening) {
            this.orgId = orgId;
            this.run = run;
            this.listening = listening;
        }

        void tell(Move move) {
            if (move.event() instanceof FlowEvent.WebhookCalled called) {
                ObjectNode data = data(move, json.createObjectNode().put("hook", called.hook()));
                hooks.call(new HookCalls.Calling(orgId, run.id(), called), event(Happening.CALLED, move, data));
                return;
            }
            Happening.of(move.event(), json)
                    .filter(happening -> listening.to(happening.topic()))
                    .ifPresent(happening ->
                            webhooks.emit(orgId, event(happening.topic(), move, data(move, happening.more()))));
        }

        private WebhookEvent event(String topic, Move move, ObjectNode data) {
            return new WebhookEvent(topic, "approval-" + run.id() + "-" + move.no(), move.at(), data, values());
        }

        private @Nullable ObjectNode values() {
            if (values == null && listening.withValues()) {
                values = feed.openValues(orgId, run.id());
            }
            return values;
        }

        private ObjectNode data(Move move, ObjectNode more) {
            ObjectNode data = json.createObjectNode();
            data.set("approval", json.valueToTree(OpenViews.OpenApproval.of(run)));
            data.put("event", move.no());
            data.put("by", move.actorId());
            data.setAll(more);
            return data;
        }
    }
}
