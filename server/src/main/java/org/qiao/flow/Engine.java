package org.qiao.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.RouteMap.Spot;
import org.qiao.form.Facts;
import org.qiao.platform.Problem;

/** Judges commands. Has no state of its own: made for one command from what the caller has loaded. */
public final class Engine {

    private final RouteMap map;
    private final People people;
    private final Facts facts;

    /** @param facts values of the form and facts about the applicant, as they are after the edits of this command */
    public Engine(Route route, People people, Facts facts) {
        this.map = new RouteMap(route);
        this.people = people;
        this.facts = facts;
    }

    /**
     * What follows from a command; nothing is changed. Empty when there is nothing to do: a timer that is no more, a person
     * without tasks.
     *
     * @throws org.qiao.platform.Problem one of {@link FlowProblem}
     */
    public List<FlowEvent> judge(FlowState state, Command command) {
        Work work = new Work(map, people, facts, state);
        Walk walk = new Walk(work);
        Actions actions = new Actions(work, walk);
        switch (command) {
            case Command.Submit submit -> submit(work, walk, submit);
            case Command.Resubmit again -> resubmit(work, walk, again);
            case Command.Agree agree -> actions.agree(agree);
            case Command.Handle handle -> actions.handle(handle);
            case Command.Refuse refuse -> actions.refuse(refuse);
            case Command.Transfer transfer -> actions.transfer(transfer);
            case Command.AddSigners add -> actions.addSigners(add);
            case Command.RemoveSigner remove -> actions.removeSigner(remove);
            case Command.Return back -> new Returning(work, walk, actions).giveBack(back);
            case Command.TakeBack back -> new TakingBack(work, walk, actions).takeBack(back);
            case Command.Revoke revoke -> actions.revoke(revoke);
            case Command.HandOver over -> actions.handOver(over);
            case Command.TimerFired fired -> new Timing(work, walk, actions).fired(fired);
            case Command.WebhookAnswered answered -> new Timing(work, walk, actions).answered(answered);
        }
        return work.events();
    }

    /** The path of a draft with its people, walked with the same code as if everybody agreed at once. */
    public List<Step> preview(Command.Submit draft) {
        Work work = new Work(map, people, facts, FlowState.EMPTY);
        work.emit(new FlowEvent.Submitted(draft.applicant(), draft.by(), draft.chosen()));
        new Walk(work).start();
        return new Simulation(this, map, facts).after(FlowState.EMPTY, work.events());
    }

    /** The path of what was returned, as if it were submitted again so and everybody agreed at once. */
    public List<Step> preview(FlowState state, Command.Resubmit again) {
        Work work = new Work(map, people, facts, state);
        comeBack(work, returned(work, new Walk(work), again), again);
        return new Simulation(this, map, facts).after(state, work.events());
    }

    /** Where the instance stands and the rest of its path. Empty when it has ended or waits for the applicant. */
    public List<Step> preview(FlowState state) {
        return state.status() == Status.RUNNING ? new Simulation(this, map, facts).from(state) : List.of();
    }

    /** The earlier nodes to which an open task can be returned, in their order. */
    public List<String> returnTargets(FlowState state, int task) {
        Work work = new Work(map, people, facts, state);
        Walk walk = new Walk(work);
        Returning returning = new Returning(work, walk, new Actions(work, walk));
        Frame from = state.frame(state.task(task).frame());
        List<String> nodes = new ArrayList<>();
        for (Frame frame : state.frames()) {
            if (!nodes.contains(frame.node()) && returning.canReach(from, frame.node())) {
                nodes.add(frame.node());
            }
        }
        nodes.sort(Comparator.comparingInt(node -> map.at(node).order()));
        return nodes;
    }

    private void submit(Work work, Walk walk, Command.Submit submit) {
        Status status = work.state().status();
        if (status.ended()) {
            throw FlowProblem.ALREADY_ENDED.problem("status", status.name());
        }
        if (status != Status.DRAFT) {
            throw FlowProblem.NOT_NOW.problem();
        }
        requireChoice(submit.chosen());
        work.emit(new FlowEvent.Submitted(
                submit.applicant(),
                submit.by() != null && submit.by() == submit.applicant() ? null : submit.by(),
                submit.chosen()));
        walk.start();
        requireChoices(work);
    }

    private void resubmit(Work work, Walk walk, Command.Resubmit again) {
        Returning returning = returned(work, walk, again);
        requireChoice(again.chosen());
        comeBack(work, returning, again);
        requireChoices(work);
    }

    private static Returning returned(Work work, Walk walk, Command.Resubmit again) {
        Returning returning = new Returning(work, walk, new Actions(work, walk));
        returning.requireReturned(again.by());
        return returning;
    }

    private static void comeBack(Work work, Returning returning, Command.Resubmit again) {
        Place back = work.state().back();
        work.emit(new FlowEvent.Resubmitted(again.by(), again.chosen()));
        returning.resubmit(back);
    }

    private void requireChoice(Map<String, List<Long>> chosen) {
        chosen.forEach((node, ids) -> {
            Approvers approvers =
                    map.find(node).map(Spot::node).map(Engine::approvers).orElse(null);
            boolean fits = approvers instanceof Approvers.Chosen rule
                    && ids.size() <= rule.most()
                    && ids.stream().allMatch(id -> people.present(id) && people.choosable(rule, id));
            if (!fits) {
                throw FlowProblem.BAD_CHOICE.problem("node", node);
            }
        });
    }

    /** Wherever the path leads as things stand, somebody must have been chosen. */
    private void requireChoices(Work work) {
        Map<String, Approvers.Chosen> choices = new HashMap<>();
        map.nodes().forEach(node -> {
            if (node instanceof Node.Asks asks && asks.approvers() instanceof Approvers.Chosen chosen) {
                choices.put(node.id(), chosen);
            }
        });
        choices.keySet()
                .removeIf(node ->
                        !work.state().chosen().getOrDefault(node, List.of()).isEmpty());
        if (choices.isEmpty()) {
            return;
        }
        List<String> path = new ArrayList<>();
        work.events().forEach(event -> {
            if (event instanceof FlowEvent.FrameEntered entered) {
                path.add(entered.node());
            }
        });
        preview(work.state()).forEach(step -> path.add(step.node()));
        path.stream().filter(choices::containsKey).findFirst().ifPresent(node -> {
            throw FlowProblem.CHOICE_REQUIRED.problem("node", node);
        });
    }

    private static Approvers approvers(Node node) {
        return switch (node) {
            case Node.Asks asks -> asks.approvers();
            case Node.Cc cc -> cc.people();
            case Node.Branch _, Node.Parallel _, Node.Delay _, Node.Webhook _ -> new Approvers.Applicant();
        };
    }

    /** Whether the actor might take a task back just now, for buttons; the judgement is {@link #judge}'s. */
    public boolean canTakeBack(FlowState state, Task task) {
        try {
            judge(state, new Command.TakeBack(task.assignee(), task.number()));
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}
