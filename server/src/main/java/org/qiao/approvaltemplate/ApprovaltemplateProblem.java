package org.qiao.approvaltemplate;

import java.util.List;
import java.util.Map;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.platform.ProblemCode;

/** Why a request about a template is refused. On the wire: "approvaltemplate.not_sound". */
public enum ApprovaltemplateProblem implements ProblemCode {
    /** Missing, foreign, deleted, or not to be started by this person. */
    NOT_FOUND(Kind.NOT_FOUND),
    /** Not an administrator and not one of the template's managers. */
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** Stopped by an administrator, or never published. */
    NOT_OPEN(Kind.CONFLICT),
    /** Somebody else has saved meanwhile; parameters {@code revision} and, unless it was shipped, {@code by}. */
    DRAFT_CHANGED(Kind.CONFLICT),
    /** A draft that is no form, no route, or too large to be kept. */
    BAD_DRAFT(Kind.INVALID),
    /** Cannot be published; the problem carries all errors. */
    NOT_SOUND(Kind.INVALID),
    BAD_NAME(Kind.INVALID),
    BAD_ICON(Kind.INVALID),
    NAME_TAKEN(Kind.CONFLICT),
    UNKNOWN_GROUP(Kind.INVALID),
    GROUP_NOT_EMPTY(Kind.CONFLICT),
    /** A department, role or member that is none. */
    UNKNOWN_SELECTION(Kind.INVALID),
    /** Another template was published with the same prefix. */
    PREFIX_TAKEN(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_TEMPLATES(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_GROUPS(Kind.CONFLICT);

    private final Kind kind;

    ApprovaltemplateProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    Problem of(List<TemplateError> errors) {
        return new Problem(this, Map.of(), errors);
    }
}
