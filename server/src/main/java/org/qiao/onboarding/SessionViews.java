package org.qiao.onboarding;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Accounts;
import org.qiao.account.Membership;
import org.qiao.account.Principals;
import org.qiao.account.SignedIn;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.Duty;
import org.springframework.stereotype.Service;

/** Puts the answer together that every way in ends with. */
@Service
class SessionViews {

    private final Accounts accounts;
    private final Principals principals;
    private final Members members;
    private final Orgs orgs;
    private final List<Duty.Roster> rosters;
    private final Clock clock;

    SessionViews(
            Accounts accounts,
            Principals principals,
            Members members,
            Orgs orgs,
            List<Duty.Roster> rosters,
            Clock clock) {
        this.accounts = accounts;
        this.principals = principals;
        this.members = members;
        this.orgs = orgs;
        this.rosters = rosters;
        this.clock = clock;
    }

    SessionView of(SignedIn signedIn) {
        Actor actor = signedIn.actor();
        return new SessionView(
                accounts.get(signedIn.accountId()),
                actor == null ? null : members.get(actor, actor.principalId()),
                signedIn.disabled(),
                companies(signedIn.accountId(), actor),
                actor == null ? Set.of() : actor.grants(),
                actor == null ? Set.of() : duties(actor),
                actor == null ? null : orgs.get(actor),
                clock.instant(),
                null);
    }

    private Set<Duty> duties(Actor actor) {
        return rosters.stream()
                .filter(roster -> roster.includes(actor))
                .map(Duty.Roster::duty)
                .collect(Collectors.toSet());
    }

    private List<CompanyView> companies(long accountId, @Nullable Actor actor) {
        List<Membership> memberships = principals.listOf(accountId);
        Map<Long, String> names =
                orgs.names(memberships.stream().map(Membership::orgId).toList());
        return memberships.stream()
                .map(membership -> new CompanyView(
                        membership.orgId(),
                        names.getOrDefault(membership.orgId(), ""),
                        membership.principalId(),
                        membership.enabled(),
                        actor != null && actor.principalId() == membership.principalId()))
                .toList();
    }
}
