package org.qiao.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that let people in. Administrators make any; others only when the company allows it, and then somebody with the right
 * approves everybody who comes.
 */
@Service
class Invitations {

    /** Open ones of a company at a time. */
    private static final int MAX_OPEN = 1_000;

    private final InvitationStore store;
    private final Orgs orgs;
    private final Departments departments;
    private final Members members;
    private final Clock clock;

    Invitations(InvitationStore store, Orgs orgs, Departments departments, Members members, Clock clock) {
        this.store = store;
        this.orgs = orgs;
        this.departments = departments;
        this.members = members;
        this.clock = clock;
    }

    @Transactional
    InvitationView create(Actor actor, InvitationRequest body) {
        requireMayInvite(actor);
        if (body.departmentId() != null && !departments.exists(actor.orgId(), body.departmentId())) {
            throw OnboardingProblem.NOT_FOUND.problem();
        }
        Instant now = clock.instant();
        if (store.countOpen(actor.orgId(), now) >= MAX_OPEN) {
            throw OnboardingProblem.TOO_MANY_INVITATIONS.problem("max", MAX_OPEN);
        }
        boolean approval = body.approval() || !actor.isAdmin();
        long id = store.insert(actor, SecureTokens.create(), body, approval, now);
        return views(actor, List.of(store.get(actor.orgId(), id))).getFirst();
    }

    Page<InvitationView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        requireMayInvite(actor);
        int size = Limits.page(limit);
        Page<Invitation> page = Page.cut(
                store.list(actor.orgId(), visibleTo(actor), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                invitation -> Long.toString(invitation.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    Invitation get(Actor actor, long id) {
        requireMayInvite(actor);
        return store.find(actor.orgId(), id, visibleTo(actor)).orElseThrow(OnboardingProblem.NOT_FOUND::problem);
    }

    @Transactional
    void revoke(Actor actor, long id) {
        requireMayInvite(actor);
        if (!store.revoke(actor.orgId(), id, visibleTo(actor), clock.instant())) {
            throw OnboardingProblem.NOT_FOUND.problem();
        }
    }

    private void requireMayInvite(Actor actor) {
        if (!actor.mayAdminister() && !orgs.get(actor).settings().membersMayInvite()) {
            throw OnboardingProblem.NOT_ALLOWED.problem();
        }
    }

    /** Administrators see every invitation, others their own. */
    private static @Nullable Long visibleTo(Actor actor) {
        return actor.isAdmin() ? null : actor.principalId();
    }

    private List<InvitationView> views(Actor actor, List<Invitation> invitations) {
        Map<Long, Card> makers = members.cardsById(
                actor, invitations.stream().map(Invitation::createdBy).toList());
        Map<Long, String> names = departments.names(
                actor.orgId(),
                invitations.stream()
                        .map(Invitation::departmentId)
                        .filter(Objects::nonNull)
                        .toList());
        return invitations.stream()
                .map(it -> new InvitationView(
                        it.id(),
                        it.path(),
                        it.departmentId(),
                        it.departmentId() == null ? null : names.get(it.departmentId()),
                        it.approval(),
                        it.expiresAt(),
                        it.maxUses(),
                        it.uses(),
                        makers.get(it.createdBy()),
                        it.createdAt()))
                .toList();
    }
}
