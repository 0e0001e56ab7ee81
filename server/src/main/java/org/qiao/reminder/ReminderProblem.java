package org.qiao.reminder;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a reminder is refused. On the wire: "reminder.too_many". */
public enum ReminderProblem implements ProblemCode {
    /** The company has as many open reminders as it may have; parameter {@code max}. */
    TOO_MANY(Kind.CONFLICT);

    private final Kind kind;

    ReminderProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
