package org.qiao.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.AccountProblem;
import org.qiao.account.Accounts;
import org.qiao.account.Login;
import org.qiao.account.Membership;
import org.qiao.account.Principals;
import org.qiao.naming.PlainText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coming in through an invitation. */
@Service
class Joins {

    private static final int MAX_WAITING = 1_000;

    private final InvitationStore invitations;
    private final JoinRequestStore requests;
    private final Accounts accounts;
    private final Principals principals;
    private final Admissions admissions;
    private final Clock clock;

    Joins(
            InvitationStore invitations,
            JoinRequestStore requests,
            Accounts accounts,
            Principals principals,
            Admissions admissions,
            Clock clock) {
        this.invitations = invitations;
        this.requests = requests;
        this.accounts = accounts;
        this.principals = principals;
        this.admissions = admissions;
        this.clock = clock;
    }

    /** Who came, and as whom; no member while somebody has to approve. */
    record Arrival(long accountId, @Nullable Long memberId) {}

    /** Refuses with 404 a token that never was, with 410 one that lets nobody in any more. */
    Invitation open(String token) {
        Invitation invitation = invitations.findByToken(token).orElseThrow(OnboardingProblem.NOT_FOUND::problem);
        if (!invitation.works(clock.instant())) {
            throw OnboardingProblem.INVITATION_GONE.problem();
        }
        return invitation;
    }

    /**
     * A newcomer makes an account. A login that exists must sign in first: a link that many people hold proves nothing about
     * whose account it is.
     *
     * @param passwordHash hashed before, because hashing waits
     */
    @Transactional
    Arrival arrive(Invitation invitation, JoinRequest body, Login login, String passwordHash) {
        Locale locale = Locale.forLanguageTag(body.locale() == null ? "zh-CN" : body.locale());
        long accountId = accounts.create(login, passwordHash, locale);
        return enter(invitation, accountId, body.name(), invitation.approval());
    }

    /** Somebody with an account comes in. Who has left this company needs an approval to come back. */
    @Transactional
    Arrival arrive(Invitation invitation, JoinRequest body, long accountId) {
        Optional<Membership> known = principals.findAccount(invitation.orgId(), accountId);
        if (known.isPresent() && known.get().enabled()) {
            if (!known.get().claimed()) {
                throw AccountProblem.ALREADY_MEMBER.problem();
            }
            return new Arrival(accountId, known.get().principalId());
        }
        return enter(invitation, accountId, body.name(), invitation.approval() || known.isPresent());
    }

    private Arrival enter(Invitation invitation, long accountId, String rawName, boolean approval) {
        String name = PlainText.clean(rawName);
        if (name.isEmpty()) {
            throw OnboardingProblem.BAD_NAME.problem("field", "name");
        }
        Instant now = clock.instant();
        if (!approval) {
            use(invitation, now);
            long memberId = admissions.admit(invitation.orgId(), accountId, name, invitation.departmentId());
            return new Arrival(accountId, memberId);
        }
        if (requests.count(invitation.orgId()) >= MAX_WAITING) {
            throw OnboardingProblem.TOO_MANY_WAITING.problem();
        }
        if (requests.insert(invitation, accountId, name, now)) {
            use(invitation, now);
        }
        return new Arrival(accountId, null);
    }

    private void use(Invitation invitation, Instant now) {
        if (!invitations.use(invitation, now)) {
            throw OnboardingProblem.INVITATION_GONE.problem();
        }
    }
}
