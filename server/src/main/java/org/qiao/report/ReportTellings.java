package org.qiao.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Says "look again" to those who are connected, after the commit. */
@Component
class ReportTellings {

    static final String TOPIC = "report";

    private final Hints hints;

    ReportTellings(Hints hints) {
        this.hints = hints;
    }

    enum Kind {
        SENT,
        EDITED,
        WITHDRAWN,
        COMMENT,
        LIKE,
        READ
    }

    /** @param except who did it and knows */
    void tell(Collection<Long> people, long except, long reportId, Kind kind) {
        Set<Long> others = new HashSet<>(people);
        others.remove(except);
        if (!others.isEmpty()) {
            AfterCommit.run(() -> hints.tell(others, TOPIC, reportId, kind.name()));
        }
    }
}
