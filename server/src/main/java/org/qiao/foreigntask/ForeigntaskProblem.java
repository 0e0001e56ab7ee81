package org.qiao.foreigntask;

import java.util.List;
import java.util.Map;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.platform.ProblemCode;

/** Why a program or a person is refused. On the wire: "foreigntask.not_found". */
public enum ForeigntaskProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** Nothing of the call was done; the errors name each by its place in what was sent. */
    UNKNOWN_ASSIGNEE(Kind.INVALID),
    /** Letters, digits and {@code . _ : @ -}, at most 100. */
    BAD_KEY(Kind.INVALID),
    /** Two tasks of one call have the same key. */
    KEY_TWICE(Kind.INVALID),
    /** An open task needs somebody, and a link or answers; keys of answers differ. The errors say what is missing. */
    INCOMPLETE(Kind.INVALID),
    /** Neither https nor http to one of the operator's own networks. */
    BAD_LINK(Kind.INVALID),
    /** It has ended; parameter {@code version} is what {@code reopen} has to name. */
    ENDED(Kind.CONFLICT),
    /** Somebody was faster, or the system changed it; parameter {@code version} as it is now. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** The task has no such answer. */
    UNKNOWN_ANSWER(Kind.INVALID),
    /** Parameter {@code max}: open tasks of a company. */
    TOO_MANY(Kind.CONFLICT);

    private final Kind kind;

    ForeigntaskProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    Problem at(List<Flaw> flaws) {
        return new Problem(this, Map.of(), flaws);
    }

    /** @param field as "assignees[2]", in a call with several "items[7].assignees[2]" */
    record Flaw(String field, String code) {}
}
