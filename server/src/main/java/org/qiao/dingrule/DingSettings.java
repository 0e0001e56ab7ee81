package org.qiao.dingrule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a company decides.
 *
 * @param quiet null: no quiet hours
 * @param override who may break them with a reason, besides administrators
 * @param smsPerSenderDay null: no limit, as for the other quotas
 */
public record DingSettings(
        @NotNull @Valid Ladder ladder,
        @Valid @Nullable QuietHours quiet,
        @NotNull @Valid Selector override,
        @Min(1) @Max(DingSettings.RECIPIENTS_MAX) int recipientsMax,
        @Min(1) @Max(10_000) int dingsPerHour,
        @Min(0) @Nullable Integer smsPerSenderDay,
        @Min(0) @Nullable Integer voicePerSenderDay,
        @Min(0) @Nullable Integer smsPerMonth,
        @Min(0) @Nullable Integer voicePerMonth) {

    public static final int RECIPIENTS_MAX = 2_000;

    public static final DingSettings STANDARD = new DingSettings(
            Ladder.STANDARD, QuietHours.STANDARD, Selector.NOBODY, RECIPIENTS_MAX, 20, 5_000, 2_000, 50_000, 10_000);

    @Nullable
    Integer perSenderDay(Way way) {
        return switch (way) {
            case SMS -> smsPerSenderDay;
            case VOICE -> voicePerSenderDay;
            case APP, PUSH, EMAIL -> null;
        };
    }

    @Nullable
    Integer perMonth(Way way) {
        return switch (way) {
            case SMS -> smsPerMonth;
            case VOICE -> voicePerMonth;
            case APP, PUSH, EMAIL -> null;
        };
    }
}
