package org.qiao.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a company decides about its customers' privacy.
 *
 * @param erasureDays between asking for an erasure and the erasure itself, in which it can be called off
 * @param exportDays for which a package with somebody's data can be opened
 * @param retentionMonths after which a customer whom nobody serves and who has been silent is erased; 0: never
 * @param deviceMonths after which a device of a customer that was not used is forgotten; 0: after 180 days, as every device
 */
record PrivacySettings(
        @Min(0) @Max(30) int erasureDays,
        @Min(1) @Max(30) int exportDays,
        @Min(0) @Max(120) int retentionMonths,
        @Min(0) @Max(24) int deviceMonths) {

    static final PrivacySettings STANDARD = new PrivacySettings(7, 7, 0, 0);

    Duration waiting() {
        return Duration.ofDays(erasureDays);
    }

    Duration kept() {
        return Duration.ofDays(exportDays);
    }

    boolean looksThrough() {
        return retentionMonths > 0 || deviceMonths > 0;
    }

    /** A month of the calendar, so that a year is a year. */
    static Instant before(Instant now, int months) {
        return now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
    }
}
