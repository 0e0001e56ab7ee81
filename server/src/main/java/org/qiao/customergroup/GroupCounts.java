package org.qiao.customergroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customergroup.CustomerGroupStore.Totals;
import org.qiao.customergroup.CustomerGroups.GroupScope;
import org.qiao.customergroup.CustomerGroups.Wanted;
import org.qiao.customergroup.DayStore.Counted;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in groups, day by day. */
@Service
class GroupCounts {

    private static final int DAYS_MAX = 366;

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final DayStore days;
    private final CustomerGroups groups;
    private final GroupAccess access;
    private final WorkCalendars calendars;
    private final Clock clock;

    GroupCounts(
            CustomerGroupStore store,
            GroupMemberStore members,
            DayStore days,
            CustomerGroups groups,
            GroupAccess access,
            WorkCalendars calendars,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.days = days;
        this.groups = groups;
        this.access = access;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param customers at the end of the day
     * @param joined and {@code left} of them
     * @param active how many customers wrote, once for each group
     */
    record GroupDay(
            LocalDate day, int customers, int joined, int left, int messages, int customerMessages, int active) {}

    /** Every day of the span. */
    record GroupStatistics(List<GroupDay> days, int groups, int customers) {}

    /** Days of the company, both of them counted. */
    record Span(LocalDate from, LocalDate until) {

        Span {
            if (!Limits.isSpan(from, until, DAYS_MAX)) {
                throw CustomergroupProblem.BAD_SPAN.problem("max", DAYS_MAX);
            }
        }
    }

    @Transactional(readOnly = true)
    public GroupStatistics ofGroup(Actor actor, long id, Span span) {
        return statistics(
                actor.orgId(), Set.of(access.require(actor, id).group().id()), span);
    }

    @Transactional(readOnly = true)
    public GroupStatistics ofScope(Actor actor, GroupScope scope, Span span) {
        if (scope == GroupScope.MINE) {
            return statistics(actor.orgId(), members.groupsOf(actor.orgId(), actor.principalId()), span);
        }
        Set<Long> owners = groups.owners(actor, new Wanted(scope, null, null));
        return statistics(actor.orgId(), owners == null ? null : store.idsOfOwners(actor.orgId(), owners), span);
    }

    /** What is known of today is taken back day by day: so a day costs nothing on which nothing happened. */
    private GroupStatistics statistics(long orgId, @Nullable Collection<Long> ids, Span span) {
        Totals totals = store.totals(orgId, ids);
        Map<LocalDate, Counted> counted = new HashMap<>();
        days.since(orgId, ids, span.from()).forEach(day -> counted.put(day.day(), day));
        List<GroupDay> found = new ArrayList<>();
        int customers = totals.customers();
        LocalDate today = calendars.of(orgId).dateOf(clock.instant());
        LocalDate last = today.isAfter(span.until()) ? today : span.until();
        for (LocalDate day = last; !day.isBefore(span.from()); day = day.minusDays(1)) {
            Counted of = counted.getOrDefault(day, new Counted(day, 0, 0, 0, 0, 0));
            if (!day.isAfter(span.until())) {
                found.add(new GroupDay(
                        day, customers, of.came(), of.gone(), of.messages(), of.customerMessages(), of.active()));
            }
            customers -= of.came() - of.gone();
        }
        return new GroupStatistics(found.reversed(), totals.groups(), totals.customers());
    }
}
