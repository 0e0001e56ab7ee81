package org.qiao.reporttemplate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;

/**
 * When and to whom is reported.
 *
 * @param must who has to report each cycle; null: nobody
 * @param deadline null: nothing is ever late
 * @param late what comes after the deadline is taken and marked; otherwise it is refused
 * @param editMinutes how long a sent report may be changed or withdrawn
 * @param before minutes before the deadline at which those who have not reported are reminded
 * @param after the same after the deadline
 */
public record ReportRules(
        @NotNull ReportCycle cycle,
        @Valid @Nullable StartRange must,
        @Valid @Nullable ReportDeadline deadline,
        boolean late,
        @Min(0) @Max(43_200) int editMinutes,
        @NotNull @Valid ReportTo recipients,
        @NotNull @Size(max = 3) List<@NotNull @Min(1) @Max(20_160) Integer> before,
        @NotNull @Size(max = 3) List<@NotNull @Min(1) @Max(20_160) Integer> after) {

    public ReportRules {
        before = before == null ? List.of() : List.copyOf(before);
        after = after == null ? List.of() : List.copyOf(after);
    }

    ReportRules demanding(StartRange others) {
        return new ReportRules(cycle, others, deadline, late, editMinutes, recipients, before, after);
    }

    /**
     * Until when.
     *
     * @param days after the last day of the period
     * @param workDays counts work days from the last work day of the period instead
     * @param time in the company's zone
     */
    public record ReportDeadline(
            @Min(0) @Max(31) int days,
            boolean workDays,
            @NotNull LocalTime time) {}

    /**
     * To whom.
     *
     * @param levels of superiors, 1 is the direct one
     * @param conversations in which the card is shown when the author is a member
     * @param choose the author may add people and conversations
     */
    public record ReportTo(
            @NotNull @Size(max = 50) Set<@NotNull Long> members,
            @NotNull @Size(max = 10) Set<@NotNull @Min(1) @Max(15) Integer> levels,
            @NotNull @Size(max = 20) Set<@NotNull Long> roles,
            @NotNull @Size(max = 20) Set<@NotNull Long> conversations,
            boolean choose) {

        public ReportTo {
            members = members == null ? Set.of() : Set.copyOf(members);
            levels = levels == null ? Set.of() : Set.copyOf(levels);
            roles = roles == null ? Set.of() : Set.copyOf(roles);
            conversations = conversations == null ? Set.of() : Set.copyOf(conversations);
        }
    }
}
