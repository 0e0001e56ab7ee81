package org.qiao.contactway;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.Allotment.Place;
import org.qiao.contactway.ChoiceRule.Choice;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.customer.CustomerRelations.OpenedRelation;
import org.qiao.customer.RelationEnd;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer opens a code: he gets back what he has, is given to an employee, or waits. Nobody is ever lost: whoever cannot be given
 * away stands in the list of those who wait until somebody takes him or the next chance comes.
 */
@Service
public class Arrivals {

    private final Allotment allotment;
    private final CustomerRelations relations;
    private final CustomerEvents timeline;
    private final WaitStore waits;
    private final WaitAlarm alarm;
    private final Clock clock;

    Arrivals(
            Allotment allotment,
            CustomerRelations relations,
            CustomerEvents timeline,
            WaitStore waits,
            WaitAlarm alarm,
            Clock clock) {
        this.allotment = allotment;
        this.relations = relations;
        this.timeline = timeline;
        this.waits = waits;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** @param state handed on with the relation */
    public record Arrival(long customerId, AddWay addWay, String state) {}

    /**
     * What came of it: a relation, or a wait.
     *
     * @param fresh false: the customer had it already
     */
    public record Arrived(
            @Nullable CustomerRelation relation, @Nullable Wait waiting, boolean fresh) {}

    /** In the caller's transaction, which should end soon: other arrivals by the code wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Arrived arrive(ContactWay way, Arrival arrival) {
        Optional<Arrived> before = known(way, arrival.customerId());
        if (before.isPresent()) {
            allotment.countAgain(way);
            return before.get();
        }
        Place place = allotment.begin(way);
        Optional<Arrived> meanwhile = known(way, arrival.customerId());
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Optional<Choice> choice = allotment.choose(place, loyal(way, arrival.customerId()));
        return choice.map(chosen -> give(place, arrival, chosen)).orElseGet(() -> wait(place, arrival));
    }

    /** What the customer would come back to. */
    public Optional<Arrived> known(ContactWay way, long customerId) {
        Optional<Arrived> open = relations.ofCustomer(way.orgId(), customerId).stream()
                .filter(CustomerRelation::isOpen)
                .filter(relation -> isSame(way, relation))
                .findFirst()
                .map(relation -> new Arrived(relation, null, false));
        return open.or(() -> waits.openOf(way, customerId).map(wait -> new Arrived(null, wait, false)));
    }

    private static boolean isSame(ContactWay way, CustomerRelation relation) {
        Long came = relation.wayId();
        boolean byIt = came != null && came == way.id();
        boolean withThem = (way.isPersonal() || way.content().exclusive())
                && way.everybody().contains(relation.memberId());
        return byIt || withThem;
    }

    /** Of an exclusive code who has had the customer last, unless the customer himself ended it. */
    private @Nullable Long loyal(ContactWay way, long customerId) {
        if (!way.content().exclusive()) {
            return null;
        }
        List<CustomerRelation> past = relations.ofCustomer(way.orgId(), customerId);
        return past.stream()
                .filter(relation -> way.everybody().contains(relation.memberId()))
                .filter(relation -> relation.endReason() != RelationEnd.CUSTOMER)
                .map(CustomerRelation::memberId)
                .findFirst()
                .orElse(null);
    }

    private Arrived give(Place place, Arrival arrival, Choice choice) {
        ContactWay way = place.way();
        allotment.count(place, choice);
        if (!way.isDirect()) {
            Wait wait = waits.insert(way, arrival, choice.memberId(), clock.instant());
            note(wait);
            alarm.tell(wait, List.of(choice.memberId()));
            return new Arrived(null, wait, true);
        }
        OpenedRelation opened =
                relations.open(NewRelation.of(way.orgId(), arrival.customerId(), choice.memberId(), arrival.addWay())
                        .by(way.id(), arrival.state()));
        return new Arrived(opened.relation(), null, opened.created());
    }

    private Arrived wait(Place place, Arrival arrival) {
        ContactWay way = place.way();
        Wait wait = waits.insert(way, arrival, null, clock.instant());
        allotment.countWaited(place);
        note(wait);
        alarm.set(way, allotment.nextChance(place));
        alarm.tell(wait, List.of(way.row().ownerId()));
        return new Arrived(null, wait, true);
    }

    private void note(Wait wait) {
        timeline.add(
                wait.orgId(),
                wait.customerId(),
                NewEvent.of("WAITING", null).with(Map.of("way", wait.wayId(), "reason", wait.reason())));
    }

    /** Gives away somebody who waits, if anybody can take him now. In the caller's transaction. */
    boolean retry(ContactWay way, long waitId) {
        Place place = allotment.begin(way);
        Wait wait = waits.lock(way.orgId(), waitId).orElseThrow();
        if (wait.status() != Wait.Status.WAITING || wait.memberId() != null) {
            return true;
        }
        Optional<Choice> choice = allotment.choose(place, loyal(way, wait.customerId()));
        choice.ifPresent(chosen -> {
            allotment.count(place, chosen);
            end(way, wait, chosen.memberId(), null);
        });
        return choice.isPresent();
    }

    /** Somebody takes him: by a rule (nobody acts) or by hand, which counts as beyond the cap. In the caller's transaction. */
    CustomerRelation take(ContactWay way, long waitId, long memberId, Long actorId) {
        Place place = allotment.begin(way);
        Wait wait = waits.lock(way.orgId(), waitId).orElseThrow(ContactwayProblem.NOT_FOUND::problem);
        if (wait.status() != Wait.Status.WAITING) {
            throw ContactwayProblem.ALREADY_TAKEN.problem();
        }
        if (wait.memberId() == null) {
            allotment.count(place, new Choice(memberId, true));
        }
        return end(way, wait, memberId, actorId);
    }

    private CustomerRelation end(ContactWay way, Wait wait, long memberId, @Nullable Long actorId) {
        CustomerRelation relation = relations
                .open(NewRelation.of(way.orgId(), wait.customerId(), memberId, AddWay.QR)
                        .by(way.id(), wait.state())
                        .actedBy(actorId))
                .relation();
        waits.end(wait, Wait.Status.TAKEN, relation.id(), actorId, clock.instant());
        return relation;
    }

    /** What a customer waits for, under any of his contacts; newest first. */
    public List<Wait> waitsOf(long orgId, Collection<Long> customerIds) {
        return waits.ofCustomers(orgId, customerIds);
    }
}
