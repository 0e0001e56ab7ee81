package org.qiao.flow;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.When;
import org.qiao.flow.FlowState.Why;

/**
 * What happened. Stored as JSON for ever: names and kinds stay, what is added later is nullable, unknown properties are
 * ignored. The caller stamps number and time. Numbers of frames, tasks, groups of signers and timers count from 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FlowEvent.Submitted.class, name = "SUBMITTED"),
    @JsonSubTypes.Type(value = FlowEvent.Resubmitted.class, name = "RESUBMITTED"),
    @JsonSubTypes.Type(value = FlowEvent.FrameEntered.class, name = "FRAME_ENTERED"),
    @JsonSubTypes.Type(value = FlowEvent.FrameClosed.class, name = "FRAME_CLOSED"),
    @JsonSubTypes.Type(value = FlowEvent.FrameReopened.class, name = "FRAME_REOPENED"),
    @JsonSubTypes.Type(value = FlowEvent.BranchTaken.class, name = "BRANCH_TAKEN"),
    @JsonSubTypes.Type(value = FlowEvent.LanesOpened.class, name = "LANES_OPENED"),
    @JsonSubTypes.Type(value = FlowEvent.LaneEnded.class, name = "LANE_ENDED"),
    @JsonSubTypes.Type(value = FlowEvent.LaneReopened.class, name = "LANE_REOPENED"),
    @JsonSubTypes.Type(value = FlowEvent.CcGiven.class, name = "CC_GIVEN"),
    @JsonSubTypes.Type(value = FlowEvent.PersonSkipped.class, name = "PERSON_SKIPPED"),
    @JsonSubTypes.Type(value = FlowEvent.TaskOpened.class, name = "TASK_OPENED"),
    @JsonSubTypes.Type(value = FlowEvent.TaskActivated.class, name = "TASK_ACTIVATED"),
    @JsonSubTypes.Type(value = FlowEvent.TaskQueued.class, name = "TASK_QUEUED"),
    @JsonSubTypes.Type(value = FlowEvent.TaskClosed.class, name = "TASK_CLOSED"),
    @JsonSubTypes.Type(value = FlowEvent.SignersAdded.class, name = "SIGNERS_ADDED"),
    @JsonSubTypes.Type(value = FlowEvent.Returned.class, name = "RETURNED"),
    @JsonSubTypes.Type(value = FlowEvent.TakenBack.class, name = "TAKEN_BACK"),
    @JsonSubTypes.Type(value = FlowEvent.TimerSet.class, name = "TIMER_SET"),
    @JsonSubTypes.Type(value = FlowEvent.LimitReached.class, name = "LIMIT_REACHED"),
    @JsonSubTypes.Type(value = FlowEvent.WebhookCalled.class, name = "WEBHOOK_CALLED"),
    @JsonSubTypes.Type(value = FlowEvent.WebhookAnswered.class, name = "WEBHOOK_ANSWERED"),
    @JsonSubTypes.Type(value = FlowEvent.Ended.class, name = "ENDED")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface FlowEvent {

    /** @param by who did it, when it was not the applicant */
    record Submitted(long applicant, @Nullable Long by, Map<String, List<Long>> chosen) implements FlowEvent {

        public Submitted {
            chosen = chosen == null ? Map.of() : Map.copyOf(chosen);
        }
    }

    /** @param chosen replaces the earlier choices of the nodes that it names */
    record Resubmitted(@Nullable Long by, Map<String, List<Long>> chosen) implements FlowEvent {

        public Resubmitted {
            chosen = chosen == null ? Map.of() : Map.copyOf(chosen);
        }
    }

    /**
     * The instance stands at a node.
     *
     * @param round how often the node was entered, from 1
     * @param parent the frame of the parallel node around it, with {@code way} the lane
     * @param after the frame whose end led here
     * @param together how people are asked here, if they are
     * @param back where to go when this frame is done, instead of on
     * @param again entered by a return: people are asked although they had agreed
     */
    record FrameEntered(
            int frame,
            String node,
            int round,
            @Nullable Integer parent,
            @Nullable String way,
            @Nullable Integer after,
            @Nullable Together together,
            @Nullable Place back,
            @Nullable Boolean again)
            implements FlowEvent {}

    /** @param cause for a parallel node: the frame whose end ended its last lane */
    record FrameClosed(
            int frame, Outcome outcome, Why why, @Nullable Integer cause) implements FlowEvent {}

    /** Somebody took his agreement back. */
    record FrameReopened(int frame) implements FlowEvent {}

    /** @param parent the frame of the parallel node around the branch, with {@code lane} the lane */
    record BranchTaken(
            String node,
            String way,
            @Nullable Integer parent,
            @Nullable String lane) implements FlowEvent {}

    record LanesOpened(int frame, List<String> ways) implements FlowEvent {

        public LanesOpened {
            ways = List.copyOf(ways);
        }
    }

    record LaneEnded(int frame, String way) implements FlowEvent {}

    record LaneReopened(int frame, String way) implements FlowEvent {}

    /** @param node empty: somebody gave the copies by hand, which is no move of the route */
    record CcGiven(String node, List<Long> people) implements FlowEvent {

        public CcGiven {
            people = List.copyOf(people);
        }

        public static CcGiven byHand(List<Long> people) {
            return new CcGiven("", people);
        }

        public boolean atNode() {
            return !node.isEmpty();
        }
    }

    /** Somebody whom the node names was not asked, and why. */
    record PersonSkipped(int frame, long person, Why why) implements FlowEvent {}

    /**
     * @param group the signers it belongs to, absent for the people of the node itself
     * @param turn order in its group; those of one turn are asked together
     * @param forWhom whose decision it is, when a delegate is asked
     * @param queued not yet his turn
     * @param replaces the task whose place it takes
     */
    record TaskOpened(
            int task,
            int frame,
            @Nullable Integer group,
            int turn,
            long assignee,
            @Nullable Long forWhom,
            boolean queued,
            @Nullable Integer replaces,
            @Nullable Long addedBy)
            implements FlowEvent {}

    /** It is his turn now, or that of his delegate. */
    record TaskActivated(int task, long assignee, @Nullable Long forWhom) implements FlowEvent {}

    /** It is not his turn any more: others are asked before him. */
    record TaskQueued(int task) implements FlowEvent {}

    /** @param by null when a rule closed it; @param text comment or reason */
    record TaskClosed(
            int task,
            TaskStatus how,
            @Nullable Long by,
            Why why,
            @Nullable String text) implements FlowEvent {}

    /** Signers before or after a task; those at its side are tasks without a group of their own. */
    record SignersAdded(
            int group,
            int task,
            When when,
            Together.Rule rule,
            @Nullable Long by) implements FlowEvent {}

    /**
     * @param node null: to the applicant
     * @param back for HERE to the applicant: where to go on when he submits again
     * @param undone frames whose agreements count no more
     */
    record Returned(
            int task,
            @Nullable Long by,
            @Nullable String node,
            Then then,
            @Nullable String reason,
            @Nullable Place back,
            List<Integer> undone)
            implements FlowEvent {

        public Returned {
            undone = undone == null ? List.of() : List.copyOf(undone);
        }
    }

    /** The task counts no more; another one opens in its place. */
    record TakenBack(int task, @Nullable Long by) implements FlowEvent {}

    /**
     * The caller turns it into an instant and answers with {@link Command.TimerFired}. It is gone when its task is closed or
     * queued, or its frame closed.
     *
     * @param task absent: for the frame
     * @param span absent: until the date in the field
     * @param day days since 1970-01-01 of that field
     */
    record TimerSet(
            int timer,
            int frame,
            @Nullable Integer task,
            @Nullable Span span,
            @Nullable String field,
            @Nullable Long day)
            implements FlowEvent {}

    record LimitReached(int task, Limit.Then then) implements FlowEvent {}

    /** The caller calls after the commit and answers with {@link Command.WebhookAnswered} if the frame waits. */
    record WebhookCalled(int frame, String hook, boolean waits) implements FlowEvent {}

    record WebhookAnswered(int frame, boolean ok, @Nullable String text) implements FlowEvent {}

    record Ended(
            Status status,
            @Nullable Long by,
            Why why,
            @Nullable String reason) implements FlowEvent {}
}
