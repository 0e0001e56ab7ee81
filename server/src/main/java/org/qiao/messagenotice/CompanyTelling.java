package org.qiao.messagenotice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What a company decides.
 *
 * @param standard of members who have not chosen themselves
 * @param hidePreview no text of a message leaves Qiao, whatever members chose
 * @param awayHours a digest goes to those who have not used Qiao for so long
 */
record CompanyTelling(
        @NotNull @Valid TellSettings standard,
        boolean hidePreview,
        @Min(1) @Max(720) int awayHours) {

    static final CompanyTelling STANDARD = new CompanyTelling(TellSettings.STANDARD, false, 24);
}
