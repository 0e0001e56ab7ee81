package org.qiao.voice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call. */
public sealed interface CallResult {

    /**
     * Somebody or something took the call.
     *
     * @param confirmed key 1 was pressed
     * @param minutes started ones
     */
    record Answered(boolean confirmed, int minutes) implements CallResult {}

    /** Nobody did, and calling again at once would not help. */
    record NotReached(Why why) implements CallResult {}

    /** The callee's telephone was not reached for a reason that passes. */
    record TryLater(Obstacle obstacle, @Nullable Duration pause) implements CallResult {}

    /** Why nobody took it. */
    enum Why {
        /** The line is busy or the call was rejected by hand. */
        BUSY,
        /** It rang. */
        NO_ANSWER,
        /** It never rang. */
        NO_ROUTE,
        INVALID_NUMBER,
        /** The provider does not want this call, or not from us. */
        REFUSED
    }

    /** What is in the way. */
    enum Obstacle {
        /** The provider does not answer or cannot serve. */
        NETWORK,
        /** As many calls as are allowed are under way. */
        ALL_LINES_TAKEN,
        /** The text could not be spoken. */
        NO_SPEECH
    }
}
