package org.qiao.visit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.account.Principals;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who complain, in a thread or elsewhere: it is written down, and administrators are told. */
@Service
public class Complaints {

    private final ComplaintStore store;
    private final CustomerEvents timeline;
    private final Principals principals;
    private final Hints hints;
    private final Clock clock;

    Complaints(ComplaintStore store, CustomerEvents timeline, Principals principals, Hints hints, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.principals = principals;
        this.hints = hints;
        this.clock = clock;
    }

    /** About a group and whoever owns it. */
    @Transactional
    public void aboutGroup(Guest guest, long ownerId, String title, VisitComplaint complaint) {
        add(guest, new ComplaintStore.About(null, ownerId, title), complaint);
    }

    /** @param complaint null: he has only ended the contact */
    void aboutThread(Guest guest, CustomerRelation relation, @Nullable VisitComplaint complaint) {
        add(guest, new ComplaintStore.About(relation.id(), relation.memberId(), null), complaint);
    }

    private void add(Guest guest, ComplaintStore.About about, @Nullable VisitComplaint complaint) {
        String reason = complaint == null ? "NONE" : complaint.reason().name();
        long id = store.insert(guest, about, reason, complaint == null ? "" : complaint.words(), clock.instant());
        if (complaint != null) {
            NewEvent event = NewEvent.of("REPORTED", guest.id()).with(Map.of("reason", reason));
            Long relation = about.relationId();
            timeline.add(guest.orgId(), guest.id(), relation == null ? event : event.about(relation));
        }
        List<Long> owners = principals.owners(guest.orgId());
        AfterCommit.run(() -> hints.tell(owners, "customer", id, "FAREWELL"));
    }
}
