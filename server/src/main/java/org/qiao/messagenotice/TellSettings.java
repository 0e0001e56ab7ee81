package org.qiao.messagenotice;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be told.
 *
 * @param hours null: at any time
 * @param mutedMentions muted conversations still tell what names the person or everybody
 * @param preview the text of a message may stand on a locked screen and in an e-mail
 * @param digest an e-mail with what is unread after a day without Qiao
 * @param digestAt in the company's zone, at a full or half hour
 */
record TellSettings(
        @NotNull TellWhat what,
        @Valid @Nullable OwnHours hours,
        boolean mutedMentions,
        boolean preview,
        boolean digest,
        @NotNull @Schema(type = "string", example = "08:30") LocalTime digestAt) {

    static final TellSettings STANDARD = new TellSettings(TellWhat.ALL, null, true, true, true, LocalTime.of(8, 30));

    private static final int HALF_HOUR = 30;

    boolean isDigestTimeSound() {
        return digestAt.getMinute() % HALF_HOUR == 0 && digestAt.getSecond() == 0 && digestAt.getNano() == 0;
    }

    TellSettings withoutPreview() {
        return new TellSettings(what, hours, mutedMentions, false, digest, digestAt);
    }
}
