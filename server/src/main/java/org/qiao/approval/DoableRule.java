package org.qiao.approval;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.approval.RunView.Doable;
import org.qiao.approval.RunView.MyTask;
import org.qiao.approval.RunView.RemovableSigner;
import org.qiao.approval.RunView.ReturnTarget;
import org.qiao.flow.Engine;
import org.qiao.flow.FlowState;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.Node;

/** What one person may do in a run now. Where a rule is the engine's, the engine is asked. */
final class DoableRule {

    private final RouteNames names;
    private final Engine engine;
    private final FlowState state;
    private final long person;

    DoableRule(RouteNames names, Engine engine, FlowState state, long person) {
        this.names = names;
        this.engine = engine;
        this.state = state;
        this.person = person;
    }

    /** What the template and the data rights say. */
    record Permits(boolean revocable, boolean undoable, boolean manage) {}

    Doable doable(Permits permits) {
        boolean applicant = state.applicant() == person;
        boolean ended = state.status().ended();
        boolean again = applicant && state.status() == Status.RETURNED;
        return new Doable(
                myTasks(),
                takeBack(),
                removable(),
                again,
                again ? state.chosen() : Map.of(),
                applicant && !ended && permits.revocable(),
                applicant && state.status() == Status.AGREED && permits.undoable(),
                !ended && !state.openTasks().isEmpty(),
                permits.manage());
    }

    private List<MyTask> myTasks() {
        return state.openTasks().stream()
                .filter(task -> task.assignee() == person)
                .map(this::myTask)
                .toList();
    }

    private MyTask myTask(FlowState.Task task) {
        String node = state.frame(task.frame()).node();
        Node.Asks asks = names.asks(node);
        Set<Node.Action> actions = EnumSet.noneOf(Node.Action.class);
        actions.addAll(asks.actions());
        boolean handle = asks instanceof Node.Handle;
        if (handle) {
            actions.remove(Node.Action.REFUSE);
        }
        Set<String> editable = asks.fields().entrySet().stream()
                .filter(field -> field.getValue() == Node.Access.EDIT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<ReturnTarget> targets = actions.contains(Node.Action.RETURN) ? targets(task) : List.of();
        return new MyTask(task.number(), node, names.name(node), handle, actions, editable, targets);
    }

    /** The last one first. */
    private List<ReturnTarget> targets(FlowState.Task task) {
        return engine.returnTargets(state, task.number()).reversed().stream()
                .map(node -> new ReturnTarget(node, names.name(node)))
                .toList();
    }

    private List<Integer> takeBack() {
        return state.tasks().stream()
                .filter(task ->
                        !task.pending() && task.by() != null && task.by() == person && engine.canTakeBack(state, task))
                .map(FlowState.Task::number)
                .toList();
    }

    private List<RemovableSigner> removable() {
        return state.tasks().stream()
                .filter(task -> task.pending()
                        && task.opened().addedBy() != null
                        && task.opened().addedBy() == person)
                .map(task -> new RemovableSigner(task.number(), task.assignee()))
                .toList();
    }
}
