package org.qiao.form;

import java.util.List;
import java.util.Map;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.platform.ProblemCode;

/** Why a form or what was filled in is refused. */
enum FormProblem implements ProblemCode {
    /** The values; the problem carries an error for each field. */
    INVALID(Kind.INVALID),
    /** The form itself, when it cannot be read; with the place. */
    UNREADABLE(Kind.INVALID),
    /** Values that are no JSON object of a bearable size. */
    BAD_VALUES(Kind.INVALID);

    private final Kind kind;

    FormProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    Problem of(List<FieldError> errors) {
        return new Problem(this, Map.of(), errors);
    }
}
