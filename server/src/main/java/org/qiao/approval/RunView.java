package org.qiao.approval;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.Approval.State;
import org.qiao.approval.Approval.SummaryLine;
import org.qiao.directory.Card;
import org.qiao.file.FileView;
import org.qiao.flow.FlowState;
import org.qiao.flow.Node;
import org.qiao.flow.Together;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as one person sees it.
 *
 * @param form fields that are hidden from him are left out, as are their values
 * @param people everybody whom the values, the history and the path name
 * @param files everything the values and decisions hold
 * @param path what is still ahead, the open places first
 */
record RunView(
        RunHead head,
        @Schema(type = "object") ObjectNode form,
        @Schema(type = "object") ObjectNode values,
        Map<Long, Card> people,
        Map<Long, String> departments,
        Map<Long, String> related,
        List<FileView> files,
        List<HistoryLine> history,
        List<PathStep> path,
        Doable mine) {

    RunView {
        people = Map.copyOf(people);
        departments = Map.copyOf(departments);
        related = Map.copyOf(related);
        files = List.copyOf(files);
        history = List.copyOf(history);
        path = List.copyOf(path);
    }

    /** What lists and cards show. @param task the first open task of the person */
    record RunHead(
            long id,
            String number,
            String title,
            long templateId,
            Card applicant,
            State state,
            @Nullable Long undoesId,
            @Nullable Long undoneById,
            List<SummaryLine> summary,
            int version,
            Instant submittedAt,
            @Nullable Instant endedAt,
            Instant movedAt,
            boolean unread,
            @Nullable HeadTask task,
            List<Card> waitingFor) {

        RunHead {
            summary = List.copyOf(summary);
            waitingFor = List.copyOf(waitingFor);
        }
    }

    /**
     * Enough to offer the answer without reading the run.
     *
     * @param handle "done" is the only answer
     * @param refuse it may be refused
     */
    record HeadTask(int task, boolean handle, boolean refuse) {}

    /** What can be said about an event. */
    enum What {
        SUBMITTED,
        RESUBMITTED,
        AGREED,
        HANDLED,
        REFUSED,
        TRANSFERRED,
        PASSED,
        REMOVED,
        SKIPPED,
        SIGNERS_ADDED,
        RETURNED,
        TAKEN_BACK,
        HANDED_OVER,
        TOLD,
        REMINDED,
        WEBHOOK,
        EDITED,
        ENDED
    }

    /**
     * One line of the history.
     *
     * @param no number of its event
     * @param node name or id of the node; empty when it is about the whole run
     * @param by null: a rule, which {@code why} names
     * @param forWhom the person whose delegate decided
     * @param people who was added, told, skipped, or got it
     * @param fields labels of what was edited
     */
    record HistoryLine(
            int no,
            Instant at,
            What what,
            String node,
            @Nullable Long by,
            @Nullable Long forWhom,
            List<Long> people,
            FlowState.@Nullable Why why,
            @Nullable String text,
            @Nullable Long signature,
            List<Long> files,
            List<String> fields) {

        HistoryLine {
            people = List.copyOf(people);
            files = List.copyOf(files);
            fields = List.copyOf(fields);
        }
    }

    /**
     * One place of the path.
     *
     * @param within ways around it
     * @param now the run stands here
     * @param open the values still decide how it goes on
     */
    record PathStep(
            String node,
            String kind,
            String name,
            List<String> within,
            boolean now,
            Together.@Nullable Rule together,
            List<StepPerson> people,
            boolean open) {

        PathStep {
            within = List.copyOf(within);
            people = List.copyOf(people);
        }
    }

    /** @param skipped why he is not asked */
    record StepPerson(Card person, @Nullable Card forWhom, FlowState.@Nullable Why skipped) {}

    /**
     * What the person may do now.
     *
     * @param takeBack his decisions that nobody has acted on
     * @param removable signers he added who have not answered
     * @param chosen whom he chose before, by node, when he may submit it again
     */
    record Doable(
            List<MyTask> tasks,
            List<Integer> takeBack,
            List<RemovableSigner> removable,
            boolean resubmit,
            Map<String, List<Long>> chosen,
            boolean revoke,
            boolean undo,
            boolean urge,
            boolean manage) {

        Doable {
            tasks = List.copyOf(tasks);
            takeBack = List.copyOf(takeBack);
            removable = List.copyOf(removable);
            chosen = Map.copyOf(chosen);
        }
    }

    record RemovableSigner(int task, long person) {}

    /**
     * @param handle "done" is the only answer
     * @param editable keys of fields he may change with his decision
     * @param returnTo earlier nodes he may return to, nearest first
     */
    record MyTask(
            int task,
            String node,
            String name,
            boolean handle,
            Set<Node.Action> actions,
            Set<String> editable,
            List<ReturnTarget> returnTo) {

        MyTask {
            actions = Set.copyOf(actions);
            editable = Set.copyOf(editable);
            returnTo = List.copyOf(returnTo);
        }
    }

    record ReturnTarget(String node, String name) {}
}
