package org.qiao.gateway;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why the gateway itself refuses a connection or a command; refusals of the log come from the messaging module. */
enum GatewayProblem implements ProblemCode {
    NOT_A_SOCKET(Kind.INVALID),
    FOREIGN_ORIGIN(Kind.FORBIDDEN),
    INVALID_COMMAND(Kind.INVALID),
    UNKNOWN_COMMAND(Kind.INVALID),
    TOO_MANY_CONNECTIONS(Kind.TOO_MANY),
    TOO_FAST(Kind.TOO_MANY),
    BUSY(Kind.BUSY),
    FAILED(Kind.BUSY);

    private final Kind kind;

    GatewayProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
