package org.qiao.moment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.StaffWords.Written;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides, and who may do what. */
@Service
class MomentRules {

    private final MomentSettingStore store;
    private final CustomerRules customerRules;
    private final Customers customers;
    private final Audiences audiences;
    private final Orgs orgs;
    private final StaffWords words;
    private final Clock clock;

    MomentRules(
            MomentSettingStore store,
            CustomerRules customerRules,
            Customers customers,
            Audiences audiences,
            Orgs orgs,
            StaffWords words,
            Clock clock) {
        this.store = store;
        this.customerRules = customerRules;
        this.customers = customers;
        this.audiences = audiences;
        this.orgs = orgs;
        this.words = words;
        this.clock = clock;
    }

    MomentSettings settings(long orgId) {
        return store.find(orgId).orElse(MomentSettings.STANDARD);
    }

    @Transactional
    MomentSettings set(Actor actor, MomentSettings input) {
        requireAdmin(actor);
        store.set(actor, input, clock.instant());
        return input;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw MomentProblem.NOT_ALLOWED.problem();
        }
    }

    /** Company moments are the administrators', personal ones of whoever may have customers, if the company lets him. */
    void requireMay(Actor actor, MomentKind kind) {
        if (kind == MomentKind.COMPANY) {
            requireAdmin(actor);
            return;
        }
        if (!settings(actor.orgId()).membersMay()) {
            throw MomentProblem.NOT_ALLOWED.problem();
        }
        customerRules.requireEligible(actor);
    }

    /** Refuses what the company forbids to say to customers; in whoever's name it will be shown. In the caller's transaction. */
    void requireWords(Actor author, MomentContent content, Collection<Long> speakers) {
        words.require(new Written(
                author.orgId(),
                author.principalId(),
                WrittenPlace.MOMENT,
                "moment-" + content.hashCode(),
                speakers,
                null,
                texts(content)));
    }

    /** An answer under a moment. @param customerId whose thread it is in; null: said to all */
    void requireWords(Actor author, String answer, @Nullable Long customerId) {
        words.require(new Written(
                author.orgId(),
                author.principalId(),
                WrittenPlace.COMMENT,
                "comment-" + answer.hashCode() + "-" + customerId,
                Set.of(author.principalId()),
                customerId,
                List.of(answer)));
    }

    /** The rules may be others than when it was written. */
    boolean mayGo(Moment moment) {
        return words.mayGo(Written.own(
                moment.orgId(),
                moment.creatorId(),
                WrittenPlace.MOMENT,
                "due-" + moment.id(),
                texts(moment.content())));
    }

    private static List<String> texts(MomentContent content) {
        MomentContent.MomentLink link = content.link();
        return link == null ? List.of(content.text()) : List.of(content.text(), link.title(), link.url());
    }

    /** Refuses a range that names what there is not. */
    void requireKnown(Actor actor, StartRange senders) {
        if (!audiences.isKnown(actor, senders, Set.of())) {
            throw MomentProblem.BAD_SENDERS.problem();
        }
    }

    /** Who of the range may have customers, in the order of their ids. */
    Set<Long> senders(long orgId, StartRange range) {
        return new TreeSet<>(customerRules.eligible(orgId, audiences.people(orgId, range)));
    }

    boolean isSender(long orgId, long memberId) {
        return !customerRules.eligible(orgId, Set.of(memberId)).isEmpty();
    }

    /** Himself, whoever leads him, and administrators. */
    boolean mayLookAt(Actor actor, long authorId) {
        return authorId == actor.principalId()
                || actor.isAdmin()
                || customers.ledBy(actor).contains(authorId);
    }

    /** The people whom the actor leads. */
    Collection<Long> led(Actor actor) {
        return customers.ledBy(actor);
    }

    LocalDate month(long orgId, Instant at) {
        return at.atZone(zone(orgId)).toLocalDate().withDayOfMonth(1);
    }

    /** A day of the company. */
    record Day(Instant from, Instant until) {}

    Day day(long orgId, Instant at) {
        ZoneId zone = zone(orgId);
        LocalDate day = at.atZone(zone).toLocalDate();
        return new Day(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private ZoneId zone(long orgId) {
        return ZoneId.of(orgs.get(orgId).zone());
    }
}
