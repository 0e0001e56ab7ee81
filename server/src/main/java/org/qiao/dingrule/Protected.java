package org.qiao.dingrule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.DingRule.Mode;
import org.qiao.dingrule.DingRule.Shield;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People whom only those on their white list may DING. For administrators. */
@Service
class Protected {

    static final int PEOPLE_MAX = 500;

    private final RuleStore store;
    private final Members members;
    private final DingAudit audit;
    private final Clock clock;

    Protected(RuleStore store, Members members, DingAudit audit, Clock clock) {
        this.store = store;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    record ProtectedView(Card person, Mode mode, List<Card> senders) {}

    /** Body of PUT /api/admin/ding/protected/{memberId}. */
    record ProtectRequest(
            @NotNull Mode mode, @NotNull @Size(max = 200) Set<@NotNull Long> senderIds) {}

    Page<ProtectedView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        RuleBook.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<RuleStore.Row> page = Page.cut(
                store.protectedPeople(actor.orgId(), Limits.key(after, 0), size + 1),
                size,
                row -> Long.toString(row.memberId()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    @Transactional
    ProtectedView protect(Actor actor, long memberId, ProtectRequest input) {
        RuleBook.requireAdmin(actor);
        if (!members.present(actor, Set.of(memberId)).contains(memberId)) {
            throw DingruleProblem.NOT_FOUND.problem();
        }
        if (members.present(actor, input.senderIds()).size()
                != input.senderIds().size()) {
            throw DingruleProblem.UNKNOWN_SELECTION.problem();
        }
        if (store.countOthers(actor.orgId(), memberId) >= PEOPLE_MAX) {
            throw DingruleProblem.TOO_MANY_PROTECTED.problem("max", PEOPLE_MAX);
        }
        RuleStore.Row row = new RuleStore.Row(memberId, new Shield(input.mode(), input.senderIds()));
        store.protect(actor.orgId(), row, clock.instant());
        audit.record(
                actor,
                DingAudit.Kind.PROTECTED,
                null,
                Map.of("memberId", memberId, "mode", input.mode(), "senders", input.senderIds()));
        return views(actor, List.of(row)).getFirst();
    }

    @Transactional
    void unprotect(Actor actor, long memberId) {
        RuleBook.requireAdmin(actor);
        if (!store.unprotect(actor.orgId(), memberId)) {
            throw DingruleProblem.NOT_FOUND.problem();
        }
        audit.record(actor, DingAudit.Kind.UNPROTECTED, null, Map.of("memberId", memberId));
    }

    private List<ProtectedView> views(Actor actor, List<RuleStore.Row> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> {
            ids.add(row.memberId());
            ids.addAll(row.shield().senders());
        });
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return rows.stream()
                .map(row -> new ProtectedView(
                        Objects.requireNonNull(cards.get(row.memberId())),
                        row.shield().mode(),
                        row.shield().senders().stream()
                                .sorted()
                                .map(cards::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }
}
