package org.qiao.sample;

import java.time.Instant;

/** Where the work of the sample happens: the company, its days, what its documents are made of. */
record SampleScene(SampleOrg org, SampleCalendar calendar, SampleChats.Makings makings, Instant now) {

    SampleValues values() {
        return new SampleValues(
                org, calendar, now.atZone(org.owner().zone()).toLocalDate());
    }
}
