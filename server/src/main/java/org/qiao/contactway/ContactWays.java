package org.qiao.contactway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.ArrivalStore.WayDay;
import org.qiao.contactway.ContactWayStore.Draft;
import org.qiao.contactway.WayRequests.WayRequest;
import org.qiao.contactway.WayViews.ContactWayView;
import org.qiao.customer.CustomerRules;
import org.qiao.directory.Card;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes as staff make and see them; and by code for whoever comes. */
@Service
public class ContactWays {

    private static final int DAYS_MAX = 366;

    private final ContactWayStore store;
    private final ArrivalStore arrivals;
    private final Allotment allotment;
    private final WayCheck check;
    private final CustomerRules rules;
    private final WayViews views;
    private final Clock clock;

    ContactWays(
            ContactWayStore store,
            ArrivalStore arrivals,
            Allotment allotment,
            WayCheck check,
            CustomerRules rules,
            WayViews views,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.allotment = allotment;
        this.check = check;
        this.rules = rules;
        this.views = views;
        this.clock = clock;
    }

    /** What a code did between two days. */
    record WayStatistics(List<ArrivalStore.DayCount> days, List<WayPersonCount> people) {}

    record WayPersonCount(Card member, int taken, int beyond) {}

    /** Empty for an unknown one, a deleted one and one that is over. */
    public Optional<ContactWay> findOpen(String code) {
        return WayCode.isOne(code) ? store.findCode(code).filter(way -> way.isOpen(clock.instant())) : Optional.empty();
    }

    /** Whether anybody serves by it at this moment, as far as is seen without counting. */
    public boolean isServed(ContactWay way) {
        List<Long> onDuty = new ArrayList<>(way.content().onDuty(allotment.now(way.orgId())).stream()
                .map(WayContent.WayPerson::memberId)
                .toList());
        onDuty.addAll(way.content().backups());
        return !rules.eligible(way.orgId(), onDuty).isEmpty();
    }

    /** For programs that act for nobody. */
    public List<ContactWay> findAll(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(orgId, ids);
    }

    /** Somebody looks at its page. */
    @Transactional
    public void seen(ContactWay way) {
        arrivals.countView(
                new WayDay(way.orgId(), way.id(), allotment.now(way.orgId()).toLocalDate()));
    }

    /** Administrators see all, others their own; newest first. */
    @Transactional(readOnly = true)
    public Page<ContactWayView> list(
            Actor actor, @Nullable String text, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Long owner = actor.isAdmin() ? null : actor.principalId();
        Page<ContactWay> page = Page.cut(
                store.list(actor.orgId(), owner, LikePattern.of(text), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                way -> Long.toString(way.id()));
        return new Page<>(views.of(actor, page.items()), page.next());
    }

    @Transactional(readOnly = true)
    public ContactWayView get(Actor actor, long id) {
        return views.of(actor, List.of(require(actor, id))).getFirst();
    }

    @Transactional
    ContactWayView create(Actor actor, WayRequest input) {
        if (!actor.isAdmin()) {
            rules.requireEligible(actor);
        }
        if (store.count(actor.orgId()) >= WayCheck.CODES_MAX) {
            throw ContactwayProblem.TOO_MANY.problem("max", WayCheck.CODES_MAX);
        }
        WayContent content = check.require(actor, input.content(), null);
        String code = WayCode.create();
        Draft draft =
                new Draft(actor.principalId(), ContactWay.Kind.SHARED, labels(input), content, check.end(input.days()));
        store.insert(actor.orgId(), code, draft, clock.instant());
        return views.of(actor, List.of(store.findCode(code).orElseThrow())).getFirst();
    }

    @Transactional
    ContactWayView change(Actor actor, long id, WayRequest input) {
        require(actor, id);
        ContactWay before = store.lock(actor.orgId(), id).orElseThrow(ContactwayProblem.NOT_FOUND::problem);
        if (!Objects.equals(input.version(), before.row().version())) {
            throw ContactwayProblem.CHANGED_MEANWHILE.problem(
                    "version", before.row().version());
        }
        WayContent content = check.require(actor, input.content(), before);
        Draft draft = new Draft(
                before.row().ownerId(),
                ContactWay.Kind.SHARED,
                labels(input),
                content,
                input.days() == null ? before.row().endsAt() : check.end(input.days()));
        store.update(actor.orgId(), id, draft, clock.instant());
        return get(actor, id);
    }

    /** Its page is gone at once; whoever came by it stays. */
    @Transactional
    void delete(Actor actor, long id) {
        require(actor, id);
        store.delete(actor.orgId(), id, clock.instant());
    }

    @Transactional(readOnly = true)
    public WayStatistics statistics(Actor actor, long id, LocalDate from, LocalDate until) {
        Limits.requireSpan(from, until, DAYS_MAX);
        require(actor, id);
        List<ArrivalStore.PersonCount> people = arrivals.people(actor.orgId(), id, from, until);
        Map<Long, Card> cards = views.cards(
                actor, people.stream().map(ArrivalStore.PersonCount::memberId).toList());
        return new WayStatistics(
                arrivals.days(actor.orgId(), id, from, until),
                people.stream()
                        .map(count -> new WayPersonCount(
                                Objects.requireNonNull(cards.get(count.memberId())), count.taken(), count.beyond()))
                        .toList());
    }

    private ContactWay require(Actor actor, long id) {
        return store.findAll(actor.orgId(), List.of(id)).stream()
                .filter(way -> !way.isPersonal() && !way.row().deleted())
                .filter(way -> actor.isAdmin() || way.row().ownerId() == actor.principalId())
                .findFirst()
                .orElseThrow(ContactwayProblem.NOT_FOUND::problem);
    }

    private static ContactWay.Labels labels(WayRequest input) {
        return new ContactWay.Labels(
                PlainText.clean(input.title()), PlainText.clean(input.remark()), PlainText.clean(input.state()));
    }
}
