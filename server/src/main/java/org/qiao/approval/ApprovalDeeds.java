package org.qiao.approval;

import java.time.Instant;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** What somebody did with approvals, for modules that tell him so. */
@Service
public class ApprovalDeeds {

    private final ListStore store;

    ApprovalDeeds(ListStore store) {
        this.store = store;
    }

    /** @param decided agreed to, refused, returned or handled */
    public record Done(int submitted, int decided) {}

    /** Between two moments, the second not included. */
    public Done done(Actor actor, Instant from, Instant until) {
        return store.doneBetween(actor, from, until);
    }
}
