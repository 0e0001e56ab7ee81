package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.form.Facts;

/** What one command is judged with: the world as it is, and the events so far with the state that they make. */
final class Work {

    private final RouteMap map;
    private final People people;
    private final Facts facts;
    private final List<FlowEvent> events = new ArrayList<>();
    private final Set<Long> gone = new HashSet<>();
    private FlowState state;
    private FlowEvent.@Nullable TaskClosed refusal;

    Work(RouteMap map, People people, Facts facts, FlowState state) {
        this.map = map;
        this.people = people;
        this.facts = facts;
        this.state = state;
    }

    RouteMap map() {
        return map;
    }

    People people() {
        return people;
    }

    Facts facts() {
        return facts;
    }

    FlowState state() {
        return state;
    }

    List<FlowEvent> events() {
        return List.copyOf(events);
    }

    void emit(FlowEvent event) {
        events.add(event);
        state = state.after(event);
        if (event instanceof FlowEvent.TaskClosed closed && closed.how() == TaskStatus.REFUSED) {
            refusal = closed;
        }
    }

    /** The last refusal that this command has made. */
    Optional<FlowEvent.TaskClosed> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean running() {
        return state.status() == Status.RUNNING;
    }

    /** From now on nothing is given to him any more, whatever the snapshot says. */
    void without(long person) {
        gone.add(person);
    }

    boolean present(long person) {
        return !gone.contains(person) && people.present(person);
    }

    Frame frame(int number) {
        return state.frame(number);
    }

    Node.Asks asks(int frame) {
        return map.asks(frame(frame).node());
    }

    int nextFrame() {
        return state.frames().size() + 1;
    }

    int nextTask() {
        return state.tasks().size() + 1;
    }

    List<Task> pending(int frame) {
        return state.tasksOf(frame).stream().filter(Task::pending).toList();
    }

    /** Whether somebody has an open task of a frame; nobody may have two. */
    boolean hasOpen(int frame, long person) {
        return state.tasksOf(frame).stream()
                .anyMatch(task -> task.status() == TaskStatus.OPEN && task.assignee() == person);
    }
}
