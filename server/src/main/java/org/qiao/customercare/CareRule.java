package org.qiao.customercare;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.qiao.contactway.ServiceTime;
import org.qiao.customercare.CareSettings.CareAction;
import org.qiao.customercare.CareSettings.CareTimes;

/**
 * What happens next to a customer who waits, and when. Pure. Each step is taken once for each wait and employee: the employee is reminded;
 * then a colleague is asked in, or whoever leads him is told; whoever was asked in has as long as the first one had. When the one who
 * serves is gone there is nobody to remind: whoever leads is told first.
 */
final class CareRule {

    private CareRule() {}

    /** What has happened. */
    enum Step {
        NONE,
        REMINDED,
        PASSED,
        ALERTED
    }

    /**
     * A wait.
     *
     * @param since of the first message that nobody answered
     * @param stepAt when the last step was taken; {@code since} before the first
     * @param present whoever is to answer is there and may be reminded
     * @param helped it is a colleague who was asked in: nobody else is
     */
    record Wait(Instant since, Step step, Instant stepAt, boolean present, boolean helped) {}

    record Next(Step step, Instant at) {}

    /** Empty: nothing more happens by itself. */
    static Optional<Next> next(Wait wait, CareTimes times, ServiceTime hours) {
        return switch (wait.step()) {
            case NONE ->
                Optional.of(new Next(
                        wait.present() ? Step.REMINDED : Step.ALERTED, hours.plus(wait.since(), times.remind())));
            case REMINDED ->
                Optional.of(new Next(escalation(wait, times), hours.plus(wait.stepAt(), times.escalate())));
            case PASSED -> Optional.of(new Next(Step.ALERTED, hours.plus(wait.stepAt(), together(times))));
            case ALERTED -> Optional.empty();
        };
    }

    private static Step escalation(Wait wait, CareTimes times) {
        return !wait.helped() && times.action() == CareAction.REASSIGN ? Step.PASSED : Step.ALERTED;
    }

    private static Duration together(CareTimes times) {
        return times.remind().plus(times.escalate());
    }
}
