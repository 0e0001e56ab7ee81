package org.qiao.attachment;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why attachments are refused. On the wire: "attachment.unknown_file"; {@code place} says which one, from 1. */
public enum AttachmentProblem implements ProblemCode {
    /** Unknown, or somebody else's upload. */
    UNKNOWN_FILE(Kind.INVALID),
    /** Unknown, or not shown to customers. */
    UNKNOWN_PRODUCT(Kind.INVALID),
    /** Unknown, somebody else's own, or a text, which is written and not attached. */
    UNKNOWN_MATERIAL(Kind.INVALID),
    /** Without a title, or no address of the web. */
    BAD_LINK(Kind.INVALID),
    /** Its picture is no picture of the writer. */
    BAD_PICTURE(Kind.INVALID),
    /** The same stands in it twice. */
    TWICE(Kind.INVALID);

    private final Kind kind;

    AttachmentProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
