package org.qiao.handover;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customergroup.GroupHandOvers;
import org.qiao.customergroup.GroupHandOvers.OwnedGroup;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverRequests.GroupsRequest;
import org.qiao.handover.RunStore.Run;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups with customers whose owner has left: they go to whoever takes over, with everybody in them. */
@Service
class LeaverGroups {

    private static final int PAGE = 200;

    private final Standing standing;
    private final HandOverRules rules;
    private final GroupHandOvers groups;
    private final HandOverAudit audit;
    private final TransactionTemplate transaction;

    LeaverGroups(
            Standing standing,
            HandOverRules rules,
            GroupHandOvers groups,
            HandOverAudit audit,
            PlatformTransactionManager transactions) {
        this.standing = standing;
        this.rules = rules;
        this.groups = groups;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A group that waits for its next owner. */
    record LeaverGroup(long id, String title, int members, int customers) {

        static LeaverGroup of(OwnedGroup group) {
            return new LeaverGroup(group.id(), group.title(), group.members(), group.customers());
        }
    }

    Map<Long, Integer> counts(long orgId, Collection<Long> members) {
        return groups.counts(orgId, members);
    }

    boolean owns(long orgId, long memberId) {
        return counts(orgId, List.of(memberId)).containsKey(memberId);
    }

    /** Newest first. */
    Page<LeaverGroup> list(Actor actor, long memberId, @Nullable String after, @Nullable Integer limit) {
        standing.require(actor, memberId);
        int size = Limits.page(limit);
        return Page.cut(
                        groups.list(actor.orgId(), memberId, Limits.key(after, Long.MAX_VALUE), size + 1),
                        size,
                        group -> Long.toString(group.id()))
                .map(LeaverGroup::of);
    }

    /** Some of them to one colleague. Not in one transaction; those that are not his any more stay where they are. */
    void give(Actor actor, long memberId, GroupsRequest input) {
        standing.require(actor, memberId);
        if (input.takerId() == memberId
                || !rules.taker(actor.orgId(), input.takerId(), 0).able()) {
            throw HandoverProblem.TAKER_NOT_ABLE.problem();
        }
        List<Long> given = input.groupIds().stream()
                .distinct()
                .filter(group -> groups.give(actor, group, memberId, input.takerId()))
                .toList();
        if (!given.isEmpty()) {
            note(actor, memberId, Map.of("to", input.takerId(), "groups", given));
        }
    }

    /** All of them, in turn to each of the takers; a repeat finds nothing left. */
    void spread(Run run, List<Long> takers) {
        Actor by = new Actor(run.orgId(), run.startedBy(), Set.of(), Locale.ROOT, ZoneOffset.UTC);
        int turn = 0;
        long before = Long.MAX_VALUE;
        List<OwnedGroup> page;
        do {
            page = takers.isEmpty() ? List.of() : groups.list(run.orgId(), run.memberId(), before, PAGE);
            for (OwnedGroup group : page) {
                groups.give(by, group.id(), run.memberId(), takers.get(turn++ % takers.size()));
                before = group.id();
            }
        } while (page.size() == PAGE);
        if (turn > 0) {
            note(by, run.memberId(), Map.of("run", run.id(), "groups", turn));
        }
    }

    private void note(Actor actor, long memberId, Map<String, Object> detail) {
        transaction.executeWithoutResult(
                status -> audit.record(Entry.about(actor.orgId(), memberId, AuditKind.GROUPS, actor.principalId())
                        .with(detail)));
    }
}
