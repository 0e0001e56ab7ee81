package org.qiao.foreigntask;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.ForeignTask.Answer;
import org.qiao.foreigntask.OpenTaskViews.What;

/**
 * One thing that happens to one task.
 *
 * @param task as it is afterwards
 * @param given who gets it, as something new
 * @param taken who has it no more
 * @param happened what its system is told; null when it did it itself
 */
record TaskMove(
        ForeignTask task,
        boolean wasOpen,
        Set<Long> given,
        Set<Long> taken,
        @Nullable Happened happened) {

    TaskMove {
        given = Set.copyOf(given);
        taken = Set.copyOf(taken);
    }

    record Happened(What what, long by, @Nullable Answer answer) {}
}
