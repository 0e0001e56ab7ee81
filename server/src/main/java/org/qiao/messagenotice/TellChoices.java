package org.qiao.messagenotice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.messagenotice.TellingStore.Person;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a company and its members want to be told about messages. */
@Service
class TellChoices {

    private static final Duration QUIET_MOST = Duration.ofDays(30);

    private final TellingStore store;
    private final CallStore calls;
    private final DigestStore digests;
    private final Orgs orgs;
    private final Members members;
    private final Notices notices;
    private final Clock clock;

    TellChoices(
            TellingStore store,
            CallStore calls,
            DigestStore digests,
            Orgs orgs,
            Members members,
            Notices notices,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.digests = digests;
        this.orgs = orgs;
        this.members = members;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A person's settings as his page shows them.
     *
     * @param own false: these are the company's
     * @param previewHidden the company lets no text of messages leave Qiao
     * @param mail the company can send e-mail
     * @param address the company knows an e-mail address of the person
     */
    record TellingView(
            TellSettings settings,
            boolean own,
            @Nullable Instant quietUntil,
            boolean previewHidden,
            boolean mail,
            boolean address,
            String zone) {}

    /** What holds for each of these people. */
    Map<Long, Wish> wishes(long orgId, Collection<Long> ids) {
        CompanyTelling company = company(orgId);
        ZoneId zone = zone(orgId);
        Map<Long, Person> chosen = store.people(orgId, ids);
        Map<Long, Wish> wishes = new HashMap<>();
        ids.forEach(id -> wishes.put(id, wish(company, chosen.getOrDefault(id, Person.UNKNOWN), zone)));
        return wishes;
    }

    private static Wish wish(CompanyTelling company, Person person, ZoneId zone) {
        TellSettings chosen = person.settings() == null ? company.standard() : person.settings();
        return new Wish(
                company.hidePreview() ? chosen.withoutPreview() : chosen,
                person.settings() != null,
                person.quietUntil(),
                zone);
    }

    CompanyTelling company(long orgId) {
        return store.company(orgId).orElse(CompanyTelling.STANDARD);
    }

    ZoneId zone(long orgId) {
        return ZoneId.of(orgs.get(orgId).zone());
    }

    /** At which times of the day somebody in the company may have a digest. */
    Set<LocalTime> digestTimes(long orgId, CompanyTelling company) {
        Set<LocalTime> times = new HashSet<>(store.digestTimes(orgId));
        if (company.standard().digest()) {
            times.add(company.standard().digestAt());
        }
        return times;
    }

    TellingView get(Actor actor) {
        Person person = store.people(actor.orgId(), List.of(actor.principalId()))
                .getOrDefault(actor.principalId(), Person.UNKNOWN);
        CompanyTelling company = company(actor.orgId());
        Instant quiet = person.quietUntil();
        Members.Contact contact =
                members.contacts(actor.orgId(), List.of(actor.principalId())).get(actor.principalId());
        return new TellingView(
                person.settings() == null ? company.standard() : person.settings(),
                person.settings() != null,
                quiet != null && quiet.isAfter(clock.instant()) ? quiet : null,
                company.hidePreview(),
                notices.isReady(actor.orgId(), Channel.EMAIL),
                contact != null && contact.email() != null,
                actor.zone().getId());
    }

    @Transactional
    public TellingView change(Actor actor, TellSettings settings) {
        requireSound(settings);
        store.setPerson(actor.orgId(), actor.principalId(), settings);
        changed(actor);
        hurry(actor, settings);
        return get(actor);
    }

    /** The company's settings hold again. */
    @Transactional
    public TellingView reset(Actor actor) {
        store.setPerson(actor.orgId(), actor.principalId(), null);
        changed(actor);
        return get(actor);
    }

    /** @param until null: told again from now on */
    @Transactional
    public TellingView quiet(Actor actor, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(QUIET_MOST)))) {
            throw MessagenoticeProblem.BAD_QUIET_UNTIL.problem("days", QUIET_MOST.toDays());
        }
        store.setQuiet(actor.orgId(), actor.principalId(), until);
        changed(actor);
        return get(actor);
    }

    /** What waits for a moment is looked at again under the new settings. */
    private void changed(Actor actor) {
        calls.hurry(actor, clock.instant());
    }

    CompanyTelling getCompany(Actor actor) {
        requireAdmin(actor);
        return company(actor.orgId());
    }

    @Transactional
    public CompanyTelling changeCompany(Actor actor, CompanyTelling settings) {
        requireAdmin(actor);
        requireSound(settings.standard());
        store.setCompany(actor.orgId(), settings, clock.instant());
        hurry(actor, settings.standard());
        return settings;
    }

    /** The clock may be waiting for a later time of the day. */
    private void hurry(Actor actor, TellSettings settings) {
        if (settings.digest()) {
            Instant next = Digests.next(clock.instant(), zone(actor.orgId()), Set.of(settings.digestAt()));
            digests.hurry(actor.orgId(), next);
        }
    }

    private static void requireSound(TellSettings settings) {
        if (settings.hours() != null && !settings.hours().isSound()) {
            throw MessagenoticeProblem.BAD_HOURS.problem();
        }
        if (!settings.isDigestTimeSound()) {
            throw MessagenoticeProblem.BAD_DIGEST_TIME.problem();
        }
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw MessagenoticeProblem.NOT_ALLOWED.problem();
        }
    }
}
