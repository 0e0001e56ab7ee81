package org.qiao.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links: the way a person gets hold of an account that somebody else typed in, or back into one. An administrator hands
 * them over; whoever opens the link is believed to be the member of that company, and of no other.
 */
@Service
public class Links {

    public static final Duration RESET_LIFE = Duration.ofHours(24);

    private static final String PATH = "/link/";

    private final LinkStore store;
    private final PrincipalStore principals;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Credentials credentials;
    private final LinkRedemption redemption;
    private final Clock clock;

    Links(
            LinkStore store,
            PrincipalStore principals,
            Accounts accounts,
            Passwords passwords,
            Credentials credentials,
            LinkRedemption redemption,
            Clock clock) {
        this.store = store;
        this.principals = principals;
        this.accounts = accounts;
        this.passwords = passwords;
        this.credentials = credentials;
        this.redemption = redemption;
        this.clock = clock;
    }

    /**
     * A link for a member of the administrator's company. Only the owner may make one for somebody with administrative rights,
     * else an administrator could become the owner. The answer is the same whether or not the account existed before.
     */
    @Transactional
    public CreatedLink createReset(Actor actor, long principalId) {
        if (!actor.isAdmin()) {
            throw PlatformProblem.FORBIDDEN.problem();
        }
        Membership member = principals.find(actor.orgId(), principalId).orElseThrow(PlatformProblem.NOT_FOUND::problem);
        boolean self = principalId == actor.principalId();
        if (!member.grants().isEmpty() && !self && !actor.isOwner()) {
            throw PlatformProblem.FORBIDDEN.problem();
        }
        Long accountId = member.accountId();
        if (accountId == null) {
            throw AccountProblem.NO_LOGIN.problem();
        }
        if (!member.enabled()) {
            throw AccountProblem.TARGET_DISABLED.problem();
        }
        if (member.claimed() && principals.isElsewhere(accountId, actor.orgId())) {
            throw AccountProblem.RESET_ELSEWHERE.problem();
        }
        Link link = new Link(
                Link.Purpose.RESET,
                accountId,
                actor.orgId(),
                principalId,
                clock.instant().plus(RESET_LIFE));
        return create(link, actor.principalId());
    }

    /** Signs in without a password. Only for the server itself, never at somebody's request. */
    @Transactional
    public CreatedLink createLogin(long orgId, long principalId, Duration life) {
        Membership member = principals.find(orgId, principalId).orElseThrow(PlatformProblem.NOT_FOUND::problem);
        Long accountId = member.accountId();
        if (accountId == null) {
            throw AccountProblem.NO_LOGIN.problem();
        }
        return create(
                new Link(
                        Link.Purpose.LOGIN,
                        accountId,
                        orgId,
                        principalId,
                        clock.instant().plus(life)),
                null);
    }

    /** Refuses with 404 a link that never was, with 410 one that was used or has expired. */
    public Link find(String token) {
        return row(token).link();
    }

    /**
     * Uses the link up; the caller then opens a session for the account.
     *
     * @param password the new one for RESET, the present one for JOIN
     * @param address the caller's, see {@link Clients#address}
     */
    public Link use(String token, @Nullable String password, String address) {
        LinkStore.Row row = row(token);
        if (row.takesOver()) {
            throw AccountProblem.RESET_ELSEWHERE.problem();
        }
        Link link = row.link();
        if (link.purpose() != Link.Purpose.LOGIN && (password == null || password.isEmpty())) {
            throw AccountProblem.PASSWORD_REQUIRED.problem();
        }
        String newHash = null;
        if (link.purpose() == Link.Purpose.RESET && password != null) {
            newHash = passwords.hash(password, accounts.get(link.accountId()));
        } else if (link.purpose() == Link.Purpose.JOIN && password != null) {
            credentials.confirm(link.accountId(), password, address);
        }
        redemption.redeem(SecureTokens.hash(token), link, newHash);
        return link;
    }

    private LinkStore.Row row(String token) {
        LinkStore.Row row = store.find(SecureTokens.hash(token)).orElseThrow(PlatformProblem.NOT_FOUND::problem);
        if (!row.works(clock.instant())) {
            throw AccountProblem.LINK_USED.problem();
        }
        return row;
    }

    private CreatedLink create(Link link, @Nullable Long createdBy) {
        String token = SecureTokens.create();
        Instant now = clock.instant();
        store.insert(SecureTokens.hash(token), link, createdBy, now);
        return new CreatedLink(PATH + token, link.expiresAt());
    }
}
