package org.qiao.customercare;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Says "look again" to those who are connected, after the commit. */
@Component
class CareNews {

    static final String TOPIC = "customercare";

    private final Hints hints;

    CareNews(Hints hints) {
        this.hints = hints;
    }

    void changed(Collection<Long> people) {
        if (!people.isEmpty()) {
            List<Long> some = List.copyOf(Set.copyOf(people));
            AfterCommit.run(() -> hints.tell(some, TOPIC, 0, "WAITING"));
        }
    }
}
