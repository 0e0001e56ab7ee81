package org.qiao.approvalopen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiCaller;
import org.qiao.apikey.ApiKeys;
import org.qiao.approval.ApprovalFacts;
import org.qiao.approval.ApprovalFeed;
import org.qiao.approval.Approvals;
import org.qiao.approvalopen.OpenRequests.OpenDecisionRequest;
import org.qiao.approvalopen.OpenRequests.OpenStartRequest;
import org.qiao.approvalopen.OpenViews.OpenApproval;
import org.qiao.approvalopen.OpenViews.OpenApprovalDetails;
import org.qiao.approvalopen.OpenViews.OpenChange;
import org.qiao.approvalopen.OpenViews.OpenChanges;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approvals for programs: each call acts for one member, with his rights. */
@Service
class OpenApprovals {

    private final Approvals approvals;
    private final ApprovalFeed feed;
    private final ChangeStore changes;
    private final ApiKeys keys;

    OpenApprovals(Approvals approvals, ApprovalFeed feed, ChangeStore changes, ApiKeys keys) {
        this.approvals = approvals;
        this.feed = feed;
        this.changes = changes;
        this.keys = keys;
    }

    @Transactional
    public Approvals.Started start(ApiCaller caller, OpenStartRequest request) {
        Approvals.Started started = approvals.start(
                caller.actor(),
                new Approvals.Order(
                        request.key(), request.templateId(), request.version(), request.values(), request.choices()));
        if (started.created()) {
            keys.noteStart(caller, started.id());
        }
        return started;
    }

    OpenApprovalDetails get(Actor actor, long id) {
        return OpenApprovalDetails.of(approvals.get(actor, id));
    }

    /** By exactly one of the two. */
    OpenApprovalDetails find(Actor actor, @Nullable String number, @Nullable String key) {
        if ((number == null) == (key == null)) {
            throw ApprovalopenProblem.BAD_QUESTION.problem();
        }
        Optional<Long> id = number == null
                ? approvals.findKey(actor, Objects.requireNonNull(key))
                : approvals.findNumber(actor, number);
        return get(actor, id.orElse(0L)); // 0 is nobody's: the same answer as for what he may not see
    }

    @Transactional
    public void decide(ApiCaller caller, long id, OpenDecisionRequest request) {
        approvals.decide(
                caller.actor(),
                id,
                new Approvals.Decision(
                        request.task(),
                        request.verdict().name(),
                        request.reason(),
                        request.signature(),
                        request.files(),
                        request.changes()));
        keys.noteDecision(caller, id);
    }

    /** What the member may read of everything that moved after the cursor. */
    OpenChanges changes(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        long from = Limits.key(after, 0);
        List<ChangeStore.Change> found = changes.list(actor.orgId(), from, size + 1);
        boolean more = found.size() > size;
        List<ChangeStore.Change> page = more ? found.subList(0, size) : found;
        Set<Long> readable = approvals.readable(
                actor,
                page.stream().map(ChangeStore.Change::approvalId).distinct().toList());
        Map<Long, ApprovalFacts> facts = new HashMap<>();
        feed.facts(actor.orgId(), readable).forEach(fact -> facts.put(fact.id(), fact));
        List<OpenChange> items = new ArrayList<>();
        for (ChangeStore.Change change : page) {
            ApprovalFacts fact = facts.get(change.approvalId());
            if (fact != null) {
                items.add(new OpenChange(change.no(), change.version(), OpenApproval.of(fact)));
            }
        }
        return new OpenChanges(items, page.isEmpty() ? from : page.getLast().no(), more);
    }
}
