package org.qiao.foreigntask;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.OpenTaskViews.PushedTask;
import org.qiao.foreigntask.OpenTaskViews.What;
import org.qiao.foreigntask.TaskChangeStore.Change;
import org.qiao.webhook.WebhookEvent;
import org.qiao.webhook.Webhooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells a company's systems what people did, in the transaction in which they did it. */
@Component
class TaskBroadcast {

    private final ForeignTaskStore tasks;
    private final Webhooks webhooks;
    private final JsonMapper json;

    TaskBroadcast(ForeignTaskStore tasks, Webhooks webhooks, JsonMapper json) {
        this.tasks = tasks;
        this.webhooks = webhooks;
        this.json = json;
    }

    static String topic(What what) {
        return switch (what) {
            case ANSWERED -> "task.answered";
            case LEFT -> "task.assignee_left";
        };
    }

    Telling begin(long orgId) {
        return new Telling(orgId);
    }

    /** One turn's news; who listens is asked when there is any. */
    final class Telling {

        private final long orgId;
        private Webhooks.@Nullable Listening listening;
        private Map<Long, String> systems = Map.of();

        private Telling(long orgId) {
            this.orgId = orgId;
        }

        void tell(ForeignTask task, List<Long> people, Change change) {
            if (listening == null) {
                listening = webhooks.listening(orgId);
            }
            String topic = topic(change.what());
            if (!listening.to(topic)) {
                return;
            }
            if (systems.isEmpty()) {
                systems = tasks.systems(orgId);
            }
            String system = systems.getOrDefault(task.systemId(), "");
            ObjectNode data = json.createObjectNode();
            data.set("task", json.valueToTree(PushedTask.of(task, system, people)));
            data.put("no", change.no());
            data.put("by", change.memberId());
            String key = "%s-%d".formatted(topic.replace('.', '-'), change.no());
            webhooks.emit(orgId, new WebhookEvent(topic, key, change.at(), data));
        }
    }
}
