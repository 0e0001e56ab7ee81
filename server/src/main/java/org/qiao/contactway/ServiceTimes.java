package org.qiao.contactway;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Service;

/** When employees answer customers, for modules that count or wait. */
@Service
public class ServiceTimes {

    private final BusinessCardStore cards;
    private final WorkCalendars calendars;

    ServiceTimes(BusinessCardStore cards, WorkCalendars calendars) {
        this.cards = cards;
        this.calendars = calendars;
    }

    /** Of each of the members. */
    public Map<Long, ServiceTime> of(long orgId, Collection<Long> members) {
        WorkCalendar calendar = calendars.of(orgId);
        Map<Long, CardContent> contents = members.isEmpty() ? Map.of() : cards.find(orgId, Set.copyOf(members));
        Map<Long, ServiceTime> times = new HashMap<>();
        members.forEach(member -> times.put(
                member,
                new ServiceTime(
                        contents.getOrDefault(member, CardContent.STANDARD).hours(), calendar)));
        return times;
    }

    /** The company's working time. */
    public ServiceTime ofCompany(long orgId) {
        return ServiceTime.of(calendars.of(orgId));
    }
}
