package org.qiao.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stands: the fold of its events and nothing else. Immutable.
 *
 * @param version number of the last event
 * @param run how often it was submitted from the start or again
 * @param chosen people the applicant chose, by node
 * @param frames all that were ever entered; frame n is at n - 1, and so are tasks and groups
 * @param timers those that wait
 * @param timerCount how many timers there ever were
 * @param back while RETURNED: where to go on, null for the start
 */
public record FlowState(
        int version,
        Status status,
        long applicant,
        int run,
        Map<String, List<Long>> chosen,
        List<Frame> frames,
        List<Task> tasks,
        List<Signers> groups,
        List<Timer> timers,
        int timerCount,
        @Nullable Place back) {

    public static final FlowState EMPTY =
            new FlowState(0, Status.DRAFT, 0, 0, Map.of(), List.of(), List.of(), List.of(), List.of(), 0, null);

    public static FlowState of(Iterable<? extends FlowEvent> events) {
        Fold fold = new Fold(EMPTY);
        events.forEach(fold::apply);
        return fold.state();
    }

    public FlowState after(FlowEvent event) {
        Fold fold = new Fold(this);
        fold.apply(event);
        return fold.state();
    }

    public Frame frame(int number) {
        return frames.get(number - 1);
    }

    public Task task(int number) {
        return tasks.get(number - 1);
    }

    public Optional<Task> findTask(int number) {
        return number >= 1 && number <= tasks.size() ? Optional.of(task(number)) : Optional.empty();
    }

    public List<Frame> liveFrames() {
        return frames.stream().filter(Frame::live).toList();
    }

    public List<Task> openTasks() {
        return tasks.stream().filter(task -> task.status() == TaskStatus.OPEN).toList();
    }

    public List<Task> tasksOf(int frame) {
        return tasks.stream().filter(task -> task.frame() == frame).toList();
    }

    /** Of an instance. */
    public enum Status {
        /** Nothing was submitted yet. */
        DRAFT,
        RUNNING,
        /** With the applicant, may be submitted again. */
        RETURNED,
        AGREED,
        REFUSED,
        REVOKED;

        public boolean ended() {
            return this == AGREED || this == REFUSED || this == REVOKED;
        }
    }

    /** Of a task; all but the first two are for ever. */
    public enum TaskStatus {
        OPEN,
        /** His turn comes, or a signer before him is asked. */
        QUEUED,
        AGREED,
        HANDLED,
        REFUSED,
        TRANSFERRED,
        RETURNED,
        CANCELLED,
        /** Merged into another task of the same person. */
        SKIPPED,
        REMOVED,
        /** By the limit. */
        PASSED;

        public boolean pending() {
            return this == OPEN || this == QUEUED;
        }

        boolean counts() {
            return this == AGREED || this == HANDLED || this == PASSED;
        }

        /** Its place was given up: it neither agrees nor is waited for. */
        boolean gone() {
            return this == TRANSFERRED || this == SKIPPED || this == REMOVED;
        }
    }

    /** How a frame was closed. */
    public enum Outcome {
        /** By the people who were asked. */
        AGREED,
        /** By a rule, without enough of them. */
        PASSED,
        REFUSED,
        RETURNED,
        CANCELLED,
        TAKEN_BACK
    }

    /** An action of a person, or the rule that did it. */
    public enum Why {
        ACTION,
        SAME_AS_APPLICANT,
        ALREADY_AGREED,
        NOBODY_FOUND,
        /** Somebody else agreed, and one was enough; or the share was reached. */
        ENOUGH_AGREED,
        /** Of a vote: the share cannot be reached any more. Else: somebody refused. */
        REFUSED,
        RETURNED,
        TAKEN_BACK,
        REVOKED,
        LIMIT,
        HAND_OVER,
        /** He is gone and nobody took over. */
        VACANT,
        /** The same person has another open task of the node. */
        MERGED,
        /** Who added him was removed, or decided without him. */
        WITH_ADDER,
        TIME_OVER,
        NO_DATE,
        NO_ANSWER,
        ANSWERED,
        NOT_WAITED,
        LANES_ENDED,
        ROUTE_ENDED
    }

    /** Where signers are added. */
    public enum When {
        BEFORE,
        AFTER,
        PARALLEL
    }

    /** What follows when a return has been answered. */
    public enum Then {
        /** Walks on from there. */
        START,
        /** Jumps back to where it was returned. */
        HERE
    }

    /**
     * @param run the run in which it was entered
     * @param outcome null while it is live
     * @param open of a parallel node: lanes that are walked
     * @param ended of a parallel node: lanes that have ended
     * @param cause of a closed parallel node: the frame whose end ended its last lane
     * @param skips people of the node who were not asked
     * @param undone its agreements count no more, because of a return
     */
    public record Frame(
            FlowEvent.FrameEntered entered,
            int run,
            @Nullable Outcome outcome,
            @Nullable Why why,
            Set<String> open,
            Set<String> ended,
            @Nullable Integer cause,
            List<Skip> skips,
            boolean undone) {

        public boolean live() {
            return outcome == null;
        }

        public int number() {
            return entered.frame();
        }

        public String node() {
            return entered.node();
        }

        public @Nullable Integer parent() {
            return entered.parent();
        }

        public @Nullable String way() {
            return entered.way();
        }
    }

    public record Skip(long person, Why why) {}

    /**
     * @param assignee who is asked now; {@code forWhom} when he is a delegate
     * @param by who closed it, null for a rule
     * @param closedAt number of the event, 0 while pending
     * @param undone taken back: counts no more
     */
    public record Task(
            FlowEvent.TaskOpened opened,
            TaskStatus status,
            long assignee,
            @Nullable Long forWhom,
            @Nullable Long by,
            @Nullable Why why,
            int closedAt,
            int reminders,
            boolean undone) {

        public int number() {
            return opened.task();
        }

        public int frame() {
            return opened.frame();
        }

        public @Nullable Integer group() {
            return opened.group();
        }

        public boolean pending() {
            return status.pending();
        }
    }

    /** Signers whom somebody added before or after his task. */
    public record Signers(
            int number,
            int task,
            When when,
            Together.Rule rule,
            @Nullable Long by) {}

    public record Timer(FlowEvent.TimerSet set) {

        public int number() {
            return set.timer();
        }
    }
}
