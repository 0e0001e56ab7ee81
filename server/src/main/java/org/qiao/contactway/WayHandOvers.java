package org.qiao.contactway;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.ContactWayStore.Draft;
import org.qiao.contactway.WayContent.WayPerson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Codes of somebody who serves no more: printed ones keep working and lead to whoever takes over. */
@Service
public class WayHandOvers {

    private final ContactWayStore store;
    private final WaitAlarm alarm;
    private final Clock clock;

    WayHandOvers(ContactWayStore store, WaitAlarm alarm, Clock clock) {
        this.store = store;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** In how many codes each of them stands; who stands in none is left out. */
    public Map<Long, Integer> counts(long orgId, Collection<Long> members) {
        return members.isEmpty() ? Map.of() : store.countsOf(orgId, members);
    }

    /**
     * In every code of his somebody else stands in his place, or, without a next one, nobody: only where he is the last one he stays,
     * and customers wait. Customers who wait for anybody are given away at once where that is possible. In the caller's transaction.
     *
     * @return the codes that were changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> replace(long orgId, long leaverId, @Nullable Long nextId) {
        return store.lockOf(orgId, leaverId, clock.instant()).stream()
                .filter(way -> change(way, content(way.content(), leaverId, nextId)))
                .map(ContactWay::id)
                .toList();
    }

    /** He is back: his own code leads to him again. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(long orgId, long memberId) {
        store.personal(orgId, List.of(memberId)).stream()
                .filter(way -> !way.everybody().equals(Set.of(memberId)))
                .forEach(way ->
                        change(way, WayContent.personal(memberId, way.content().skipVerify())));
    }

    private boolean change(ContactWay way, WayContent content) {
        if (content.people().isEmpty() || content.equals(way.content())) {
            return false;
        }
        ContactWay.Row row = way.row();
        store.update(
                row.orgId(),
                row.id(),
                new Draft(row.ownerId(), row.kind(), row.labels(), content, row.endsAt()),
                clock.instant());
        alarm.set(way, clock.instant());
        return true;
    }

    static WayContent content(WayContent before, long leaverId, @Nullable Long nextId) {
        Set<Long> known = before.people().stream().map(WayPerson::memberId).collect(Collectors.toSet());
        List<WayPerson> people = before.people().stream()
                .map(person -> person.memberId() == leaverId ? next(person, known, nextId) : person)
                .filter(Objects::nonNull)
                .toList();
        List<WaySlot> slots = before.slots().stream()
                .map(slot ->
                        new WaySlot(slot.days(), slot.from(), slot.until(), replaced(slot.members(), leaverId, nextId)))
                .filter(slot -> !slot.members().isEmpty())
                .toList();
        return new WayContent(
                people,
                slots,
                List.copyOf(replaced(before.backups(), leaverId, nextId)),
                before.tags(),
                before.needs(),
                before.welcome(),
                before.skipVerify(),
                before.exclusive());
    }

    private static @Nullable WayPerson next(WayPerson person, Set<Long> known, @Nullable Long nextId) {
        return nextId == null || known.contains(nextId) ? null : new WayPerson(nextId, person.cap());
    }

    private static Set<Long> replaced(Collection<Long> ids, long leaverId, @Nullable Long nextId) {
        Set<Long> all = new LinkedHashSet<>();
        for (Long id : ids) {
            if (id != leaverId) {
                all.add(id);
            } else if (nextId != null) {
                all.add(nextId);
            }
        }
        return all;
    }
}
