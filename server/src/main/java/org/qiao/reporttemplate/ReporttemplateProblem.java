package org.qiao.reporttemplate;

import java.util.List;
import java.util.Map;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.platform.ProblemCode;

/** Why a request about a template of reports is refused. On the wire: "reporttemplate.not_sound". */
public enum ReporttemplateProblem implements ProblemCode {
    /** Missing, foreign, deleted, or nothing that this person may write with. */
    NOT_FOUND(Kind.NOT_FOUND),
    /** Not an administrator and not one of the template's managers. */
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** Stopped by an editor. */
    NOT_OPEN(Kind.CONFLICT),
    /** Somebody else has published meanwhile; parameter {@code version}. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** Cannot be published; the problem carries all errors. */
    NOT_SOUND(Kind.INVALID),
    BAD_NAME(Kind.INVALID),
    BAD_ICON(Kind.INVALID),
    /** A form that is too large or too deep to be kept. */
    BAD_FORM(Kind.INVALID),
    /** A department, role or member that is none. */
    UNKNOWN_SELECTION(Kind.INVALID),
    /** Parameter {@code max}. */
    TOO_MANY_TEMPLATES(Kind.CONFLICT);

    private final Kind kind;

    ReporttemplateProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    Problem of(List<ReportTemplateError> errors) {
        return new Problem(this, Map.of(), errors);
    }
}
