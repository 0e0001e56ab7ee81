package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Signers;
import org.qiao.flow.FlowState.Skip;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Timer;
import org.qiao.flow.FlowState.Why;

/** Applies events. Decides nothing: whatever an event says has happened. */
final class Fold {

    private List<Frame> frames;
    private List<Task> tasks;
    private List<Signers> groups;
    private List<Timer> timers;
    private Map<String, List<Long>> chosen;
    private int version;
    private Status status;
    private long applicant;
    private int run;
    private int timerCount;
    private @Nullable Place back;

    Fold(FlowState from) {
        frames = from.frames();
        tasks = from.tasks();
        groups = from.groups();
        timers = from.timers();
        chosen = from.chosen();
        version = from.version();
        status = from.status();
        applicant = from.applicant();
        run = from.run();
        timerCount = from.timerCount();
        back = from.back();
    }

    FlowState state() {
        return new FlowState(
                version,
                status,
                applicant,
                run,
                chosen,
                List.copyOf(frames),
                List.copyOf(tasks),
                List.copyOf(groups),
                List.copyOf(timers),
                timerCount,
                back);
    }

    void apply(FlowEvent event) {
        version++;
        switch (event) {
            case FlowEvent.Submitted submitted -> {
                applicant = submitted.applicant();
                submit(submitted.chosen());
            }
            case FlowEvent.Resubmitted again -> submit(again.chosen());
            case FlowEvent.FrameEntered entered ->
                (frames = open(frames))
                        .add(new Frame(entered, run, null, null, Set.of(), Set.of(), null, List.of(), false));
            case FlowEvent.FrameClosed closed -> close(closed);
            case FlowEvent.FrameReopened reopened -> frame(reopened.frame(), frame -> closed(frame, null, null, null));
            case FlowEvent.LanesOpened opened ->
                frame(opened.frame(), frame -> lanes(frame, Set.copyOf(opened.ways()), Set.of()));
            case FlowEvent.LaneEnded ended -> frame(ended.frame(), frame -> lane(frame, ended.way(), false));
            case FlowEvent.LaneReopened opened -> frame(opened.frame(), frame -> lane(frame, opened.way(), true));
            case FlowEvent.PersonSkipped skipped -> frame(skipped.frame(), frame -> skip(frame, skipped));
            case FlowEvent.TaskOpened opened -> (tasks = open(tasks)).add(opened(opened));
            case FlowEvent.TaskActivated active -> task(active.task(), task -> activated(task, active));
            case FlowEvent.TaskQueued queued -> {
                task(queued.task(), task -> status(task, TaskStatus.QUEUED));
                stop(timer -> Objects.equals(timer.set().task(), queued.task()));
            }
            case FlowEvent.TaskClosed closed -> close(closed);
            case FlowEvent.SignersAdded added ->
                (groups = open(groups))
                        .add(new Signers(added.group(), added.task(), added.when(), added.rule(), added.by()));
            case FlowEvent.Returned returned -> returned(returned);
            case FlowEvent.TakenBack taken -> task(taken.task(), Fold::undone);
            case FlowEvent.TimerSet set -> {
                timerCount++;
                (timers = open(timers)).add(new Timer(set));
            }
            case FlowEvent.LimitReached reached -> {
                task(reached.task(), Fold::reminded);
                stop(timer -> Objects.equals(timer.set().task(), reached.task()));
            }
            case FlowEvent.Ended ended -> status = ended.status();
            case FlowEvent.BranchTaken _,
                    FlowEvent.CcGiven _,
                    FlowEvent.WebhookCalled _,
                    FlowEvent.WebhookAnswered _ -> {
                // Told, not state.
            }
        }
    }

    private void submit(Map<String, List<Long>> choices) {
        Map<String, List<Long>> all = new HashMap<>(chosen);
        all.putAll(choices);
        chosen = Map.copyOf(all);
        status = Status.RUNNING;
        run++;
        back = null;
    }

    private void close(FlowEvent.FrameClosed closed) {
        frame(closed.frame(), frame -> closed(frame, closed.outcome(), closed.why(), closed.cause()));
        stop(timer -> timer.set().frame() == closed.frame());
    }

    private void close(FlowEvent.TaskClosed closed) {
        task(
                closed.task(),
                task -> new Task(
                        task.opened(),
                        closed.how(),
                        task.assignee(),
                        task.forWhom(),
                        closed.by(),
                        closed.why(),
                        version,
                        task.reminders(),
                        task.undone()));
        stop(timer -> Objects.equals(timer.set().task(), closed.task()));
    }

    private void returned(FlowEvent.Returned returned) {
        returned.undone().forEach(number -> frame(number, Fold::undone));
        if (returned.node() == null) {
            status = Status.RETURNED;
            back = returned.back();
        }
    }

    private void frame(int number, UnaryOperator<Frame> change) {
        frames = open(frames);
        frames.set(number - 1, change.apply(frames.get(number - 1)));
    }

    private void task(int number, UnaryOperator<Task> change) {
        tasks = open(tasks);
        tasks.set(number - 1, change.apply(tasks.get(number - 1)));
    }

    private void stop(Predicate<Timer> which) {
        if (timers.stream().anyMatch(which)) {
            timers = open(timers);
            timers.removeIf(which);
        }
    }

    /** A list of the state is copied when it is first written to, and not when it is only read. */
    private static <T> List<T> open(List<T> list) {
        return list instanceof ArrayList ? list : new ArrayList<>(list);
    }

    private static Frame closed(Frame frame, @Nullable Outcome outcome, @Nullable Why why, @Nullable Integer cause) {
        return new Frame(
                frame.entered(),
                frame.run(),
                outcome,
                why,
                frame.open(),
                frame.ended(),
                cause,
                frame.skips(),
                frame.undone());
    }

    private static Frame lanes(Frame frame, Set<String> open, Set<String> ended) {
        return new Frame(
                frame.entered(),
                frame.run(),
                frame.outcome(),
                frame.why(),
                open,
                ended,
                frame.cause(),
                frame.skips(),
                frame.undone());
    }

    private static Frame lane(Frame frame, String way, boolean open) {
        Set<String> opened = new HashSet<>(frame.open());
        Set<String> ended = new HashSet<>(frame.ended());
        (open ? ended : opened).remove(way);
        (open ? opened : ended).add(way);
        return lanes(frame, Set.copyOf(opened), Set.copyOf(ended));
    }

    private static Frame skip(Frame frame, FlowEvent.PersonSkipped skipped) {
        List<Skip> skips = new ArrayList<>(frame.skips());
        skips.add(new Skip(skipped.person(), skipped.why()));
        return new Frame(
                frame.entered(),
                frame.run(),
                frame.outcome(),
                frame.why(),
                frame.open(),
                frame.ended(),
                frame.cause(),
                List.copyOf(skips),
                frame.undone());
    }

    private static Frame undone(Frame frame) {
        return new Frame(
                frame.entered(),
                frame.run(),
                frame.outcome(),
                frame.why(),
                frame.open(),
                frame.ended(),
                frame.cause(),
                frame.skips(),
                true);
    }

    private static Task opened(FlowEvent.TaskOpened opened) {
        TaskStatus status = opened.queued() ? TaskStatus.QUEUED : TaskStatus.OPEN;
        return new Task(opened, status, opened.assignee(), opened.forWhom(), null, null, 0, 0, false);
    }

    private static Task activated(Task task, FlowEvent.TaskActivated active) {
        return new Task(
                task.opened(),
                TaskStatus.OPEN,
                active.assignee(),
                active.forWhom(),
                null,
                null,
                0,
                task.reminders(),
                task.undone());
    }

    private static Task status(Task task, TaskStatus status) {
        return new Task(
                task.opened(),
                status,
                task.assignee(),
                task.forWhom(),
                task.by(),
                task.why(),
                task.closedAt(),
                task.reminders(),
                task.undone());
    }

    private static Task undone(Task task) {
        return new Task(
                task.opened(),
                task.status(),
                task.assignee(),
                task.forWhom(),
                task.by(),
                task.why(),
                task.closedAt(),
                task.reminders(),
                true);
    }

    private static Task reminded(Task task) {
        return new Task(
                task.opened(),
                task.status(),
                task.assignee(),
                task.forWhom(),
                task.by(),
                task.why(),
                task.closedAt(),
                task.reminders() + 1,
                task.undone());
    }
}
