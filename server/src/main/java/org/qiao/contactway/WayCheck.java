package org.qiao.contactway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.file.Files;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** What is checked before a code is written. */
@Component
class WayCheck {

    static final int CODES_MAX = 10_000;

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(14);

    private final CustomerRules rules;
    private final Customers customers;
    private final Files files;
    private final StaffWords words;
    private final Clock clock;

    WayCheck(CustomerRules rules, Customers customers, Files files, StaffWords words, Clock clock) {
        this.rules = rules;
        this.customers = customers;
        this.files = files;
        this.words = words;
        this.clock = clock;
    }

    /** @param before what it was; null for a new one */
    void require(Actor actor, WayContent content, @Nullable ContactWay before) {
        if (!content.isSound()) {
            throw ContactwayProblem.BAD_SLOT.problem("field", "slots");
        }
        Set<Long> people = new HashSet<>(content.everybody());
        if (before != null) {
            people.removeAll(before.everybody()); // who has left stays until he is taken out
        }
        if (rules.eligible(actor.orgId(), people).size() != people.size()) {
            throw ContactwayProblem.UNKNOWN_PEOPLE.problem();
        }
        requireOwnPeople(actor, people);
        requireFiles(
                actor,
                content.welcome(),
                before == null ? null : before.content().welcome());
        WayWelcome welcome = content.welcome();
        if (welcome != null) {
            requireWords(actor, WrittenPlace.WELCOME, content.everybody(), welcome.text());
        }
    }

    /** What will be said to customers in these people's names. In the caller's transaction. */
    void requireWords(Actor actor, WrittenPlace place, Collection<Long> speakers, String text) {
        words.require(new StaffWords.Written(
                actor.orgId(), actor.principalId(), place, "text-" + text.hashCode(), speakers, null, List.of(text)));
    }

    /** Administrators may name anybody, others themselves and whom they lead. */
    private void requireOwnPeople(Actor actor, Set<Long> people) {
        if (actor.isAdmin()) {
            return;
        }
        Set<Long> others = new HashSet<>(people);
        others.remove(actor.principalId());
        if (!others.isEmpty() && !customers.ledBy(actor).containsAll(others)) {
            throw ContactwayProblem.NOT_YOUR_PEOPLE.problem();
        }
    }

    /** Uploads of the actor, or those that were there before. */
    void requireFiles(Actor actor, @Nullable WayWelcome welcome, @Nullable WayWelcome before) {
        if (welcome == null) {
            return;
        }
        Set<Long> fresh = new HashSet<>(welcome.files());
        if (before != null) {
            fresh.removeAll(before.files());
        }
        if (files.own(actor, fresh).size() != fresh.size()) {
            throw ContactwayProblem.UNKNOWN_FILE.problem();
        }
    }

    /** A temporary code lives for 1 to 14 days from now; 0: for ever. */
    @Nullable
    Instant end(@Nullable Integer days) {
        if (days == null || days == 0) {
            return null;
        }
        Duration life = Duration.ofDays(days);
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw ContactwayProblem.BAD_END.problem("max", LONGEST.toDays());
        }
        return clock.instant().plus(life);
    }
}
