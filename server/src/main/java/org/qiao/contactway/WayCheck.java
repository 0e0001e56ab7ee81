package org.qiao.contactway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.AttachedView;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
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
    private final WelcomeFiles files;
    private final StaffWords words;
    private final Clock clock;

    WayCheck(CustomerRules rules, Customers customers, WelcomeFiles files, StaffWords words, Clock clock) {
        this.rules = rules;
        this.customers = customers;
        this.files = files;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param before what it was; null for a new one
     * @return as it is to be written
     */
    WayContent require(Actor actor, WayContent content, @Nullable ContactWay before) {
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
        WayWelcome known = before == null ? null : before.content().welcome();
        return content.with(welcome(actor, content.welcome(), known, content.everybody()));
    }

    /**
     * First words as they are to be written, checked with what is attached. In the caller's transaction.
     *
     * @param before what they were
     * @param speakers in whose names they are said
     */
    @Nullable
    WayWelcome welcome(Actor actor, @Nullable WayWelcome raw, @Nullable WayWelcome before, Collection<Long> speakers) {
        WayWelcome welcome = files.require(actor, raw, before);
        if (welcome == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(List.of(welcome.text()));
        texts.addAll(files.words(actor.orgId(), welcome));
        requireWords(actor, WrittenPlace.WELCOME, speakers, texts);
        return files.keep(actor, welcome, before);
    }

    /** What is attached to it, in its order. */
    List<AttachedView> attached(long orgId, @Nullable WayWelcome welcome) {
        return files.ready(orgId, Collections.singletonList(welcome)).views(WayWelcome.of(welcome));
    }

    /** What will be said to customers in these people's names. In the caller's transaction. */
    void requireWords(Actor actor, WrittenPlace place, Collection<Long> speakers, List<String> texts) {
        words.require(new StaffWords.Written(
                actor.orgId(), actor.principalId(), place, "text-" + texts.hashCode(), speakers, null, texts));
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
