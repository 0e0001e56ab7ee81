package org.qiao.approvalopen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What other systems are told of one event of a run, if anything.
 *
 * @param more what is said besides the run
 */
record Happening(String topic, ObjectNode more) {

    static final String CALLED = "approval.called";

    static Optional<Happening> of(FlowEvent event, JsonMapper json) {
        ObjectNode more = json.createObjectNode();
        String topic =
                switch (event) {
                    case FlowEvent.Submitted _ -> "submitted";
                    case FlowEvent.Resubmitted _ -> {
                        more.put("again", true);
                        yield "submitted";
                    }
                    case FlowEvent.Returned returned
                    when returned.node() == null -> reason("returned", more, returned.reason());
                    case FlowEvent.TaskOpened opened
                    when !opened.queued() -> {
                        task(more, opened.task(), opened.assignee(), opened.forWhom());
                        yield "task_opened";
                    }
                    case FlowEvent.TaskActivated activated -> {
                        task(more, activated.task(), activated.assignee(), activated.forWhom());
                        yield "task_opened";
                    }
                    case FlowEvent.TaskClosed closed -> {
                        more.put("task", closed.task()).put("how", closed.how().name());
                        more.put("by", closed.by());
                        yield "task_closed";
                    }
                    case FlowEvent.Ended ended -> ended(ended, more);
                    default -> "";
                };
        return topic.isEmpty() ? Optional.empty() : Optional.of(new Happening("approval." + topic, more));
    }

    private static String ended(FlowEvent.Ended ended, ObjectNode more) {
        return switch (ended.status()) {
            case AGREED -> "agreed";
            case REFUSED -> reason("refused", more, ended.reason());
            case REVOKED -> reason("revoked", more, ended.reason());
            case DRAFT, RUNNING, RETURNED -> throw new IllegalStateException("Ended, and is " + ended.status());
        };
    }

    private static String reason(String topic, ObjectNode more, @Nullable String reason) {
        more.put("reason", reason);
        return topic;
    }

    private static void task(ObjectNode more, int task, long assignee, @Nullable Long forWhom) {
        more.put("task", task).put("assignee", assignee).put("forWhom", forWhom);
    }
}
