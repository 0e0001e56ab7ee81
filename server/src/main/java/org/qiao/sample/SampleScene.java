package org.qiao.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the work of the sample happens: the company, its days, what its documents are made of. */
record SampleScene(SampleOrg org, SampleCalendar calendar, SampleChats.Makings makings, Instant now) {

    /** @param written as in {@link SampleGroup.Line}; null: now */
    Instant at(@Nullable String written) {
        return written == null ? now : calendar.at(written);
    }

    SampleValues values() {
        return new SampleValues(org, calendar, now.atZone(org.owner().zone()).toLocalDate());
    }
}
