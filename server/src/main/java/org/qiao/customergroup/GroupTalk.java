package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qiao.customergroup.DayStore.Counted;
import org.qiao.customergroup.GroupTasks.Automatic;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.messaging.SharedGroups.GroupEntry;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What was said in a group: counted by day, and answered where a customer's words ask for it. */
@Component
class GroupTalk {

    /** What was said longer ago is not answered any more: the server was away. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final DayStore days;
    private final GroupTasks tasks;
    private final WorkCalendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupTalk(
            CustomerGroupStore store,
            GroupMemberStore members,
            DayStore days,
            GroupTasks tasks,
            WorkCalendars calendars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.days = days;
        this.tasks = tasks;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    void count(CustomerGroup group, List<GroupEntry> entries) {
        List<GroupEntry> said =
                entries.stream().filter(entry -> entry.kind().isMessage()).toList();
        if (said.isEmpty()) {
            return;
        }
        Set<Long> guests =
                members.guests(group, said.stream().map(GroupEntry::sender).collect(Collectors.toSet()));
        WorkCalendar calendar = calendars.of(group.orgId());
        Map<LocalDate, List<GroupEntry>> byDay = said.stream()
                .collect(
                        Collectors.groupingBy(entry -> calendar.dateOf(entry.at()), TreeMap::new, Collectors.toList()));
        byDay.forEach((day, some) -> count(group, day, some, guests));
        List<GroupEntry> theirs =
                said.stream().filter(entry -> guests.contains(entry.sender())).toList();
        answer(group, theirs);
        theirs.stream()
                .filter(entry -> entry.fileId() != null)
                .forEach(entry -> events.publishEvent(GroupPicture.of(group, entry)));
    }

    private void count(CustomerGroup group, LocalDate day, List<GroupEntry> said, Set<Long> guests) {
        List<Long> theirs =
                said.stream().map(GroupEntry::sender).filter(guests::contains).toList();
        int active = theirs.isEmpty() ? 0 : days.active(group, day, new HashSet<>(theirs));
        days.add(group, Counted.talk(day, said.size(), theirs.size(), active));
    }

    private void answer(CustomerGroup group, List<GroupEntry> theirs) {
        List<GroupReply> replies = group.rules().replies();
        Instant oldest = clock.instant().minus(FRESH);
        if (replies.isEmpty()) {
            return;
        }
        Map<Integer, Instant> given = new HashMap<>(store.replied(group.orgId(), group.id()));
        boolean changed = false;
        for (GroupEntry entry : theirs) {
            String text = entry.text();
            OptionalInt place = text == null || entry.at().isBefore(oldest)
                    ? OptionalInt.empty()
                    : GroupReply.choose(replies, text, given, entry.at());
            if (place.isPresent()) {
                GroupReply reply = replies.get(place.getAsInt());
                given.put(place.getAsInt(), entry.at());
                tasks.say(
                        group,
                        "reply-" + entry.seq(),
                        new Automatic(WrittenPlace.REPLY, reply.text(), reply.text()),
                        reply.attachments());
                changed = true;
            }
        }
        if (changed) {
            store.setReplied(group.orgId(), group.id(), given);
        }
    }
}
