package org.qiao.customercare;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.contactway.ContactWays;
import org.qiao.customercare.CareSettings.CareException;
import org.qiao.customercare.CareSettings.CareTimes;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides about customers who wait, and which of it counts for one of them. */
@Service
class CareRules {

    private final CareSettingStore store;
    private final CareThreadStore threads;
    private final Audiences audiences;
    private final Members members;
    private final ContactWays ways;
    private final Clock clock;

    CareRules(
            CareSettingStore store,
            CareThreadStore threads,
            Audiences audiences,
            Members members,
            ContactWays ways,
            Clock clock) {
        this.store = store;
        this.threads = threads;
        this.audiences = audiences;
        this.members = members;
        this.ways = ways;
        this.clock = clock;
    }

    CareSettings settings(long orgId) {
        return store.find(orgId).orElse(CareSettings.STANDARD);
    }

    /** Words that end a talk, as {@link Talk#plain} writes them. */
    Set<String> closings(long orgId) {
        return settings(orgId).closings().stream().map(Talk::plain).collect(Collectors.toSet());
    }

    /** Empty: nobody is reminded of this customer. */
    Optional<CareTimes> times(long orgId, @Nullable Long wayId, long memberId) {
        CareSettings settings = settings(orgId);
        for (CareException exception : settings.exceptions()) {
            if (exception.holdsWay(wayId) && holds(exception.range(), orgId, memberId)) {
                return exception.enabled() && settings.enabled() ? Optional.of(exception.times()) : Optional.empty();
            }
        }
        return settings.enabled() ? Optional.of(settings.times()) : Optional.empty();
    }

    private boolean holds(@Nullable StartRange range, long orgId, long memberId) {
        return range == null || range.holds(audiences.starter(orgId, memberId));
    }

    /** Whoever waits now is looked at again by the new rules. */
    @Transactional
    public CareSettings set(Actor actor, CareSettings input) {
        requireAdmin(actor);
        CareSettings before = settings(actor.orgId());
        Set<Long> known = people(before);
        Set<Long> named = people(input);
        named.removeAll(known);
        if (members.present(actor, named).size() != named.size()) {
            throw CustomercareProblem.UNKNOWN_PERSON.problem();
        }
        for (CareException exception : input.exceptions()) {
            requireKnown(actor, exception);
        }
        store.set(actor, input, clock.instant());
        threads.again(actor.orgId(), null, clock.instant());
        return input;
    }

    private void requireKnown(Actor actor, CareException exception) {
        StartRange range = exception.range();
        if (range != null && !audiences.isKnown(actor, range, range.members())) {
            throw PlatformProblem.INVALID.problem("field", "range");
        }
        if (ways.findAll(actor.orgId(), exception.ways()).size()
                != exception.ways().size()) {
            throw CustomercareProblem.UNKNOWN_WAY.problem();
        }
    }

    private static Set<Long> people(CareSettings settings) {
        Set<Long> people = new HashSet<>(named(settings.times()));
        settings.exceptions().forEach(exception -> people.addAll(named(exception.times())));
        return people;
    }

    private static Collection<Long> named(CareTimes times) {
        Set<Long> people = new HashSet<>(times.colleagues());
        people.addAll(times.alert());
        return people;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw CustomercareProblem.NOT_ALLOWED.problem();
        }
    }

    /** Those of the people who are members and may act now. */
    Set<Long> present(long orgId, List<Long> people) {
        return members.present(orgId, people);
    }
}
