package org.qiao.foreigntask;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.foreigntask.ForeignTask.ForeignTaskAnswer;
import org.qiao.foreigntask.ForeignTask.ForeignTaskFact;

/** What people see, and send. */
final class ForeignTaskViews {

    private ForeignTaskViews() {}

    record ForeignSystem(long id, String name) {}

    /**
     * A task in a list, on a card.
     *
     * @param answers buttons; none: the link leads to where it is done
     */
    record ForeignTaskHead(
            long id,
            ForeignSystem system,
            String title,
            List<ForeignTaskFact> facts,
            @Nullable String link,
            @Nullable Instant dueAt,
            List<ForeignTaskAnswer> answers,
            ForeignTask.State state,
            ForeignTask.@Nullable How how,
            int version,
            @Nullable ForeignTaskAnswered answered,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant endedAt) {}

    /** @param answer its label */
    record ForeignTaskAnswered(
            String answer, @Nullable Card by, @Nullable String text, Instant at) {}

    /** @param assignees everybody who has it: the first answer counts for all */
    record ForeignTaskDetails(ForeignTaskHead task, List<Card> assignees) {}

    /**
     * @param open of mine, counted up to 100
     * @param systems of the company, by name
     */
    record ForeignTaskSummary(int open, List<ForeignSystem> systems) {}

    enum ForeignTaskBox {
        OPEN,
        ENDED
    }

    /**
     * Body of POST /api/foreign-tasks/{id}/answer.
     *
     * @param answer key of the button
     * @param version of the task that the person looked at
     */
    record ForeignTaskAnswerRequest(
            @NotBlank @Size(max = 40) String answer,
            @NotNull @Positive Integer version,
            @Size(max = 500) @Nullable String text) {}
}
