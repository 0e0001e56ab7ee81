package org.qiao.voice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.qiao.voice.CallResult.NotReached;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.CallResult.TryLater;
import org.qiao.voice.CallResult.Why;

/** What a final response says about the callee. A pure table. */
final class FailedCall {

    private static final int SERVER_ERRORS = 500;
    private static final int GLOBAL_ERRORS = 600;
    private static final int PENDING = 491;
    private static final long LONGEST_PAUSE = 3_600;

    private FailedCall() {}

    /** @param rang whether the callee's telephone rang: then nobody rings it a second time because of a server's trouble */
    static CallResult of(SipResponse response, boolean rang) {
        int status = response.status();
        return switch (status) {
            case 486, 600, 603 -> new NotReached(Why.BUSY);
            case 408, 480, 487 -> unanswered(rang);
            case 404, 410, 484, 604 -> new NotReached(Why.INVALID_NUMBER);
            default -> {
                boolean passes = status == PENDING || (status >= SERVER_ERRORS && status < GLOBAL_ERRORS);
                if (passes && !rang) {
                    yield new TryLater(Obstacle.NETWORK, pause(response));
                }
                yield passes ? unanswered(true) : new NotReached(Why.REFUSED);
            }
        };
    }

    static CallResult unanswered(boolean rang) {
        return new NotReached(rang ? Why.NO_ANSWER : Why.NO_ROUTE);
    }

    /** {@code Retry-After: 18 (I'm in a meeting);duration=3600}: the number at its beginning. */
    private static @Nullable Duration pause(SipResponse response) {
        String value = response.headers().get("Retry-After");
        int digits = 0;
        while (digits < value.length() && digits < 9 && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        return digits == 0
                ? null
                : Duration.ofSeconds(Math.min(LONGEST_PAUSE, Long.parseLong(value.substring(0, digits))));
    }
}
