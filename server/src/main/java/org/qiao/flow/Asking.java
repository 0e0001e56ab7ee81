package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Why;
import org.qiao.flow.Node.AlreadyAgreed;
import org.qiao.flow.Node.SameAsApplicant;

/** Who is asked at a node, whose turn it is, and when the node has its answer. */
final class Asking {

    private final Work work;
    private final Walk walk;

    Asking(Work work, Walk walk) {
        this.work = work;
        this.walk = walk;
    }

    /** A place at a node: see {@link FlowEvent.TaskOpened}. */
    record Seat(
            int frame,
            @Nullable Integer group,
            int turn,
            @Nullable Integer replaces,
            @Nullable Long addedBy) {

        static Seat of(int frame, int turn) {
            return new Seat(frame, null, turn, null, null);
        }

        /** The same place for somebody else. */
        static Seat after(Task task) {
            return new Seat(
                    task.frame(),
                    task.group(),
                    task.opened().turn(),
                    task.number(),
                    task.opened().addedBy());
        }
    }

    void enter(Node.Asks node, Walk.Entry entry) {
        Together together = node.approvers() instanceof Approvers.Chain ? Together.IN_TURN : node.together();
        int number = walk.frame(node, entry, together);
        List<Long> named = found(node.id(), node.approvers());
        if (named.isEmpty()) {
            nobody(number);
            return;
        }
        List<Long> others = withoutApplicant(number, node, named);
        if (others.isEmpty()) {
            if (node.sameAsApplicant() == SameAsApplicant.SKIP) {
                walk.done(number, Outcome.PASSED, Why.SAME_AS_APPLICANT);
            } else {
                nobody(number);
            }
            return;
        }
        List<Long> asked = entry.again() ? others : withoutAgreed(number, node, others);
        if (others.size() - asked.size() >= together.needed(others.size())) {
            walk.done(number, Outcome.PASSED, Why.ALREADY_AGREED);
            return;
        }
        ask(number, together, asked);
    }

    /** Present people, each once, in their order. */
    List<Long> found(String node, Approvers approvers) {
        List<Long> named =
                switch (approvers) {
                    case Approvers.Chosen _ -> work.state().chosen().getOrDefault(node, List.of());
                    case Approvers.Applicant _ -> List.of(work.state().applicant());
                    case Approvers.Members _,
                            Approvers.Superior _,
                            Approvers.Chain _,
                            Approvers.Head _,
                            Approvers.Role _,
                            Approvers.Field _ ->
                        work.people().find(approvers, work.state().applicant());
                };
        return named.stream().distinct().filter(work::present).toList();
    }

    /** After every answer: refuses, goes on, or tells those whose turn it is now. */
    void settle(int frame) {
        while (work.running() && work.frame(frame).live()) {
            Seats seats = new Seats(work.state(), frame);
            switch (seats.node()) {
                case REFUSED -> walk.refuse(frame, Why.REFUSED);
                case AGREED -> walk.done(frame, Outcome.AGREED, Why.ACTION);
                case GONE -> {
                    if (!cancelUseless(seats)) {
                        nobody(frame);
                    }
                }
                case PENDING -> {
                    if (!cancelUseless(seats) && !take(seats)) {
                        return;
                    }
                }
            }
        }
    }

    /** Gives a seat to somebody or, when it is his turn, to his delegate. */
    void open(Seat seat, long person, boolean queued) {
        open(seat, person, queued, null);
    }

    /** @param not a delegate who is passed over: somebody who gives his own task away does not get it back */
    void open(Seat seat, long person, boolean queued, @Nullable Long not) {
        int number = work.nextTask();
        long assignee = queued ? person : standIn(person, not);
        boolean merged = !queued && work.hasOpen(seat.frame(), assignee);
        work.emit(new FlowEvent.TaskOpened(
                number,
                seat.frame(),
                seat.group(),
                seat.turn(),
                merged ? person : assignee,
                merged || assignee == person ? null : Long.valueOf(person),
                queued || merged,
                seat.replaces(),
                seat.addedBy()));
        if (merged) {
            merge(number, null);
        } else if (!queued) {
            limit(seat.frame(), number);
        }
    }

    /** The seat counts no more: the same person has another open task of the node. */
    void merge(int task, @Nullable Long by) {
        work.emit(new FlowEvent.TaskClosed(task, TaskStatus.SKIPPED, by, Why.MERGED, null));
    }

    void limit(int frame, int task) {
        Limit limit = work.asks(frame).limit();
        if (limit != null) {
            walk.timer(frame, task, limit.after());
        }
    }

    private void ask(int frame, Together together, List<Long> people) {
        int turn = 0;
        for (long person : people) {
            turn++;
            boolean inTurn = together.rule() == Together.Rule.IN_TURN;
            open(Seat.of(frame, inTurn ? turn : 1), person, inTurn && turn > 1);
        }
        settle(frame);
    }

    private List<Long> withoutApplicant(int frame, Node.Asks node, List<Long> named) {
        long applicant = work.state().applicant();
        boolean asked =
                node.approvers() instanceof Approvers.Applicant || node.sameAsApplicant() == SameAsApplicant.ASK;
        if (asked || !named.contains(applicant)) {
            return named;
        }
        Set<Long> others = new LinkedHashSet<>();
        for (long person : named) {
            Optional<Long> instead = person == applicant ? instead(node, applicant) : Optional.of(person);
            instead.ifPresent(others::add);
        }
        work.emit(new FlowEvent.PersonSkipped(frame, applicant, Why.SAME_AS_APPLICANT));
        return List.copyOf(others);
    }

    private Optional<Long> instead(Node.Asks node, long applicant) {
        return node.sameAsApplicant() == SameAsApplicant.SUPERIOR
                ? work.people().superior(applicant).filter(work::present).filter(person -> person != applicant)
                : Optional.empty();
    }

    private List<Long> withoutAgreed(int frame, Node.Asks node, List<Long> named) {
        if (node.alreadyAgreed() == AlreadyAgreed.ASK || node.approvers() instanceof Approvers.Applicant) {
            return named;
        }
        Set<Long> agreed = node.alreadyAgreed() == AlreadyAgreed.SKIP ? agreedAnywhere() : agreedDirectlyBefore(frame);
        List<Long> asked = new ArrayList<>();
        for (long person : named) {
            if (agreed.contains(person)) {
                work.emit(new FlowEvent.PersonSkipped(frame, person, Why.ALREADY_AGREED));
            } else {
                asked.add(person);
            }
        }
        return asked;
    }

    private Set<Long> agreedAnywhere() {
        Set<Long> people = new HashSet<>();
        for (Frame frame : work.state().frames()) {
            people.addAll(agreedIn(frame));
        }
        return people;
    }

    /** In the asking node before on the same strand; other lanes are never "before". */
    private Set<Long> agreedDirectlyBefore(int number) {
        Set<Integer> around = new HashSet<>();
        for (Frame each = walk.parent(work.frame(number)); each != null; each = walk.parent(each)) {
            around.add(each.number());
        }
        Integer before = work.frame(number).entered().after();
        while (before != null) {
            Frame frame = work.frame(before);
            if (frame.parent() != null && !around.contains(frame.parent())) {
                return Set.of();
            }
            if (frame.undone()) {
                return Set.of();
            }
            if (work.map().at(frame.node()).node() instanceof Node.Asks) {
                Set<Long> people = new HashSet<>(agreedIn(frame));
                frame.skips().stream()
                        .filter(skip -> skip.why() == Why.ALREADY_AGREED)
                        .forEach(skip -> people.add(skip.person()));
                return people;
            }
            before = frame.entered().after();
        }
        return Set.of();
    }

    /** Those who agreed, and those for whom a delegate did. */
    private Set<Long> agreedIn(Frame frame) {
        if (frame.undone()) {
            return Set.of();
        }
        Set<Long> people = new HashSet<>();
        work.state().tasksOf(frame.number()).stream()
                .filter(task -> task.status() == TaskStatus.AGREED && !task.undone())
                .flatMap(task -> Stream.of(Optional.ofNullable(task.by()), Optional.ofNullable(task.forWhom())))
                .flatMap(Optional::stream)
                .forEach(people::add);
        return people;
    }

    /** The rule for a node without anybody; where it finds nobody either, the instance is refused. */
    private void nobody(int frame) {
        Nobody rule = work.asks(frame).nobody();
        List<Long> instead =
                switch (rule.then()) {
                    case PASS -> {
                        walk.done(frame, Outcome.PASSED, Why.NOBODY_FOUND);
                        yield List.of();
                    }
                    case REFUSE -> {
                        walk.refuse(frame, Why.NOBODY_FOUND);
                        yield List.of();
                    }
                    case MEMBERS -> named(rule);
                    case ADMIN -> admin();
                };
        if (!work.frame(frame).live()) {
            return;
        }
        if (instead.isEmpty()) {
            walk.refuse(frame, Why.NOBODY_FOUND);
            return;
        }
        Together together = work.frame(frame).entered().together();
        ask(frame, together == null ? Together.ANY : together, instead);
    }

    private List<Long> named(Nobody rule) {
        List<Long> members =
                rule.members().stream().distinct().filter(work::present).toList();
        return members.isEmpty() ? admin() : members;
    }

    /** One of them is enough; the applicant only when there is no other. */
    private List<Long> admin() {
        long applicant = work.state().applicant();
        List<Long> admins =
                work.people().admins().stream().filter(work::present).toList();
        return admins.stream()
                .filter(person -> person != applicant)
                .findFirst()
                .or(() -> admins.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    /** One hop only: the delegate's delegate is not asked, and nobody decides on what he applied for. */
    private long standIn(long person, @Nullable Long not) {
        return work.people()
                .delegate(person)
                .filter(work::present)
                .filter(delegate -> delegate != work.state().applicant() && !delegate.equals(not))
                .orElse(person);
    }

    private boolean cancelUseless(Seats seats) {
        boolean any = false;
        for (Task task : seats.pending()) {
            Why why = seats.useless(task);
            if (why != null) {
                work.emit(new FlowEvent.TaskClosed(task.number(), TaskStatus.CANCELLED, null, why, null));
                any = true;
            }
        }
        return any;
    }

    /** Queues those who must wait, opens those whose turn it is. @return whether a seat fell away */
    private boolean take(Seats seats) {
        for (Task task : seats.pending()) {
            if (task.status() == TaskStatus.OPEN && !seats.due(task)) {
                work.emit(new FlowEvent.TaskQueued(task.number()));
            }
        }
        boolean merged = false;
        for (Task task : seats.pending()) {
            if (task.status() == TaskStatus.QUEUED && seats.due(task)) {
                merged |= activate(task);
            }
        }
        return merged;
    }

    private boolean activate(Task task) {
        boolean delegated = task.forWhom() != null;
        long assignee = delegated ? task.assignee() : standIn(task.assignee(), null);
        if (!work.present(assignee)) {
            work.emit(new FlowEvent.TaskClosed(task.number(), TaskStatus.REMOVED, null, Why.VACANT, null));
            return true;
        }
        if (work.hasOpen(task.frame(), assignee)) {
            merge(task.number(), null);
            return true;
        }
        Long forWhom = assignee == task.assignee() ? task.forWhom() : Long.valueOf(task.assignee());
        work.emit(new FlowEvent.TaskActivated(task.number(), assignee, forWhom));
        limit(task.frame(), task.number());
        return false;
    }
}
