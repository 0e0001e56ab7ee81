package org.qiao.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Grant;
import org.qiao.platform.PlatformProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who exists in a company as somebody who can act. The directory decides (names, states, rights) and tells it here; every change
 * reaches open sessions with the next request.
 */
@Service
public class Principals {

    /** Nobody works in more companies than this; the list of companies shows no more. */
    static final int MAX_COMPANIES = 200;

    private final PrincipalStore store;
    private final SessionCache cache;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Principals(PrincipalStore store, SessionCache cache, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new member, enabled, without rights and not yet {@linkplain #claim claimed}.
     *
     * @param accountId from {@link Accounts#findOrCreate}; null when the company knows neither phone nor e-mail
     * @return the principal's id; account.already_member when the account is in this company
     */
    @Transactional
    public long createMember(long orgId, @Nullable Long accountId) {
        return store.insertMember(orgId, accountId, clock.instant())
                .orElseThrow(AccountProblem.ALREADY_MEMBER::problem);
    }

    /** One for each account that is new and so in no company yet. */
    @Transactional
    public Map<Long, Long> createMembers(long orgId, Collection<Long> accountIds) {
        return store.insertAll(orgId, accountIds, false, clock.instant());
    }

    /**
     * The voice of an app in the company, made when it first speaks. Committed when this returns, whatever becomes of the caller's
     * transaction: who writes next does so in another one.
     *
     * @param app {@code [a-z][a-z0-9-]*}, as "approval"
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long voice(long orgId, String app) {
        return store.findVoice(orgId, app).orElseGet(() -> {
            store.insertVoice(orgId, app, clock.instant());
            return store.findVoice(orgId, app).orElseThrow();
        });
    }

    /** Those of the ids that are voices of apps in the company: the apps, by id. */
    public Map<Long, String> voices(long orgId, Collection<Long> principalIds) {
        return principalIds.isEmpty() ? Map.of() : store.voices(orgId, principalIds);
    }

    /** The person has shown to be the owner of the account: from now on the account sees and enters the company. */
    @Transactional
    public void claim(long orgId, long principalId) {
        require(store.lockAccount(orgId, principalId));
        require(store.claim(orgId, principalId));
    }

    /**
     * Gives an existing member another account, unclaimed again, or none: after a corrected phone number, or when the member has
     * left and the account must be free to come back as a new member.
     */
    @Transactional
    public void setAccount(long orgId, long principalId, @Nullable Long accountId) {
        try {
            require(store.setAccount(orgId, principalId, accountId));
        } catch (DuplicateKeyException taken) {
            throw AccountProblem.ALREADY_MEMBER.problem();
        }
        cache.forgetAfterCommit(entry -> entry.worksAs(principalId));
        events.publishEvent(new PrincipalDisabled(principalId));
    }

    /** Disabling takes effect at once: requests get 403 and sockets close. */
    @Transactional
    public void setEnabled(long orgId, long principalId, boolean enabled) {
        require(store.setEnabled(orgId, principalId, enabled));
        cache.forgetAfterCommit(entry -> entry.worksAs(principalId));
        if (!enabled) {
            events.publishEvent(new PrincipalDisabled(principalId));
        }
    }

    @Transactional
    public void setGrants(long orgId, long principalId, Set<Grant> grants) {
        require(store.setGrants(orgId, principalId, grants));
        cache.forgetAfterCommit(entry -> entry.worksAs(principalId));
    }

    public Optional<Membership> find(long orgId, long principalId) {
        return store.find(orgId, principalId);
    }

    /** Those of the ids that are in the company, in no order. */
    public List<Membership> findAll(long orgId, Collection<Long> principalIds) {
        return store.findAll(orgId, principalIds);
    }

    /** Who owns the company: one, but for the moment of a hand-over. */
    public List<Long> owners(long orgId) {
        return store.owners(orgId);
    }

    /** The languages that people chose; who has no login is left out. */
    public Map<Long, Locale> locales(long orgId, Collection<Long> principalIds) {
        return principalIds.isEmpty() ? Map.of() : store.locales(orgId, principalIds);
    }

    /** The same people by the language they chose, for what is told to many; who has no login is told in Chinese. */
    public Map<Locale, List<Long>> byLanguage(long orgId, Collection<Long> principalIds) {
        Map<Long, Locale> locales = locales(orgId, principalIds);
        return principalIds.stream().collect(Collectors.groupingBy(id -> locales.getOrDefault(id, Locale.CHINESE)));
    }

    /** Where the account stands in the company, claimed or not: for the directory, never for the account itself. */
    public Optional<Membership> findAccount(long orgId, long accountId) {
        return store.findAccount(orgId, accountId);
    }

    /** The companies of an account that it has claimed, disabled ones included, oldest first. */
    public List<Membership> listOf(long accountId) {
        return store.listClaimed(accountId, MAX_COMPANIES);
    }

    /** The account's place in this company, if it has claimed one. */
    public Optional<Membership> findOf(long accountId, long orgId) {
        return store.findClaimed(accountId, orgId);
    }

    private static void require(boolean found) {
        if (!found) {
            throw PlatformProblem.NOT_FOUND.problem();
        }
    }
}
