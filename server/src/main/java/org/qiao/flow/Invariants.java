package org.qiao.flow;

import java.util.List;

/** What must hold after every transition. A broken one is a bug: the caller fails the transaction. */
public final class Invariants {

    private Invariants() {}

    /** What is broken, in words for the log that name nobody. */
    public static List<String> check(FlowState state, Route route) {
        throw new UnsupportedOperationException(state + " " + route);
    }
}
