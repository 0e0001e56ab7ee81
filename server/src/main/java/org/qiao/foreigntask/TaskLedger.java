package org.qiao.foreigntask;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.foreigntask.TaskAssigneeStore.Given;
import org.qiao.foreigntask.TaskChangeStore.Change;
import org.qiao.foreigntask.TaskChangeStore.Counter;
import org.qiao.foreigntask.TaskMove.Happened;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where everything that happens to tasks is written, in the caller's transaction. A company's turns come one after the other: with
 * the turn comes the lock, so what was read within it is true until the commit.
 */
@Component
class TaskLedger {

    /** Open tasks of a company: a system that runs wild fills no disk. */
    static final int OPEN_MOST = 200_000;

    private final ForeignTaskStore tasks;
    private final TaskAssigneeStore assignees;
    private final TaskChangeStore changes;
    private final TaskBroadcast broadcast;
    private final Hints hints;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskLedger(
            ForeignTaskStore tasks,
            TaskAssigneeStore assignees,
            TaskChangeStore changes,
            TaskBroadcast broadcast,
            Hints hints,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.assignees = assignees;
        this.changes = changes;
        this.broadcast = broadcast;
        this.hints = hints;
        this.events = events;
        this.clock = clock;
    }

    /** Waits until nobody else moves tasks of the company. */
    Turn begin(long orgId) {
        return new Turn(orgId, changes.lock(orgId), clock.instant());
    }

    /** One transaction's moves, each of another task. */
    final class Turn {

        private final long orgId;
        private final Counter before;
        private final Instant now;
        private final List<TaskMove> moves = new ArrayList<>();

        private Turn(long orgId, Counter before, Instant now) {
            this.orgId = orgId;
            this.before = before;
            this.now = now;
        }

        Instant now() {
            return now;
        }

        void add(TaskMove move) {
            moves.add(move);
        }

        /** Writes it all. */
        void finish() {
            if (moves.isEmpty()) {
                return;
            }
            List<ForeignTask> stored =
                    tasks.save(orgId, moves.stream().map(TaskMove::task).toList());
            writePeople(stored);
            count();
            List<Long> ids = stored.stream().map(ForeignTask::id).toList();
            Map<Long, List<Long>> people = assignees.of(orgId, ids);
            writeChanges(stored, people);
            events.publishEvent(new ForeignTasksMoved(orgId, ids, before.last(), before.last() + moves.size()));
            Set<Long> hinted = new HashSet<>();
            people.values().forEach(hinted::addAll);
            moves.forEach(move -> hinted.addAll(move.taken()));
            AfterCommit.run(() -> hints.tell(hinted, TaskEffects.TOPIC, ids.getFirst(), "MOVED"));
        }

        private long no(int index) {
            return before.last() + 1 + index;
        }

        private void writePeople(List<ForeignTask> stored) {
            List<Given> given = new ArrayList<>();
            List<Given> taken = new ArrayList<>();
            Map<Long, Long> closed = new HashMap<>();
            for (int i = 0; i < moves.size(); i++) {
                ForeignTask task = stored.get(i);
                TaskMove move = moves.get(i);
                long no = no(i);
                move.given().forEach(member -> given.add(row(task, member, no)));
                move.taken().forEach(member -> taken.add(row(task, member, no)));
                if (move.wasOpen() && !task.isOpen()) {
                    closed.put(task.id(), no);
                }
            }
            assignees.take(orgId, taken);
            assignees.close(orgId, closed);
            assignees.give(orgId, given, now);
        }

        private Given row(ForeignTask task, long member, long no) {
            return new Given(task.id(), member, task.systemId(), no, task.isOpen());
        }

        private void count() {
            int open = before.openTasks();
            for (TaskMove move : moves) {
                open += (move.task().isOpen() ? 1 : 0) - (move.wasOpen() ? 1 : 0);
            }
            if (open > OPEN_MOST && open > before.openTasks()) {
                throw ForeigntaskProblem.TOO_MANY.problem("max", OPEN_MOST);
            }
            changes.set(orgId, new Counter(before.last() + moves.size(), open));
        }

        private void writeChanges(List<ForeignTask> stored, Map<Long, List<Long>> people) {
            TaskBroadcast.Telling telling = broadcast.begin(orgId);
            for (int i = 0; i < moves.size(); i++) {
                Happened happened = moves.get(i).happened();
                if (happened != null) {
                    ForeignTask task = stored.get(i);
                    ForeignTask.Answer answer = happened.answer();
                    Change change = new Change(
                            no(i),
                            task.id(),
                            happened.what(),
                            happened.by(),
                            answer == null ? null : answer.key(),
                            answer == null ? null : answer.text(),
                            now);
                    changes.insert(orgId, task.systemId(), change);
                    telling.tell(task, people.getOrDefault(task.id(), List.of()), change);
                }
            }
        }
    }
}
