package org.qiao.customercare;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;

/**
 * What a company decides about customers who wait.
 *
 * @param enabled false: nobody is reminded; lists and numbers are kept all the same
 * @param closings a customer who says nothing but one of these words does not begin to wait
 * @param exceptions the first that fits counts
 */
record CareSettings(
        boolean enabled,
        @NotNull @Valid CareTimes times,
        @NotNull @Size(max = 50) List<@NotNull @Size(min = 1, max = 20) String> closings,
        @NotNull @Size(max = 20) List<@NotNull @Valid CareException> exceptions) {

    private static final CareTimes TIMES = new CareTimes(10, 20, CareAction.ALERT, List.of(), List.of());

    static final CareSettings STANDARD = new CareSettings(
            true,
            TIMES,
            List.of(
                    "谢谢",
                    "谢谢您",
                    "多谢",
                    "感谢",
                    "好",
                    "好的",
                    "好滴",
                    "嗯",
                    "嗯嗯",
                    "行",
                    "可以",
                    "收到",
                    "明白",
                    "知道了",
                    "再见",
                    "拜拜",
                    "ok",
                    "okay",
                    "thanks",
                    "thank you",
                    "thx",
                    "got it",
                    "bye"),
            List.of());

    CareSettings {
        closings = closings == null ? List.of() : List.copyOf(closings);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
    }

    /** What happens when the employee does not answer after he was reminded. */
    enum CareAction {
        /** Whoever leads him is told. */
        ALERT,
        /** A colleague is asked in; whoever leads him is told when he does not answer, either. */
        REASSIGN
    }

    /**
     * How long, and then what.
     *
     * @param remindMinutes in the employee's working time
     * @param escalateMinutes after he was reminded
     * @param colleagues who is asked in; none: the people of the code by which the customer came, its backups last
     * @param alert who is told; none: whoever leads the employee
     */
    record CareTimes(
            @Min(1) @Max(2_880) int remindMinutes,
            @Min(1) @Max(2_880) int escalateMinutes,
            @NotNull CareAction action,
            @NotNull @Size(max = 50) List<@NotNull Long> colleagues,
            @NotNull @Size(max = 50) List<@NotNull Long> alert) {

        CareTimes {
            colleagues = colleagues == null ? List.of() : List.copyOf(colleagues);
            alert = alert == null ? List.of() : List.copyOf(alert);
        }

        Duration remind() {
            return Duration.ofMinutes(remindMinutes);
        }

        Duration escalate() {
            return Duration.ofMinutes(escalateMinutes);
        }
    }

    /**
     * Other times for some.
     *
     * @param ways customers who came by one of these codes; none: by any
     * @param range of these employees; null: of all
     * @param enabled false: nobody is reminded for these
     */
    record CareException(
            @NotNull @Size(max = 50) Set<@NotNull Long> ways,
            @Valid @Nullable StartRange range,
            boolean enabled,
            @NotNull @Valid CareTimes times) {

        CareException {
            ways = ways == null ? Set.of() : Set.copyOf(ways);
        }

        boolean holdsWay(@Nullable Long wayId) {
            return ways.isEmpty() || (wayId != null && ways.contains(wayId));
        }
    }
}
