package org.qiao.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever wants to be reminded of something, or to remind people. The contract:
 *
 * <ul>
 *   <li>{@link #set} and {@link #cancel} belong to the caller's transaction: what is rolled back was never set, what is committed
 *       is served whatever happens to the server, once. They wait for the clock when it serves the same reminder in this moment.
 *   <li>Served means, in one transaction: {@link ReminderDue} is published, texts are ordered, and the reminder is over or moved to its
 *       next occasion. A text is ordered once for each recipient, occasion and way. The event comes at least once.
 *   <li>A reminder is served within a second after it is due, never before. One whose time has passed when it is set is served at once.
 *   <li>Of occasions that were missed because the server stood still, one is made up for.
 *   <li>Rules that depend on the calendar are computed again when the calendar changes.
 * </ul>
 *
 * Time limits that decide something (transfer, pass, refuse) are event-only reminders with {@link Restraint#NONE}; for "after n
 * working hours" use {@link ReminderTime.AfterWorkTime}, not a restraint. A DING is sent by whoever hears the event.
 */
@Service
public class Reminders {

    /** A company of 10,000 with ten open reminders each. */
    public static final int OPEN_MAX = 100_000;

    private final ReminderStore store;
    private final OpenCounts counts;
    private final ReminderTexts texts;
    private final WorkCalendars calendars;
    private final Clock clock;

    Reminders(ReminderStore store, OpenCounts counts, ReminderTexts texts, WorkCalendars calendars, Clock clock) {
        this.store = store;
        this.counts = counts;
        this.texts = texts;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Sets the reminder, in place of the one with the same key.
     *
     * @return when it is due; empty, and nothing is set, when its rule has no occasion (any more)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> set(long orgId, Reminder reminder) {
        return setAll(orgId, List.of(reminder)).getFirst();
    }

    /** Many at once, in the order of their keys, so that two callers never wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Optional<Instant>> setAll(long orgId, Collection<Reminder> reminders) {
        if (reminders.isEmpty()) {
            return List.of();
        }
        reminders.forEach(texts::requireKnown);
        counts.add(orgId, reminders.size());
        WorkCalendar calendar = calendars.of(orgId);
        Instant now = clock.instant();
        Set<String> keys = new HashSet<>();
        Map<Reminder, Plan> planned = new LinkedHashMap<>();
        List<String> over = new ArrayList<>();
        List<Optional<Instant>> due = new ArrayList<>();
        for (Reminder reminder : reminders) {
            if (!keys.add(reminder.key())) {
                throw new IllegalArgumentException("Twice the same key: " + reminder.key());
            }
            Plan plan = Plan.first(reminder, calendar, now);
            due.add(Optional.ofNullable(plan.due()));
            if (plan.occasion() == null) {
                over.add(reminder.key());
            } else {
                planned.put(reminder, plan);
            }
        }
        store.set(orgId, planned, now);
        store.cancel(orgId, over);
        return due;
    }

    /** @return false when there is none, or it has been served already: then its event is on the way */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(long orgId, String key) {
        return store.cancel(orgId, List.of(key)) == 1;
    }
}
