package org.qiao.contactway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.ArrivalStore.Taken;
import org.qiao.contactway.ArrivalStore.WayDay;
import org.qiao.contactway.ChoiceRule.Candidate;
import org.qiao.contactway.ChoiceRule.Choice;
import org.qiao.contactway.WayContent.WayPerson;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;

/** Chooses and counts under the lock of the code's day, in the transaction that makes the relation: a cap is never passed. */
@Component
class Allotment {

    private final ArrivalStore store;
    private final CustomerRules rules;
    private final CustomerRelations relations;
    private final WorkCalendars calendars;
    private final Clock clock;

    Allotment(
            ArrivalStore store,
            CustomerRules rules,
            CustomerRelations relations,
            WorkCalendars calendars,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.relations = relations;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The turn of one arrival.
     *
     * @param eligible who of the code's people is there and may have customers
     * @param number of this arrival, if it is given to somebody
     */
    record Place(ContactWay way, WayDay day, LocalDateTime at, Set<Long> eligible, int number) {}

    /** Takes the lock; the caller's transaction ends it. */
    Place begin(ContactWay way) {
        Set<Long> eligible = rules.eligible(way.orgId(), way.everybody());
        LocalDateTime at = now(way.orgId());
        WayDay day = new WayDay(way.orgId(), way.id(), at.toLocalDate());
        return new Place(way, day, at, eligible, store.lock(day) + 1);
    }

    LocalDateTime now(long orgId) {
        return LocalDateTime.ofInstant(clock.instant(), zone(orgId));
    }

    /** After now: a slot that begins, or a day with new caps. */
    Instant nextChance(ContactWay way) {
        return nextChance(way, now(way.orgId()));
    }

    /** After the place was taken, so that a midnight which passed meanwhile is not missed: then it has come already. */
    Instant nextChance(Place place) {
        return nextChance(place.way(), place.at());
    }

    private Instant nextChance(ContactWay way, LocalDateTime after) {
        return way.content().nextChance(after).atZone(zone(way.orgId())).toInstant();
    }

    private ZoneId zone(long orgId) {
        return calendars.of(orgId).zone();
    }

    /** @param loyalId who has had the customer before, when the code is exclusive */
    Optional<Choice> choose(Place place, @Nullable Long loyalId) {
        ContactWay way = place.way();
        Map<Long, Taken> taken = store.taken(place.day());
        List<WayPerson> people = way.content().people();
        Candidate loyal = loyalId == null
                ? null
                : people.stream()
                        .filter(person -> person.memberId() == loyalId)
                        .findFirst()
                        .map(person -> candidate(person, taken))
                        .orElseGet(() -> candidate(new WayPerson(loyalId, null), taken));
        return ChoiceRule.choose(new ChoiceRule.Field(
                way.content().onDuty(place.at()).stream()
                        .map(person -> candidate(person, taken))
                        .toList(),
                way.content().backups().stream()
                        .map(id -> candidate(new WayPerson(id, null), taken))
                        .toList(),
                able(place),
                loyal));
    }

    private Set<Long> able(Place place) {
        int most = rules.settings(place.way().orgId()).perMember();
        Map<Long, Integer> loads = relations.loads(place.way().orgId(), place.eligible());
        Set<Long> able = new HashSet<>(place.eligible());
        able.removeIf(id -> loads.getOrDefault(id, 0) >= most);
        return able;
    }

    private static Candidate candidate(WayPerson person, Map<Long, Taken> taken) {
        Taken so = taken.getOrDefault(person.memberId(), new Taken(person.memberId(), 0, 0));
        return new Candidate(person.memberId(), person.cap(), so.taken(), so.lastTurn());
    }

    void count(Place place, Choice choice) {
        store.countOpened(place.day(), choice, place.number());
    }

    void countWaited(Place place) {
        store.countWaited(place.day());
    }

    void countAgain(ContactWay way) {
        store.countAgain(new WayDay(way.orgId(), way.id(), now(way.orgId()).toLocalDate()));
    }
}
