package org.qiao.customergroup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customergroup.DayStore.Counted;
import org.qiao.customergroup.GroupMemberStore.Coming;
import org.qiao.customergroup.GroupMemberStore.Mover;
import org.qiao.customergroup.GroupMemberStore.Via;
import org.qiao.messaging.GroupRole;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupEntry;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;

/** Who came, went and became what, as a group's log says; and what follows from it. */
@Component
class GroupMoves {

    private static final Set<String> MOVING =
            Set.of("CREATED", "JOINED", "LEFT", "REMOVED", "OWNER", "ROLE", "DISSOLVED");

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final DayStore days;
    private final Greetings greetings;
    private final MoveNews news;
    private final Truth truth;

    GroupMoves(
            CustomerGroupStore store,
            GroupMemberStore members,
            DayStore days,
            Greetings greetings,
            MoveNews news,
            Truth truth) {
        this.store = store;
        this.members = members;
        this.days = days;
        this.greetings = greetings;
        this.news = news;
        this.truth = truth;
    }

    /** What other modules know. */
    @Component("customergroupTruth")
    record Truth(SharedGroups shared, Guests guests, WorkCalendars calendars) {}

    /**
     * @param seq the last of the entries
     * @return false when nobody moved
     */
    boolean apply(CustomerGroup group, List<GroupEntry> entries, long seq) {
        boolean moved = false;
        boolean created = false;
        Instant last = null;
        Instant dissolved = null;
        for (GroupEntry entry : entries) {
            String event = entry.event();
            if (event == null) {
                continue;
            }
            switch (event) {
                case "CREATED" -> created = true;
                case "JOINED" -> come(group, entry);
                case "LEFT", "REMOVED" -> go(group, entry.members(), event, entry.at());
                case "TITLE" -> title(group, entry);
                case "DISSOLVED" -> dissolved = entry.at();
                default -> {} // a role, another owner: read from the seats below
            }
            if (MOVING.contains(event)) {
                moved = true;
                last = entry.at();
            }
        }
        if (last != null) {
            settle(group, created ? Via.FIRST : Via.INVITED, last);
            store.moved(group.orgId(), group.id(), seq, dissolved);
            news.changed(group);
        }
        return moved;
    }

    private void title(CustomerGroup group, GroupEntry entry) {
        String title = entry.title();
        if (title != null) {
            store.setTitle(group.orgId(), group.id(), title);
            news.changed(group);
        }
    }

    private void come(CustomerGroup group, GroupEntry entry) {
        Set<Long> guests = truth.guests().faces(group.orgId(), entry.members()).keySet();
        Set<Long> staff = new HashSet<>(entry.members());
        staff.removeAll(guests);
        come(group, new Coming(staff, false, Via.INVITED, false, entry.at()));
        come(group, new Coming(guests, true, Via.INVITED, greetings.isWanted(group), entry.at()));
    }

    private void come(CustomerGroup group, Coming coming) {
        if (coming.ids().isEmpty()) {
            return;
        }
        List<Mover> came = members.come(group, coming);
        if (came.isEmpty() || !coming.guests()) {
            return;
        }
        days.add(group, Counted.moves(day(group, coming.at()), came.size(), 0));
        if (coming.greeted()) {
            greetings.wait(group);
        }
        came.forEach(mover -> news.joined(group, mover, coming.at()));
    }

    private void go(CustomerGroup group, Collection<Long> people, String how, Instant at) {
        List<Mover> gone =
                members.go(group, people, at).stream().filter(Mover::guest).toList();
        if (!gone.isEmpty()) {
            days.add(group, Counted.moves(day(group, at), 0, gone.size()));
            gone.forEach(mover -> news.left(group, mover, how, at));
        }
    }

    private LocalDate day(CustomerGroup group, Instant at) {
        return truth.calendars().of(group.orgId()).dateOf(at);
    }

    /** What an entry did not name, for it names fifty at most: as the seats are now. */
    private void settle(CustomerGroup group, Via via, Instant at) {
        Map<Long, GroupSeat> seats = truth.shared().seats(group.orgId(), group.conversation()).stream()
                .collect(Collectors.toMap(GroupSeat::id, seat -> seat));
        Map<Long, Boolean> known = new HashMap<>(members.present(group));
        for (boolean guests : new boolean[] {false, true}) {
            List<Long> missing = seats.values().stream()
                    .filter(seat -> seat.guest() == guests && !known.containsKey(seat.id()))
                    .map(GroupSeat::id)
                    .toList();
            boolean greeted = guests && via != Via.FIRST && greetings.isWanted(group);
            come(group, new Coming(missing, guests, via, greeted, at));
        }
        known.keySet().removeAll(seats.keySet());
        if (!known.isEmpty()) {
            go(group, known.keySet(), "LEFT", at);
        }
        List<GroupSeat> staff =
                seats.values().stream().filter(seat -> !seat.guest()).toList();
        members.setRoles(group, staff);
        Long owner = owner(staff);
        if (owner != null) {
            store.setOwner(group.orgId(), group.id(), owner);
        }
    }

    private static @Nullable Long owner(List<GroupSeat> staff) {
        return staff.stream()
                .filter(seat -> seat.role() == GroupRole.OWNER)
                .map(GroupSeat::id)
                .findFirst()
                .orElse(null);
    }
}
