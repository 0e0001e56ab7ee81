package org.qiao.onboarding;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Account;
import org.qiao.account.Accounts;
import org.qiao.directory.Departments;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who waits at the door, for administrators. */
@Service
class JoinRequests {

    private final JoinRequestStore store;
    private final InvitationStore invitations;
    private final Accounts accounts;
    private final Departments departments;
    private final Admissions admissions;
    private final Clock clock;

    JoinRequests(
            JoinRequestStore store,
            InvitationStore invitations,
            Accounts accounts,
            Departments departments,
            Admissions admissions,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.accounts = accounts;
        this.departments = departments;
        this.admissions = admissions;
        this.clock = clock;
    }

    /** Whoever has waited longest comes first. */
    Page<WaitingView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        requireAdmin(actor);
        int size = Limits.page(limit);
        return Page.cut(store.list(actor.orgId(), Limits.key(after, 0), size + 1), size, row -> Long.toString(row.id()))
                .map(this::view);
    }

    @Transactional
    void decide(Actor actor, long id, DecisionRequest body) {
        requireAdmin(actor);
        JoinRequestStore.Row row = store.lock(actor, id).orElseThrow(OnboardingProblem.NOT_FOUND::problem);
        if (!row.pending()) {
            throw OnboardingProblem.ALREADY_DECIDED.problem();
        }
        Long departmentId = body.departmentId();
        if (departmentId != null && !departments.exists(actor.orgId(), departmentId)) {
            throw OnboardingProblem.NOT_FOUND.problem();
        }
        store.decide(actor, id, body.accept(), clock.instant());
        if (body.accept()) {
            Long place = departmentId != null
                    ? departmentId
                    : invitations.get(actor.orgId(), row.invitationId()).departmentId();
            admissions.admit(actor.orgId(), row.accountId(), row.name(), place);
        }
    }

    private WaitingView view(JoinRequestStore.Row row) {
        Account account = accounts.get(row.accountId());
        String login = Objects.requireNonNullElse(account.phone(), Objects.requireNonNullElse(account.email(), ""));
        return new WaitingView(row.id(), row.name(), login, row.invitationId(), row.createdAt());
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw OnboardingProblem.NOT_ALLOWED.problem();
        }
    }
}
