package org.qiao.foreigntask;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.ForeignTask.ForeignTaskAnswer;
import org.qiao.foreigntask.ForeignTask.ForeignTaskFact;

/** What other systems see. */
final class OpenTaskViews {

    private OpenTaskViews() {}

    /**
     * A task as its system sees it.
     *
     * @param assignees ids of members who have it
     * @param answer what a person answered
     */
    record PushedTask(
            String key,
            String system,
            String title,
            List<ForeignTaskFact> facts,
            @Nullable String link,
            @Nullable Instant dueAt,
            List<ForeignTaskAnswer> answers,
            ForeignTask.State state,
            ForeignTask.@Nullable How how,
            int version,
            List<Long> assignees,
            @Nullable PushedTaskAnswer answer,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant endedAt) {

        static PushedTask of(ForeignTask task, String system, List<Long> assignees) {
            ForeignTask.Answer answer = task.answer();
            return new PushedTask(
                    task.key(),
                    system,
                    task.content().title(),
                    task.content().facts(),
                    task.content().link(),
                    task.content().dueAt(),
                    task.content().answers(),
                    task.state(),
                    task.how(),
                    task.version(),
                    assignees,
                    answer == null
                            ? null
                            : new PushedTaskAnswer(answer.key(), answer.memberId(), answer.text(), answer.at()),
                    task.times().createdAt(),
                    task.times().changedAt(),
                    task.times().endedAt());
        }
    }

    /** @param by id of the member */
    record PushedTaskAnswer(String key, long by, @Nullable String text, Instant at) {}

    /** In the order of the call. */
    record PushedTasks(List<PushedTask> items) {}

    enum What {
        /** Somebody answered. */
        ANSWERED,
        /** Somebody who had it left the company. */
        LEFT
    }

    /**
     * What a person did; the task itself is as it is now.
     *
     * @param by id of the member
     * @param answer key of the answer
     */
    record PushedTaskChange(
            long no,
            What what,
            long by,
            @Nullable String answer,
            @Nullable String text,
            Instant at,
            PushedTask task) {}

    /**
     * @param cursor give it back as {@code after}
     * @param more there are more behind it already
     */
    record PushedTaskChanges(List<PushedTaskChange> items, long cursor, boolean more) {}
}
