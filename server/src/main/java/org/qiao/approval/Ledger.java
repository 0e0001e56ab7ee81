package org.qiao.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.Approval.State;
import org.qiao.approval.ReaderStore.Why;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.flow.Invariants;
import org.qiao.flow.Route;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what was judged: the events, the rows that follow from them, the timers. One transaction of the caller. */
@Component
class Ledger {

    private final ApprovalStore store;
    private final EventStore events;
    private final TaskStore tasks;
    private final ReaderStore readers;
    private final Timers timers;
    private final Tellings tellings;
    private final ApplicationEventPublisher publisher;

    Ledger(
            ApprovalStore store,
            EventStore events,
            TaskStore tasks,
            ReaderStore readers,
            Timers timers,
            Tellings tellings,
            ApplicationEventPublisher publisher) {
        this.store = store;
        this.events = events;
        this.tasks = tasks;
        this.readers = readers;
        this.timers = timers;
        this.tellings = tellings;
        this.publisher = publisher;
    }

    /**
     * What happened in a locked run.
     *
     * @param actorId null: a rule or a timer
     */
    record Happening(
            Approval run,
            Route route,
            FlowState before,
            List<FlowEvent> events,
            @Nullable Long actorId) {}

    FlowState load(Approval run) {
        return FlowState.of(events.load(run.orgId(), run.id(), 0).stream()
                .map(EventStore.Stored::event)
                .toList());
    }

    /** Fails, and with it the transaction, when an invariant would be broken. */
    void record(Happening what, Instant now) {
        if (what.events().isEmpty()) {
            return;
        }
        Approval run = what.run();
        FlowState after = after(what);
        List<String> broken = Invariants.check(after, what.route());
        if (!broken.isEmpty()) {
            throw new IllegalStateException("Run " + run.id() + " at " + after.version() + ": " + broken);
        }
        events.append(run, what.events(), what.actorId(), now);
        tasks.put(run, changed(what.before(), after), now);
        readers.add(run.orgId(), run.id(), asked(what.events()), Why.ASKED, now);
        readers.add(run.orgId(), run.id(), told(what.events()), Why.TOLD, now);
        State state = State.valueOf(after.status().name());
        store.move(run, state, after.version(), now);
        timers.follow(run, what.before(), after, now);
        if (state == State.AGREED && run.undoesId() != null) {
            undo(run, now);
        }
        publisher.publishEvent(
                new ApprovalMoved(run.orgId(), run.id(), run.templateId(), run.version(), after.version()));
        tellings.moved(run.orgId(), run.id());
    }

    private static FlowState after(Happening what) {
        FlowState state = what.before();
        for (FlowEvent event : what.events()) {
            state = state.after(event);
        }
        return state;
    }

    /** Another run may have undone it meanwhile; then this one has nothing left to do. */
    private void undo(Approval run, Instant now) {
        long undone = Objects.requireNonNull(run.undoesId());
        if (store.undo(run.orgId(), undone, run.id(), now)) {
            tellings.moved(run.orgId(), undone);
        }
    }

    private static List<TaskStore.Task> changed(FlowState before, FlowState after) {
        List<TaskStore.Task> changed = new ArrayList<>();
        for (FlowState.Task task : after.tasks()) {
            if (task.equals(before.findTask(task.number()).orElse(null))) {
                continue;
            }
            changed.add(new TaskStore.Task(
                    task.number(),
                    after.frame(task.frame()).node(),
                    task.assignee(),
                    task.forWhom(),
                    task.status().name()));
        }
        return changed;
    }

    private static Set<Long> asked(List<FlowEvent> events) {
        Set<Long> asked = new HashSet<>();
        for (FlowEvent event : events) {
            if (event instanceof FlowEvent.TaskOpened opened) {
                add(asked, opened.assignee(), opened.forWhom());
            } else if (event instanceof FlowEvent.TaskActivated activated) {
                add(asked, activated.assignee(), activated.forWhom());
            }
        }
        return asked;
    }

    private static void add(Set<Long> people, long assignee, @Nullable Long forWhom) {
        people.add(assignee);
        if (forWhom != null) {
            people.add(forWhom);
        }
    }

    private static Set<Long> told(List<FlowEvent> events) {
        Set<Long> told = new HashSet<>();
        for (FlowEvent event : events) {
            if (event instanceof FlowEvent.CcGiven given) {
                told.addAll(given.people());
            }
        }
        return told;
    }
}
