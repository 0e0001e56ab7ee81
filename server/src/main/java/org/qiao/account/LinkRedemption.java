package org.qiao.account;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The moment a link is used: everything is looked at again under the account's lock, then it happens once. */
@Service
class LinkRedemption {

    private final LinkStore links;
    private final AccountStore accounts;
    private final Principals principals;
    private final Sessions sessions;
    private final Clock clock;

    LinkRedemption(LinkStore links, AccountStore accounts, Principals principals, Sessions sessions, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.principals = principals;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param seen what the link asked for when the password was checked or hashed
     * @param passwordHash the new password of a RESET
     */
    @Transactional
    void redeem(byte[] tokenHash, Link seen, @Nullable String passwordHash) {
        accounts.lock(seen.accountId());
        Instant now = clock.instant();
        LinkStore.Row row = links.find(tokenHash).orElseThrow(AccountProblem.LINK_USED::problem);
        if (row.takesOver()) {
            throw AccountProblem.RESET_ELSEWHERE.problem();
        }
        if (row.purpose() != seen.purpose() || !links.use(tokenHash, seen.orgId(), now)) {
            throw AccountProblem.LINK_USED.problem();
        }
        if (passwordHash != null) {
            accounts.setPassword(seen.accountId(), passwordHash);
            links.useOthers(seen.accountId(), now);
            sessions.revokeAll(seen.accountId());
        }
        principals.claim(seen.orgId(), seen.principalId());
    }
}
