package org.qiao.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.Why;
import org.qiao.flow.Node.Action;
import org.qiao.flow.RouteMap.Spot;

/** Back to the applicant or to somebody earlier, and on again from there. */
final class Returning {

    /** Nobody needs more; whoever does may agree or refuse. */
    static final int MAX_FRAMES = 2_000;

    private final Work work;
    private final Walk walk;
    private final Actions actions;

    Returning(Work work, Walk walk, Actions actions) {
        this.work = work;
        this.walk = walk;
        this.actions = actions;
    }

    void giveBack(Command.Return command) {
        Task task = actions.mine(command.by(), command.task());
        actions.requireAllowed(task, Action.RETURN);
        Actions.requireReason(command.reason());
        if (work.state().frames().size() >= MAX_FRAMES) {
            throw FlowProblem.TOO_LONG.problem();
        }
        actions.requireRoom();
        if (command.node() == null) {
            toApplicant(command, task);
        } else {
            toNode(command, task, command.node());
        }
    }

    void resubmit(@Nullable Place back) {
        if (back == null) {
            walk.start();
        } else {
            walk.restore(back, Walk.Strand.ROOT, null);
        }
    }

    /** Whether a task may be returned to a node. */
    boolean canReach(Frame from, String node) {
        Spot here = work.map().at(from.node());
        Spot there = work.map().find(node).orElse(null);
        return there != null
                && there.node() instanceof Node.Asks
                && there.order() < here.order()
                && isPrefix(there.lanes(), here.lanes())
                && work.state().frames().stream()
                        .anyMatch(frame -> frame.node().equals(node) && !frame.undone() && answered(frame));
    }

    private void toApplicant(Command.Return command, Task task) {
        Frame root = work.state().liveFrames().stream()
                .filter(frame -> frame.parent() == null)
                .findFirst()
                .orElseThrow();
        boolean here = command.then() == Then.HERE;
        Place back = here ? walk.place(root) : null;
        List<Frame> closed = walk.subtree(root);
        List<Frame> undone = here
                ? closed
                : work.state().frames().stream()
                        .filter(frame -> !frame.undone())
                        .toList();
        closeAll(command, task, closed);
        work.emit(returned(command, back, undone));
    }

    private void toNode(Command.Return command, Task task, String node) {
        Frame from = work.frame(task.frame());
        if (!canReach(from, node)) {
            throw FlowProblem.CANNOT_RETURN_THERE.problem("node", node);
        }
        Spot there = work.map().at(node);
        Frame top = ancestor(from, there.lanes().size());
        boolean here = command.then() == Then.HERE;
        Place back = here ? walk.place(top) : null;
        List<Frame> closed = walk.subtree(top);
        List<Frame> undone = new ArrayList<>(closed);
        for (Frame frame : work.state().frames()) {
            Spot spot = work.map().at(frame.node());
            boolean behind = here
                    ? frame.node().equals(node)
                    : spot.order() >= there.order() && isPrefix(there.lanes(), spot.lanes());
            if (behind && !frame.undone() && !closed.contains(frame)) {
                undone.add(frame);
            }
        }
        closeAll(command, task, closed);
        work.emit(returned(command, null, undone));
        walk.enter(there.node(), new Walk.Entry(Walk.Strand.of(top), from.number(), back, true));
    }

    private void closeAll(Command.Return command, Task task, List<Frame> frames) {
        work.emit(new FlowEvent.TaskClosed(
                task.number(), TaskStatus.RETURNED, command.by(), Why.ACTION, command.reason()));
        for (Frame frame : frames) {
            Outcome outcome = frame.number() == task.frame() ? Outcome.RETURNED : Outcome.CANCELLED;
            walk.close(List.of(frame), outcome, Why.RETURNED);
        }
    }

    private static FlowEvent.Returned returned(Command.Return command, @Nullable Place back, List<Frame> undone) {
        return new FlowEvent.Returned(
                command.task(),
                command.by(),
                command.node(),
                command.then(),
                command.reason(),
                back,
                undone.stream().map(Frame::number).sorted().toList());
    }

    /** The frame around that lies in so many lanes. */
    private Frame ancestor(Frame frame, int lanes) {
        Frame each = frame;
        for (int depth = work.map().at(frame.node()).lanes().size(); depth > lanes; depth--) {
            each = Objects.requireNonNull(walk.parent(each));
        }
        return each;
    }

    private boolean answered(Frame frame) {
        return work.state().tasksOf(frame.number()).stream()
                .anyMatch(task ->
                        !task.undone() && (task.status() == TaskStatus.AGREED || task.status() == TaskStatus.HANDLED));
    }

    private static boolean isPrefix(List<String> start, List<String> all) {
        return start.size() <= all.size() && all.subList(0, start.size()).equals(start);
    }

    void requireReturned(@Nullable Long by) {
        Status status = work.state().status();
        if (status.ended()) {
            throw FlowProblem.ALREADY_ENDED.problem("status", status.name());
        }
        if (status != Status.RETURNED) {
            throw FlowProblem.NOT_NOW.problem();
        }
        if (by != null && by != work.state().applicant()) {
            throw FlowProblem.NOT_YOUR_TURN.problem();
        }
    }
}
