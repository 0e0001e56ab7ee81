package org.qiao.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.WayHandOvers;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverRequests.PassOnRequest;
import org.qiao.handover.HandOverRequests.PassOnResults;
import org.qiao.handover.LeaverStore.Leaver;
import org.qiao.handover.LeaverStore.LeaverKind;
import org.qiao.handover.Offers.Order;
import org.qiao.handover.RunStore.HandOverRunView;
import org.qiao.handover.RunStore.Run;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.CustomerConversations.Waiting;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who left or are locked out, and the customers who have nobody since: for administrators and whoever led them. */
@Service
class Leavers {

    private static final int AT_ONCE = 200;

    private final LeaverStore store;
    private final RunStore runs;
    private final Standing standing;
    private final HandOverRules rules;
    private final Offers offers;
    private final Office office;
    private final Clock clock;

    Leavers(
            LeaverStore store,
            RunStore runs,
            Standing standing,
            HandOverRules rules,
            Offers offers,
            Office office,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.standing = standing;
        this.rules = rules;
        this.offers = offers;
        this.office = office;
        this.clock = clock;
    }

    /** What other modules and parts know. */
    @Component
    record Office(
            Members members,
            Customers customers,
            CustomerRelations relations,
            CustomerConversations conversations,
            WayHandOvers ways,
            LeaverGroups groups,
            HandOverAudit audit,
            EachAlone alone) {}

    /**
     * Somebody who serves no more.
     *
     * @param customers who have nobody
     * @param waiting of them those who wrote and were not read
     * @param ways codes in which he stands
     * @param groups with customers that he owns
     * @param until so long his customers can be given away
     * @param run the last time when all of them were given away at once
     */
    record LeaverView(
            Card member,
            LeaverKind kind,
            Instant since,
            int customers,
            int waiting,
            int ways,
            int groups,
            Instant until,
            @Nullable HandOverRunView run) {}

    /**
     * Newest members first.
     *
     * @param open only those who still have customers, stand in codes, or own groups
     */
    @Transactional(readOnly = true)
    public Page<LeaverView> list(Actor actor, boolean open, @Nullable String before, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Set<Long> leads = standing.leads(actor);
        List<LeaverView> found = new ArrayList<>();
        long key = Limits.key(before, Long.MAX_VALUE);
        List<Leaver> some;
        do {
            some = store.list(actor.orgId(), leads, key, AT_ONCE);
            views(actor, some).stream()
                    .filter(view -> !open || view.customers() > 0 || view.ways() > 0 || view.groups() > 0)
                    .forEach(found::add);
            key = some.isEmpty() ? 0 : some.getLast().memberId();
        } while (some.size() == AT_ONCE && found.size() <= size);
        List<LeaverView> cut = found.subList(0, Math.min(found.size(), size + 1));
        return Page.cut(cut, size, view -> Long.toString(view.member().id()));
    }

    @Transactional(readOnly = true)
    public LeaverView get(Actor actor, long memberId) {
        return views(actor, List.of(standing.require(actor, memberId))).getFirst();
    }

    private List<LeaverView> views(Actor actor, List<Leaver> some) {
        List<Long> ids = some.stream().map(Leaver::memberId).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Card> cards = office.members().cardsById(actor, ids);
        Map<Long, Integer> loads = office.relations().loads(actor.orgId(), ids);
        Map<Long, Integer> waiting = office.conversations().waitingThreads(actor.orgId(), ids);
        Map<Long, Integer> ways = office.ways().counts(actor.orgId(), ids);
        Map<Long, Integer> groups = office.groups().counts(actor.orgId(), ids);
        Map<Long, Run> last = runs.last(actor.orgId(), ids);
        Duration within = rules.settings(actor.orgId()).afterLeaving();
        return some.stream()
                .map(leaver -> new LeaverView(
                        Objects.requireNonNull(cards.get(leaver.memberId())),
                        leaver.kind(),
                        leaver.since(),
                        loads.getOrDefault(leaver.memberId(), 0),
                        waiting.getOrDefault(leaver.memberId(), 0),
                        ways.getOrDefault(leaver.memberId(), 0),
                        groups.getOrDefault(leaver.memberId(), 0),
                        leaver.since().plus(within),
                        run(last, leaver)))
                .toList();
    }

    private static @Nullable HandOverRunView run(Map<Long, Run> last, Leaver leaver) {
        Run run = last.get(leaver.memberId());
        return run == null ? null : HandOverRunView.of(run);
    }

    /**
     * A customer who has nobody.
     *
     * @param messages what he wrote and nobody has read
     * @param waitingSince when the first of it came
     */
    record UnassignedLine(
            long relationId,
            CustomerCard customer,
            String remark,
            AddWay addWay,
            Instant openedAt,
            int messages,
            @Nullable Instant waitingSince) {}

    /** In the order in which they came to him. */
    @Transactional(readOnly = true)
    public Page<UnassignedLine> customers(Actor actor, long memberId, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        standing.require(actor, memberId);
        Page<CustomerRelation> page = Page.cut(
                office.relations().ofMember(actor.orgId(), memberId, Limits.key(after, 0), size + 1),
                size,
                relation -> Long.toString(relation.id()));
        Map<Long, CustomerCard> cards = office.customers()
                .cardsById(
                        actor.orgId(),
                        page.items().stream().map(CustomerRelation::customerId).toList());
        List<Long> threads = page.items().stream()
                .map(CustomerRelation::conversationId)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, Waiting> waiting = new HashMap<>(office.conversations().waiting(actor.orgId(), memberId, threads));
        return page.map(relation -> {
            Long thread = relation.conversationId();
            Waiting waits = thread == null ? null : waiting.get(thread);
            return new UnassignedLine(
                    relation.id(),
                    Objects.requireNonNull(cards.get(relation.customerId())),
                    relation.remark().text(),
                    relation.addWay(),
                    relation.openedAt(),
                    waits == null ? 0 : waits.messages(),
                    waits == null ? null : waits.since());
        });
    }

    /** Some of his customers go to one colleague, at once. Not in one transaction: what is refused is said for each. */
    PassOnResults assign(Actor actor, long memberId, PassOnRequest input) {
        Leaver leaver = standing.require(actor, memberId);
        Order order = new Order(input.takerId(), actor.principalId(), input.words());
        return office.alone()
                .run(input.relationIds(), id -> offers.giveAway(ofLeaver(leaver, id), order, gone(leaver), null));
    }

    Duration gone(Leaver leaver) {
        return Duration.between(leaver.since(), clock.instant());
    }

    private CustomerRelation ofLeaver(Leaver leaver, long relationId) {
        CustomerRelation relation = offers.relation(leaver.orgId(), relationId);
        if (relation.memberId() != leaver.memberId()) {
            throw HandoverProblem.NOT_FOUND.problem();
        }
        return relation;
    }

    /**
     * Whoever stands in his codes from now on; his own card leads there, too.
     *
     * @return how many were changed
     */
    @Transactional
    public int ways(Actor actor, long memberId, @Nullable Long takerId) {
        standing.require(actor, memberId);
        if (takerId != null
                && (takerId == memberId
                        || !rules.taker(actor.orgId(), takerId, 0).able())) {
            throw HandoverProblem.TAKER_NOT_ABLE.problem();
        }
        List<Long> changed = office.ways().replace(actor.orgId(), memberId, takerId);
        office.audit()
                .record(Entry.about(actor.orgId(), memberId, AuditKind.WAYS, actor.principalId())
                        .with(Map.of("to", takerId == null ? 0 : takerId, "ways", changed)));
        return changed.size();
    }
}
