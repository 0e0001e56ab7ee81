package org.qiao.followup;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.CustomerEventView;
import org.qiao.followup.FollowUpViews.CustomerNoteView;
import org.qiao.followup.FollowUpViews.CustomerTaskView;
import org.qiao.followup.FollowUpViews.TimelineLine;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened with a customer, newest first, with the notes and tasks themselves. */
@Service
class Timeline {

    private final CustomerEvents events;
    private final CustomerNotes notes;
    private final CustomerTasks tasks;

    Timeline(CustomerEvents events, CustomerNotes notes, CustomerTasks tasks) {
        this.events = events;
        this.notes = notes;
        this.tasks = tasks;
    }

    @Transactional(readOnly = true)
    public Page<TimelineLine> list(Actor actor, long customerId, @Nullable String after, @Nullable Integer limit) {
        Page<CustomerEventView> page = events.list(actor, customerId, after, limit);
        Map<Long, CustomerNoteView> noted = notes.views(actor, ids(page, "note"));
        Map<Long, CustomerTaskView> tasked = tasks.views(actor, ids(page, "task"));
        return page.map(event -> new TimelineLine(event, noted.get(id(event, "note")), tasked.get(id(event, "task"))));
    }

    private static Set<Long> ids(Page<CustomerEventView> page, String key) {
        Set<Long> ids = new HashSet<>();
        page.items().forEach(event -> ids.add(id(event, key)));
        ids.remove(0L);
        return ids;
    }

    private static long id(CustomerEventView event, String key) {
        return event.data().get(key) instanceof Number number ? number.longValue() : 0;
    }
}
