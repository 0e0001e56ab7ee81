package org.qiao.workcalendar;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about the calendar is refused. On the wire: "workcalendar.bad_hours". */
enum WorkcalendarProblem implements ProblemCode {
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** The end before the beginning, a day outside of what a calendar holds, or more than {@code max} days. */
    BAD_RANGE(Kind.INVALID),
    /** The end is not after the beginning, or the break is not inside. */
    BAD_HOURS(Kind.INVALID),
    /** Not the holidays of one year; {@code field} says what is wrong. */
    BAD_HOLIDAYS(Kind.INVALID),
    /** Parameter {@code max}. */
    TOO_MANY_DAYS(Kind.CONFLICT);

    private final Kind kind;

    WorkcalendarProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
