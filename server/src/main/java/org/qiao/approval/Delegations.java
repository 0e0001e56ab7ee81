package org.qiao.approval;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For a period, tasks of one person go to another, who sees for whom. One hop: what reaches a delegate stays with him. */
@Service
class Delegations {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final DelegationStore store;
    private final Members members;
    private final Clock clock;

    Delegations(DelegationStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** Body of POST /api/approval-delegations. @param endsAt exclusive */
    record DelegationRequest(
            @NotNull Long toId,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt) {}

    record DelegationView(long id, Card to, Instant startsAt, Instant endsAt, boolean over) {}

    Page<DelegationView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<DelegationStore.Row> page = Page.cut(
                store.list(actor, Limits.key(after, Long.MAX_VALUE), size + 1), size, row -> Long.toString(row.id()));
        return views(actor, page);
    }

    private Page<DelegationView> views(Actor actor, Page<DelegationStore.Row> page) {
        Map<Long, Card> cards = members.cardsById(
                actor, page.items().stream().map(DelegationStore.Row::toId).toList());
        Instant now = clock.instant();
        return page.map(row -> new DelegationView(
                row.id(),
                Objects.requireNonNull(cards.get(row.toId())),
                row.startsAt(),
                row.endsAt(),
                !row.endsAt().isAfter(now)));
    }

    @Transactional
    public DelegationView create(Actor actor, DelegationRequest request) {
        long to = request.toId();
        if (to == actor.principalId() || members.present(actor, List.of(to)).isEmpty()) {
            throw ApprovalProblem.UNKNOWN_MEMBER.problem();
        }
        Duration length = Duration.between(request.startsAt(), request.endsAt());
        Instant now = clock.instant();
        if (length.isNegative()
                || length.isZero()
                || length.compareTo(LONGEST) > 0
                || !request.endsAt().isAfter(now)
                || request.startsAt().isAfter(now.plus(LONGEST))) {
            throw ApprovalProblem.BAD_PERIOD.problem();
        }
        store.lock(actor);
        if (store.crosses(actor, request.startsAt(), request.endsAt())) {
            throw ApprovalProblem.BAD_PERIOD.problem();
        }
        DelegationStore.Row row = store.insert(actor, request, now);
        return views(actor, new Page<>(List.of(row), null)).items().getFirst();
    }

    /** Harmless for one that is over. */
    @Transactional
    public void end(Actor actor, long id) {
        if (store.end(actor, id, clock.instant()).isEmpty() && !store.exists(actor, id)) {
            throw ApprovalProblem.NOT_FOUND.problem();
        }
    }

    /** Who acts for whom now; who has named nobody is left out. */
    Map<Long, Long> delegates(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : store.delegates(orgId, ids, clock.instant());
    }
}
