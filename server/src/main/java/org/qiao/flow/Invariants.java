package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Timer;
import org.qiao.flow.FlowState.Why;
import org.qiao.flow.RouteMap.Spot;

/** What must hold after every transition. A broken one is a bug: the caller fails the transaction. */
public final class Invariants {

    private final FlowState state;
    private final RouteMap map;
    private final List<String> broken = new ArrayList<>();

    private Invariants(FlowState state, RouteMap map) {
        this.state = state;
        this.map = map;
    }

    /** What is broken, in words for the log that name nobody. */
    public static List<String> check(FlowState state, Route route) {
        Invariants invariants = new Invariants(state, new RouteMap(route));
        invariants.all();
        return List.copyOf(invariants.broken);
    }

    private void all() {
        List<Frame> live = state.liveFrames();
        if (state.status() == Status.RUNNING) {
            strand(live, null, null);
            live.forEach(frame -> standing(live, frame));
        } else {
            expect(live.isEmpty(), "a live frame in an instance that is " + state.status());
            expect(state.tasks().stream().noneMatch(Task::pending), "a pending task in " + state.status());
            expect(state.timers().isEmpty(), "a timer in " + state.status());
        }
        tasks();
        for (Timer timer : state.timers()) {
            Integer task = timer.set().task();
            expect(state.frame(timer.set().frame()).live(), "a timer of a closed frame");
            expect(
                    task == null || state.task(task).status() == TaskStatus.OPEN,
                    "a timer of task " + task + ", which is not open");
        }
    }

    /** The whole route, or one lane: exactly one live frame. */
    private void strand(List<Frame> live, @Nullable Integer parent, @Nullable String way) {
        long count = live.stream()
                .filter(frame -> Objects.equals(frame.parent(), parent) && Objects.equals(frame.way(), way))
                .count();
        expect(count == 1, count + " live frames in lane " + way + " of frame " + parent);
    }

    /** A live frame lies in an open lane and has something that will move it. */
    private void standing(List<Frame> live, Frame frame) {
        Spot spot = map.at(frame.node());
        Integer parent = frame.parent();
        if (parent == null) {
            expect(spot.lanes().isEmpty(), "frame " + frame.number() + " lies in no lane and its node does");
        } else {
            Frame around = state.frame(parent);
            String way = frame.way();
            expect(
                    around.live() && way != null && around.open().contains(way),
                    "frame " + frame.number() + " lies in a lane that is not open");
            expect(
                    !spot.lanes().isEmpty() && spot.lanes().getLast().equals(way),
                    "frame " + frame.number() + " lies in the wrong lane");
        }
        switch (spot.node()) {
            case Node.Asks _ ->
                expect(
                        state.tasksOf(frame.number()).stream().anyMatch(task -> task.status() == TaskStatus.OPEN),
                        "nobody is asked in frame " + frame.number());
            case Node.Parallel _ -> {
                expect(!frame.open().isEmpty(), "no lane is open in frame " + frame.number());
                frame.open().forEach(way -> strand(live, frame.number(), way));
            }
            case Node.Delay _, Node.Webhook _ ->
                expect(
                        state.timers().stream().anyMatch(timer -> timer.set().frame() == frame.number()),
                        "frame " + frame.number() + " waits without a timer");
            case Node.Branch _, Node.Cc _ -> expect(false, "a frame at a node that has none");
        }
    }

    private void tasks() {
        Set<String> open = new HashSet<>();
        for (Task task : state.tasks()) {
            if (task.pending()) {
                expect(state.frame(task.frame()).live(), "task " + task.number() + " of a closed frame is pending");
            } else {
                expect(
                        task.closedAt() > 0 && task.why() != null,
                        "task " + task.number() + " was closed without a reason");
                expect(
                        task.why() != Why.ACTION || task.by() != null,
                        "task " + task.number() + " was closed by nobody");
            }
            if (task.status() == TaskStatus.OPEN) {
                expect(
                        open.add(task.frame() + " " + task.assignee()),
                        "two open tasks of frame " + task.frame() + " for one person");
            }
        }
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }
}
