package org.qiao.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What happens when somebody lets his task lie. Counts from the moment a task is open; a queued one has no limit.
 *
 * @param to for TRANSFER: who gets it, his superior when absent. Who cannot get it is not given it: then it is a reminder.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Limit(
        @NotNull @Valid Span after,
        @NotNull Then then,
        @Nullable Long to) {

    /** Reminders for one task: somebody who did not hear thirty does not hear the next. */
    public static final int MAX_REMINDERS = 30;

    public enum Then {
        REMIND,
        TRANSFER,
        PASS,
        REFUSE
    }
}
