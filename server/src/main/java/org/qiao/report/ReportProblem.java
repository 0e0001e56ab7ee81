package org.qiao.report;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about a report is refused. On the wire: "report.not_found". */
public enum ReportProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NO_DRAFT(Kind.NOT_FOUND),
    /** The template was published anew since the form was opened. Parameter {@code version}: the one to use. */
    TEMPLATE_CHANGED(Kind.CONFLICT),
    /** After the deadline, and the template takes nothing late. */
    CLOSED(Kind.CONFLICT),
    /** The period has not begun. */
    NOT_YET(Kind.INVALID),
    /** The period lies further back than anybody reports. Parameter {@code days}. */
    TOO_OLD(Kind.INVALID),
    /** There is a report of this person for this period. Parameter {@code id}. */
    ALREADY_SENT(Kind.CONFLICT),
    /** The time for changes is over. */
    NOT_EDITABLE(Kind.CONFLICT),
    /** Edited since it was seen. Parameter {@code version}. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** The author may not add anybody. */
    NO_CHOICE(Kind.FORBIDDEN),
    UNKNOWN_MEMBER(Kind.INVALID),
    /** Parameter {@code max}. */
    TOO_MANY_RECIPIENTS(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_COMMENTS(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_SHARES(Kind.CONFLICT),
    /** The template has no cycle in which anybody must report. */
    NO_CYCLE(Kind.CONFLICT),
    NOBODY_MISSING(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_PEOPLE(Kind.CONFLICT),
    /** No number of this template's form. */
    UNKNOWN_FIELD(Kind.INVALID);

    private final Kind kind;

    ReportProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
