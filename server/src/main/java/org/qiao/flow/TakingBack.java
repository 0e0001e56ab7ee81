package org.qiao.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.Asking.Seat;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Why;
import org.qiao.flow.Node.Action;

/** Undoes an agreement as long as nobody has built on it. */
final class TakingBack {

    private final Work work;
    private final Walk walk;
    private final Actions actions;

    TakingBack(Work work, Walk walk, Actions actions) {
        this.work = work;
        this.walk = walk;
        this.actions = actions;
    }

    void takeBack(Command.TakeBack command) {
        Task task = mine(command.by(), command.task());
        actions.requireAllowed(task, Action.TAKE_BACK);
        actions.requireRoom();
        Frame frame = work.frame(task.frame());
        Set<Integer> consequences = frame.live() ? Set.of() : consequences(frame.number());
        require(isLast(task) && (frame.live() || frame.outcome() == Outcome.AGREED) && !frame.undone());
        require(consequences.stream().noneMatch(this::touched));
        require(!work.hasOpen(frame.number(), task.assignee()));
        List<Frame> around = frame.live() ? List.of() : closedAround(frame, consequences);
        work.emit(new FlowEvent.TakenBack(task.number(), command.by()));
        if (!frame.live()) {
            reopen(frame, consequences, around);
        }
        reseat(task);
        walk.asking().settle(frame.number());
        // The seat that he was added to may have been given up since: then nobody waits for him.
        require(work.hasOpen(frame.number(), task.assignee()));
    }

    private Task mine(@Nullable Long by, int number) {
        Task task = work.state().findTask(number).orElseThrow(FlowProblem.NOT_FOUND::problem);
        if (by == null || by != task.assignee() || (task.by() != null && !by.equals(task.by()))) {
            throw FlowProblem.NOT_YOUR_TURN.problem();
        }
        Status status = work.state().status();
        if (status.ended()) {
            throw FlowProblem.ALREADY_ENDED.problem("status", status.name());
        }
        boolean agreed = task.status() == TaskStatus.AGREED || task.status() == TaskStatus.HANDLED;
        require(status == Status.RUNNING && agreed && !task.undone());
        return task;
    }

    /** All frames that were entered because this one ended. */
    private Set<Integer> consequences(int number) {
        Set<Integer> found = new HashSet<>();
        for (Frame frame : work.state().frames()) {
            Integer after = frame.entered().after();
            if (after != null && (after == number || found.contains(after))) {
                found.add(frame.number());
            }
        }
        return found;
    }

    private boolean touched(int number) {
        Frame frame = work.frame(number);
        boolean called = work.map().at(frame.node()).node() instanceof Node.Webhook;
        return (called && frame.outcome() != Outcome.TAKEN_BACK)
                || work.state().tasksOf(number).stream().anyMatch(TakingBack::decided);
    }

    private boolean isLast(Task task) {
        return work.state().tasksOf(task.frame()).stream()
                .noneMatch(other -> other.closedAt() > task.closedAt()
                        && decided(other)
                        && other.status() != TaskStatus.TRANSFERRED);
    }

    private static boolean decided(Task task) {
        boolean answer = task.status().counts()
                || task.status() == TaskStatus.REFUSED
                || task.status() == TaskStatus.RETURNED
                || task.status() == TaskStatus.TRANSFERRED;
        return answer && !task.undone();
    }

    /** Parallel frames that ended with the lane: all of them because of this agreement, or it cannot be taken back. */
    private List<Frame> closedAround(Frame frame, Set<Integer> consequences) {
        List<Frame> around = new ArrayList<>();
        for (Frame each = walk.parent(frame); each != null && !each.live(); each = walk.parent(each)) {
            Integer cause = each.cause();
            require(each.outcome() == Outcome.AGREED
                    && cause != null
                    && (cause == frame.number() || consequences.contains(cause)));
            around.add(each);
        }
        return around;
    }

    private void reopen(Frame frame, Set<Integer> consequences, List<Frame> around) {
        List<Frame> live = consequences.stream()
                .map(work::frame)
                .filter(Frame::live)
                .sorted(Comparator.comparingInt(Frame::number).reversed())
                .toList();
        walk.close(live, Outcome.TAKEN_BACK, Why.TAKEN_BACK);
        around.reversed().forEach(each -> work.emit(new FlowEvent.FrameReopened(each.number())));
        for (Frame each = frame; each != null; each = walk.parent(each)) {
            Integer parent = each.parent();
            String way = each.way();
            if (parent != null && way != null && work.frame(parent).ended().contains(way)) {
                work.emit(new FlowEvent.LaneReopened(parent, way));
            }
        }
        work.emit(new FlowEvent.FrameReopened(frame.number()));
    }

    /** His seat is his again, and those who were no longer needed because of him are asked again. */
    private void reseat(Task task) {
        int number = work.nextTask();
        Seat seat = Seat.after(task);
        work.emit(new FlowEvent.TaskOpened(
                number,
                seat.frame(),
                seat.group(),
                seat.turn(),
                task.assignee(),
                task.forWhom(),
                false,
                seat.replaces(),
                seat.addedBy()));
        walk.asking().limit(task.frame(), number);
        for (Task other : work.state().tasksOf(task.frame())) {
            boolean unneeded = other.status() == TaskStatus.CANCELLED
                    && other.why() == Why.ENOUGH_AGREED
                    && other.closedAt() > task.closedAt();
            long person = Objects.requireNonNullElse(other.forWhom(), other.assignee());
            if (unneeded && work.present(person)) {
                walk.asking().open(Seat.after(other), person, true);
            }
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw FlowProblem.CANNOT_TAKE_BACK.problem();
        }
    }
}
