package org.qiao.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.Asking.Seat;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.When;
import org.qiao.flow.FlowState.Why;
import org.qiao.flow.Node.Action;
import org.qiao.flow.Node.SameAsApplicant;
import org.qiao.platform.Problem;

/** What people who are asked may do inside their node, and what is done with their tasks when they are gone. */
final class Actions {

    static final int MAX_SIGNERS = 20;

    /** Decisions always remain possible; only what makes an instance longer is refused. */
    static final int MAX_TASKS = 2_000;

    private final Work work;
    private final Walk walk;
    private final Asking asking;

    Actions(Work work, Walk walk) {
        this.work = work;
        this.walk = walk;
        this.asking = walk.asking();
    }

    /** The actor's own open task. */
    Task mine(@Nullable Long by, int number) {
        Task task = work.state().findTask(number).orElseThrow(FlowProblem.NOT_FOUND::problem);
        if (by == null || (by != task.assignee() && !by.equals(task.by()))) {
            throw FlowProblem.NOT_YOUR_TURN.problem();
        }
        if (!task.pending()) {
            throw changed(task);
        }
        if (task.status() == TaskStatus.QUEUED) {
            throw FlowProblem.NOT_YOUR_TURN.problem();
        }
        return task;
    }

    /** With who decided instead, if it was a person. */
    Problem changed(Task task) {
        Long by = Optional.ofNullable(task.by())
                .or(() -> lastDecision(task.frame()))
                .orElse(null);
        return by == null
                ? FlowProblem.CHANGED_MEANWHILE.problem("how", task.status().name())
                : FlowProblem.CHANGED_MEANWHILE.problem("how", task.status().name(), "by", by);
    }

    void requireAllowed(Task task, Action action) {
        if (!work.asks(task.frame()).actions().contains(action)) {
            throw FlowProblem.NOT_ALLOWED_HERE.problem();
        }
    }

    static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw FlowProblem.REASON_REQUIRED.problem();
        }
    }

    void requireRoom() {
        if (work.state().tasks().size() >= MAX_TASKS) {
            throw FlowProblem.TOO_LONG.problem();
        }
    }

    void agree(Command.Agree command) {
        Task task = mine(command.by(), command.task());
        if (work.asks(task.frame()) instanceof Node.Handle) {
            throw FlowProblem.NOT_ALLOWED_HERE.problem();
        }
        close(task, TaskStatus.AGREED, command.by(), command.comment());
        asking.settle(task.frame());
    }

    void handle(Command.Handle command) {
        Task task = mine(command.by(), command.task());
        if (work.asks(task.frame()) instanceof Node.Approve) {
            throw FlowProblem.NOT_ALLOWED_HERE.problem();
        }
        close(task, TaskStatus.HANDLED, command.by(), command.comment());
        asking.settle(task.frame());
    }

    void refuse(Command.Refuse command) {
        Task task = mine(command.by(), command.task());
        if (work.asks(task.frame()) instanceof Node.Handle) {
            throw FlowProblem.NOT_ALLOWED_HERE.problem();
        }
        requireAllowed(task, Action.REFUSE);
        requireReason(command.reason());
        close(task, TaskStatus.REFUSED, command.by(), command.reason());
        asking.settle(task.frame());
    }

    void transfer(Command.Transfer command) {
        Task task = mine(command.by(), command.task());
        requireAllowed(task, Action.TRANSFER);
        requireRoom();
        requireNew(task, command.to());
        close(task, TaskStatus.TRANSFERRED, command.by(), command.comment());
        asking.open(Seat.after(task), command.to(), false, command.by());
        asking.settle(task.frame());
    }

    void addSigners(Command.AddSigners command) {
        Task task = mine(command.by(), command.task());
        requireAllowed(
                task,
                switch (command.when()) {
                    case BEFORE -> Action.ADD_BEFORE;
                    case AFTER -> Action.ADD_AFTER;
                    case PARALLEL -> Action.ADD_PARALLEL;
                });
        List<Long> people = command.people().stream().distinct().toList();
        if (people.isEmpty()) {
            throw FlowProblem.NOBODY_NAMED.problem();
        }
        if (people.size() > MAX_SIGNERS) {
            throw FlowProblem.TOO_LONG.problem();
        }
        if (command.rule() == Together.Rule.SHARE && command.when() != When.PARALLEL) {
            throw FlowProblem.NOT_ALLOWED_HERE.problem();
        }
        requireRoom();
        people.forEach(person -> requireNew(task, person));
        if (command.when() == When.PARALLEL) {
            Seat beside = new Seat(task.frame(), task.group(), task.opened().turn(), null, command.by());
            people.forEach(person -> asking.open(beside, person, false, command.by()));
        } else {
            addGroup(command, task, people);
        }
        asking.settle(task.frame());
    }

    void removeSigner(Command.RemoveSigner command) {
        Task task = work.state().findTask(command.task()).orElseThrow(FlowProblem.NOT_FOUND::problem);
        Long addedBy = task.opened().addedBy();
        Task adder = new Seats(work.state(), task.frame()).adder(task);
        boolean his = command.by() != null
                && addedBy != null
                && (command.by().equals(addedBy) || (adder != null && command.by() == adder.assignee()));
        if (!his) {
            throw FlowProblem.NOT_YOUR_TURN.problem();
        }
        if (!task.pending()) {
            throw changed(task);
        }
        close(task, TaskStatus.REMOVED, command.by(), null);
        asking.settle(task.frame());
    }

    void handOver(Command.HandOver command) {
        Long to = command.to();
        if (to != null && to == command.from()) {
            throw FlowProblem.NOT_YOURSELF.problem();
        }
        if (to != null && !work.present(to)) {
            throw FlowProblem.UNKNOWN_PERSON.problem("person", to);
        }
        work.without(command.from());
        List<Task> his = work.state().tasks().stream()
                .filter(task -> task.pending() && task.assignee() == command.from())
                .toList();
        for (Task task : his) {
            if (work.state().task(task.number()).pending()) {
                give(work.state().task(task.number()), to, command.by());
            }
        }
        his.stream().map(Task::frame).distinct().forEach(asking::settle);
    }

    /** A limit was reached, and the task goes to somebody who can have it. @return whether there was one */
    boolean passOn(Task task, @Nullable Long named) {
        Optional<Long> to = named == null ? work.people().superior(task.assignee()) : Optional.of(named);
        Optional<Long> heir = to.filter(person -> refusal(task, person) == null);
        if (heir.isEmpty() || work.state().tasks().size() >= MAX_TASKS) {
            return false;
        }
        work.emit(new FlowEvent.TaskClosed(task.number(), TaskStatus.TRANSFERRED, null, Why.LIMIT, null));
        asking.open(Seat.after(task), heir.get(), false, task.assignee());
        asking.settle(task.frame());
        return true;
    }

    void revoke(Command.Revoke command) {
        Status status = work.state().status();
        if (status.ended()) {
            throw FlowProblem.ALREADY_ENDED.problem("status", status.name());
        }
        if (status == Status.DRAFT) {
            throw FlowProblem.NOT_NOW.problem();
        }
        if (command.by() != null && command.by() != work.state().applicant()) {
            throw FlowProblem.NOT_YOUR_TURN.problem();
        }
        walk.end(Status.REVOKED, command.by(), Why.ACTION, command.reason());
    }

    private void addGroup(Command.AddSigners command, Task task, List<Long> people) {
        if (command.when() == When.AFTER) {
            boolean handle = work.asks(task.frame()) instanceof Node.Handle;
            close(task, handle ? TaskStatus.HANDLED : TaskStatus.AGREED, command.by(), command.comment());
        }
        int group = work.state().groups().size() + 1;
        work.emit(new FlowEvent.SignersAdded(group, task.number(), command.when(), command.rule(), command.by()));
        if (command.when() == When.BEFORE) {
            work.emit(new FlowEvent.TaskQueued(task.number()));
        }
        int turn = 0;
        for (long person : people) {
            turn++;
            boolean inTurn = command.rule() == Together.Rule.IN_TURN;
            Seat seat = new Seat(task.frame(), group, inTurn ? turn : 1, null, command.by());
            asking.open(seat, person, inTurn && turn > 1, command.by());
        }
    }

    /** What a delegate leaves behind goes back to the person he stood in for, if he is there. */
    private void give(Task task, @Nullable Long successor, @Nullable Long by) {
        Long principal = task.forWhom();
        Long to = principal != null && work.present(principal) ? principal : successor;
        if (to == null || (to == work.state().applicant() && !asksApplicant(task))) {
            work.emit(new FlowEvent.TaskClosed(task.number(), TaskStatus.REMOVED, by, Why.VACANT, null));
        } else if (task.status() == TaskStatus.OPEN && work.hasOpen(task.frame(), to)) {
            asking.merge(task.number(), by);
        } else {
            work.emit(new FlowEvent.TaskClosed(task.number(), TaskStatus.TRANSFERRED, by, Why.HAND_OVER, null));
            asking.open(Seat.after(task), to, task.status() == TaskStatus.QUEUED);
        }
    }

    private boolean asksApplicant(Task task) {
        Node.Asks node = work.asks(task.frame());
        return node.approvers() instanceof Approvers.Applicant || node.sameAsApplicant() == SameAsApplicant.ASK;
    }

    private void requireNew(Task task, long person) {
        Problem refusal = refusal(task, person);
        if (refusal != null) {
            throw refusal;
        }
    }

    private @Nullable Problem refusal(Task task, long person) {
        if (person == task.assignee()) {
            return FlowProblem.NOT_YOURSELF.problem();
        }
        if (!work.present(person)) {
            return FlowProblem.UNKNOWN_PERSON.problem("person", person);
        }
        if (person == work.state().applicant()) {
            return FlowProblem.NOT_THE_APPLICANT.problem();
        }
        boolean asked = work.pending(task.frame()).stream()
                .filter(other -> other.number() != task.number())
                .anyMatch(other -> other.assignee() == person || Objects.equals(other.forWhom(), person));
        return asked ? FlowProblem.ALREADY_ASKED.problem("person", person) : null;
    }

    private void close(Task task, TaskStatus how, @Nullable Long by, @Nullable String text) {
        work.emit(new FlowEvent.TaskClosed(task.number(), how, by, Why.ACTION, text));
    }

    private Optional<Long> lastDecision(int frame) {
        return work.state().tasksOf(frame).stream()
                .filter(task -> task.by() != null && task.why() == Why.ACTION)
                .max(Comparator.comparingInt(Task::closedAt))
                .map(Task::by);
    }
}
