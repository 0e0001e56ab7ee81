package org.qiao.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ActRequests.HandOverRequest;
import org.qiao.directory.MemberDisabled;
import org.qiao.directory.MemberLeft;
import org.qiao.directory.Members;
import org.qiao.flow.Command;
import org.qiao.platform.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/** What waits for one person goes to another: by an administrator, or because he left. */
@Service
class HandOvers {

    private static final int AT_ONCE = 200;

    private final TaskStore tasks;
    private final Runs runs;
    private final Members members;

    HandOvers(TaskStore tasks, Runs runs, Members members) {
        this.tasks = tasks;
        this.runs = runs;
        this.members = members;
    }

    /** @return how many runs were changed */
    int handOver(Actor actor, HandOverRequest request) {
        members.requireManageable(actor, request.from());
        if (request.from().equals(request.to())
                || members.present(actor, List.of(request.to())).isEmpty()) {
            throw ApprovalProblem.UNKNOWN_MEMBER.problem();
        }
        return all(actor.orgId(), request.from(), request.to(), actor.principalId());
    }

    /** Nobody takes over: what the node says about nobody decides, or his superior as the engine finds him. */
    @ApplicationModuleListener
    void on(MemberLeft left) {
        all(left.orgId(), left.principalId(), null, null);
    }

    @ApplicationModuleListener
    void on(MemberDisabled disabled) {
        all(disabled.orgId(), disabled.principalId(), null, null);
    }

    /** Run by run, each in a transaction of its own: what a crash leaves undone is found again. */
    private int all(long orgId, long from, @Nullable Long to, @Nullable Long by) {
        int changed = 0;
        long after = 0;
        List<Long> waiting;
        do {
            waiting = tasks.waiting(orgId, from, after, AT_ONCE);
            for (long id : waiting) {
                runs.act(orgId, id, _ -> new Command.HandOver(by, from, to));
                changed++;
                after = id;
            }
        } while (waiting.size() == AT_ONCE);
        return changed;
    }
}
