package org.qiao.approval;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.approval.RunView.Doable;
import org.qiao.approval.RunView.MyTask;
import org.qiao.approval.RunView.RemovableSigner;
import org.qiao.approval.RunView.ReturnTarget;
import org.qiao.flow.Command;
import org.qiao.flow.Engine;
import org.qiao.flow.FlowState;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.Node;
import org.qiao.platform.Problem;

/** What one person may do in a run now. Where a rule is the engine's, the engine is asked: nothing happens by asking. */
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
        Node.Asks asks = asks(node);
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

    private Node.Asks asks(String node) {
        if (names.find(node).orElse(null) instanceof Node.Asks asks) {
            return asks;
        }
        throw new IllegalStateException("A task at a node that asks nobody: " + node);
    }

    /** Nodes with closed tasks, the last one first. */
    private List<ReturnTarget> targets(FlowState.Task task) {
        Map<String, ReturnTarget> targets = new LinkedHashMap<>();
        for (FlowState.Task other : state.tasks().reversed()) {
            String node = state.frame(other.frame()).node();
            if (!other.pending()
                    && !targets.containsKey(node)
                    && allowed(new Command.Return(person, task.number(), node, Then.START, "?"))) {
                targets.put(node, new ReturnTarget(node, names.name(node)));
            }
        }
        return List.copyOf(targets.values());
    }

    private List<Integer> takeBack() {
        List<Integer> mine = new ArrayList<>();
        for (FlowState.Task task : state.tasks()) {
            if (!task.pending()
                    && task.by() != null
                    && task.by() == person
                    && allowed(new Command.TakeBack(person, task.number()))) {
                mine.add(task.number());
            }
        }
        return mine;
    }

    private List<RemovableSigner> removable() {
        return state.tasks().stream()
                .filter(task -> task.pending()
                        && task.opened().addedBy() != null
                        && task.opened().addedBy() == person
                        && allowed(new Command.RemoveSigner(person, task.number())))
                .map(task -> new RemovableSigner(task.number(), task.assignee()))
                .toList();
    }

    private boolean allowed(Command command) {
        try {
            engine.judge(state, command);
            return true;
        } catch (Problem refused) { // that is the answer
            return false;
        }
    }
}
