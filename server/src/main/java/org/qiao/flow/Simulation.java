package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.Timer;
import org.qiao.flow.Node.Way;
import org.qiao.flow.RouteMap.Spot;
import org.qiao.form.Facts;

/** Drives an instance to its end as if everybody agreed at once, in the order of the tasks, and writes down the path. */
final class Simulation {

    /** A route has 200 nodes; each is entered once, with some dozens of people. */
    private static final int MOST_COMMANDS = 50_000;

    private final Engine engine;
    private final RouteMap map;
    private final Facts facts;
    private final List<Draft> steps = new ArrayList<>();
    private final Map<Integer, Draft> byFrame = new HashMap<>();
    private final Map<Integer, Integer> frameOf = new HashMap<>();

    Simulation(Engine engine, RouteMap map, Facts facts) {
        this.engine = engine;
        this.map = map;
        this.facts = facts;
    }

    /** A step that grows while it is walked. */
    private static final class Draft {

        private final String node;
        private final boolean now;
        private final @Nullable String way;
        private final @Nullable Together together;
        private final Set<String> missing;
        private final Map<Integer, Step.Person> asked = new LinkedHashMap<>();
        private final List<Step.Person> others = new ArrayList<>();

        Draft(String node, boolean now, @Nullable String way, @Nullable Together together, Set<String> missing) {
            this.node = node;
            this.now = now;
            this.way = way;
            this.together = together;
            this.missing = missing;
        }

        Step step(Spot spot) {
            List<Step.Person> people = new ArrayList<>(asked.values());
            people.addAll(others);
            return new Step(node, spot.within(), way, now, together, people, missing);
        }
    }

    List<Step> from(FlowState state) {
        for (Frame frame : state.liveFrames()) {
            enter(frame.entered(), true);
        }
        // Whoever is asked now comes before those whose turn it will be.
        state.openTasks().forEach(this::asked);
        state.tasks().stream().filter(Task::pending).forEach(this::asked);
        drive(state);
        return result();
    }

    /** @param events what happened since, which is where the path begins */
    List<Step> after(FlowState before, List<FlowEvent> events) {
        FlowState state = before;
        for (FlowEvent event : events) {
            note(event);
            state = state.after(event);
        }
        drive(state);
        return result();
    }

    private List<Step> result() {
        return steps.stream().map(draft -> draft.step(map.at(draft.node))).toList();
    }

    private void drive(FlowState from) {
        FlowState state = from;
        for (int count = 0; state.status() == FlowState.Status.RUNNING; count++) {
            if (count > MOST_COMMANDS) {
                throw new IllegalStateException("A path without an end");
            }
            List<FlowEvent> events = engine.judge(state, next(state));
            events.forEach(this::note);
            for (FlowEvent event : events) {
                state = state.after(event);
            }
        }
    }

    private Command next(FlowState state) {
        List<Task> open = state.openTasks();
        if (open.isEmpty()) {
            Timer timer = state.timers().getFirst();
            return new Command.TimerFired(timer.number());
        }
        Task task = open.getFirst();
        boolean handle = map.asks(state.frame(task.frame()).node()) instanceof Node.Handle;
        return handle
                ? new Command.Handle(task.assignee(), task.number(), null)
                : new Command.Agree(task.assignee(), task.number(), null);
    }

    private void note(FlowEvent event) {
        switch (event) {
            case FlowEvent.FrameEntered entered -> enter(entered, false);
            case FlowEvent.BranchTaken taken ->
                steps.add(new Draft(taken.node(), false, taken.way(), null, missing(taken)));
            case FlowEvent.CcGiven given -> {
                Draft draft = new Draft(given.node(), false, null, null, Set.of());
                given.people().forEach(person -> draft.others.add(new Step.Person(person, null, null)));
                steps.add(draft);
            }
            case FlowEvent.PersonSkipped skipped ->
                at(skipped.frame()).others.add(new Step.Person(skipped.person(), null, skipped.why()));
            case FlowEvent.TaskOpened opened -> {
                frameOf.put(opened.task(), opened.frame());
                asked(opened.task(), opened.assignee(), opened.forWhom());
            }
            case FlowEvent.TaskActivated active -> asked(active.task(), active.assignee(), active.forWhom());
            case FlowEvent.TaskClosed closed -> closed(closed);
            case FlowEvent.Submitted _,
                    FlowEvent.Resubmitted _,
                    FlowEvent.FrameClosed _,
                    FlowEvent.FrameReopened _,
                    FlowEvent.LanesOpened _,
                    FlowEvent.LaneEnded _,
                    FlowEvent.LaneReopened _,
                    FlowEvent.TaskQueued _,
                    FlowEvent.SignersAdded _,
                    FlowEvent.Returned _,
                    FlowEvent.TakenBack _,
                    FlowEvent.TimerSet _,
                    FlowEvent.LimitReached _,
                    FlowEvent.WebhookCalled _,
                    FlowEvent.WebhookAnswered _,
                    FlowEvent.Ended _ -> {
                // Not a step.
            }
        }
    }

    private void enter(FlowEvent.FrameEntered entered, boolean now) {
        Draft draft = new Draft(entered.node(), now, null, entered.together(), Set.of());
        byFrame.put(entered.frame(), draft);
        steps.add(draft);
    }

    /** Somebody whose seat was merged or is vacant is shown with the reason. */
    private void closed(FlowEvent.TaskClosed closed) {
        if (closed.how().gone()) {
            Draft draft = at(Objects.requireNonNull(frameOf.get(closed.task())));
            draft.asked.computeIfPresent(
                    closed.task(), (_, person) -> new Step.Person(person.id(), person.forWhom(), closed.why()));
        }
    }

    private void asked(Task task) {
        frameOf.put(task.number(), task.frame());
        asked(task.number(), task.assignee(), task.forWhom());
    }

    private void asked(int task, long person, @Nullable Long forWhom) {
        at(Objects.requireNonNull(frameOf.get(task))).asked.put(task, new Step.Person(person, forWhom, null));
    }

    private Draft at(int frame) {
        return Objects.requireNonNull(byFrame.get(frame));
    }

    /** What the choice looked at without finding it. */
    private Set<String> missing(FlowEvent.BranchTaken taken) {
        Set<String> missing = new TreeSet<>();
        if (map.at(taken.node()).node() instanceof Node.Branch branch) {
            for (Way way : branch.ways()) {
                if (way.when() != null) {
                    way.when().subjects().stream()
                            .filter(subject -> facts.find(subject).isEmpty())
                            .forEach(missing::add);
                }
                if (way.id().equals(taken.way())) {
                    break;
                }
            }
        }
        return missing;
    }
}
