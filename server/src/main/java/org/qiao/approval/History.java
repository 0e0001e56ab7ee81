package org.qiao.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.EventStore.Stored;
import org.qiao.approval.MarkStore.Edit;
import org.qiao.approval.MarkStore.Mark;
import org.qiao.approval.RunView.HistoryLine;
import org.qiao.approval.RunView.What;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.flow.FlowState.Why;

/** What people can say about the events of a run, in the order in which they happened. */
final class History {

    private final RouteNames names;
    private final FlowState state;
    private final Map<Integer, Mark> marks;
    private final List<HistoryLine> lines = new ArrayList<>();
    private final Map<Integer, List<Long>> signers = new HashMap<>();

    private History(RouteNames names, FlowState state, Map<Integer, Mark> marks) {
        this.names = names;
        this.state = state;
        this.marks = marks;
    }

    /**
     * What came with the events.
     *
     * @param edits by the number of the event they came with
     * @param marks by task
     */
    record Extras(Map<Integer, Edit> edits, Map<Integer, Mark> marks) {}

    static List<HistoryLine> of(TemplateVersion template, FlowState state, List<Stored> events, Extras extras) {
        History history = new History(new RouteNames(template.route()), state, extras.marks());
        for (Stored stored : events) {
            history.add(stored);
            Edit edit = extras.edits().get(stored.no());
            if (edit != null) {
                history.said(stored, What.EDITED, "")
                        .by(edit.actorId())
                        .fields(edit.labels(template.form()))
                        .add();
            }
        }
        return history.lines;
    }

    private void add(Stored stored) {
        switch (stored.event()) {
            case FlowEvent.Submitted submitted ->
                said(stored, What.SUBMITTED, "").by(submitted.applicant()).add();
            case FlowEvent.Resubmitted _ ->
                said(stored, What.RESUBMITTED, "").by(state.applicant()).add();
            case FlowEvent.PersonSkipped skipped ->
                said(stored, What.SKIPPED, node(skipped.frame()))
                        .people(List.of(skipped.person()))
                        .why(skipped.why())
                        .add();
            case FlowEvent.CcGiven given ->
                said(stored, What.TOLD, given.node())
                        .by(given.atNode() ? null : stored.actorId())
                        .people(given.people())
                        .add();
            case FlowEvent.TaskOpened opened -> opened(stored, opened);
            case FlowEvent.TaskClosed closed -> closed(stored, closed);
            case FlowEvent.Returned returned -> returned(stored, returned);
            case FlowEvent.TakenBack back ->
                said(stored, What.TAKEN_BACK, node(state.task(back.task()).frame()))
                        .by(back.by())
                        .add();
            case FlowEvent.LimitReached limit ->
                said(stored, What.REMINDED, node(state.task(limit.task()).frame()))
                        .people(List.of(state.task(limit.task()).assignee()))
                        .why(Why.LIMIT)
                        .add();
            case FlowEvent.WebhookCalled called ->
                said(stored, What.WEBHOOK, node(called.frame())).add();
            case FlowEvent.WebhookAnswered answered ->
                said(stored, What.WEBHOOK, node(answered.frame()))
                        .why(Why.ANSWERED)
                        .text(answered.text())
                        .add();
            case FlowEvent.Ended ended ->
                said(stored, What.ENDED, "")
                        .by(ended.by())
                        .why(ended.why())
                        .text(ended.reason())
                        .add();
            case FlowEvent.FrameEntered _,
                    FlowEvent.FrameClosed _,
                    FlowEvent.FrameReopened _,
                    FlowEvent.BranchTaken _,
                    FlowEvent.LanesOpened _,
                    FlowEvent.LaneEnded _,
                    FlowEvent.LaneReopened _,
                    FlowEvent.TaskActivated _,
                    FlowEvent.TaskQueued _,
                    FlowEvent.SignersAdded _,
                    FlowEvent.TimerSet _ -> {}
        }
    }

    /** Signers are one line for all who were added at once. */
    private void opened(Stored stored, FlowEvent.TaskOpened opened) {
        if (opened.addedBy() == null || opened.replaces() != null) {
            return;
        }
        List<Long> together = signers.get(stored.no() - 1);
        if (together != null) {
            together.add(opened.assignee());
            signers.put(stored.no(), together);
            lines.removeLast();
        } else {
            together = new ArrayList<>(List.of(opened.assignee()));
            signers.put(stored.no(), together);
        }
        said(stored, What.SIGNERS_ADDED, node(opened.frame()))
                .by(opened.addedBy())
                .people(together)
                .add();
    }

    private void closed(Stored stored, FlowEvent.TaskClosed closed) {
        FlowState.Task task = state.task(closed.task());
        What what =
                switch (closed.how()) {
                    case AGREED -> What.AGREED;
                    case HANDLED -> What.HANDLED;
                    case REFUSED -> What.REFUSED;
                    case TRANSFERRED -> closed.why() == Why.HAND_OVER ? What.HANDED_OVER : What.TRANSFERRED;
                    case PASSED -> What.PASSED;
                    case REMOVED -> What.REMOVED;
                    case RETURNED, CANCELLED, SKIPPED, OPEN, QUEUED -> null;
                };
        if (what == null) {
            return; // the return, the end or the other task says it
        }
        Mark mark = marks.get(closed.task());
        Line line = said(stored, what, node(task.frame()))
                .by(closed.by())
                .forWhom(task.forWhom())
                .why(closed.why())
                .text(closed.text())
                .people(
                        switch (what) {
                            case TRANSFERRED, HANDED_OVER -> successors(closed.task());
                            case REMOVED -> List.of(task.assignee());
                            default -> List.of();
                        });
        if (mark != null && what != What.TRANSFERRED) {
            line.mark(mark);
        }
        line.add();
    }

    private List<Long> successors(int task) {
        return state.tasks().stream()
                .filter(other -> Objects.equals(other.opened().replaces(), task))
                .map(other -> other.opened().assignee())
                .toList();
    }

    private void returned(Stored stored, FlowEvent.Returned returned) {
        String from = node(state.task(returned.task()).frame());
        List<Long> to = returned.node() == null ? List.of(state.applicant()) : List.of();
        said(stored, What.RETURNED, returned.node() == null ? from : returned.node())
                .by(returned.by())
                .text(returned.reason())
                .people(to)
                .add();
    }

    private String node(int frame) {
        return state.frame(frame).node();
    }

    private Line said(Stored stored, What what, String node) {
        return new Line(stored, what, names.name(node));
    }

    /** Collects one line. */
    private final class Line {

        private final Stored stored;
        private final What what;
        private final String node;
        private @Nullable Long by;
        private @Nullable Long forWhom;
        private List<Long> people = List.of();
        private @Nullable Why why;
        private @Nullable String text;
        private @Nullable Mark mark;
        private List<String> fields = List.of();

        Line(Stored stored, What what, String node) {
            this.stored = stored;
            this.what = what;
            this.node = node;
        }

        Line by(@Nullable Long id) {
            by = id;
            return this;
        }

        Line forWhom(@Nullable Long id) {
            forWhom = id;
            return this;
        }

        Line people(List<Long> ids) {
            people = ids;
            return this;
        }

        Line why(Why reason) {
            why = reason;
            return this;
        }

        Line text(@Nullable String words) {
            text = words;
            return this;
        }

        Line mark(Mark given) {
            mark = given;
            return this;
        }

        Line fields(List<String> labels) {
            fields = labels;
            return this;
        }

        void add() {
            lines.add(new HistoryLine(
                    stored.no(),
                    stored.at(),
                    what,
                    node,
                    by,
                    forWhom,
                    people,
                    why,
                    text,
                    mark == null ? null : mark.signatureId(),
                    mark == null ? List.of() : mark.files(),
                    fields));
        }
    }
}
