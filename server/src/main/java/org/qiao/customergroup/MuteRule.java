package org.qiao.customergroup;

import java.time.Clock;
import java.time.Instant;
import org.qiao.customergroup.GroupGates.Gate;
import org.qiao.messaging.SendRule;
import org.springframework.stereotype.Component;

/** Customers who are muted do not write; staff always may. */
@Component
class MuteRule implements SendRule {

    private final GroupGates gates;
    private final Clock clock;

    MuteRule(GroupGates gates, Clock clock) {
        this.gates = gates;
        this.clock = clock;
    }

    @Override
    public boolean concerns(long orgId) {
        return gates.hasGroups(orgId);
    }

    @Override
    public void check(Attempt attempt) {
        Gate gate = gates.find(attempt.orgId(), attempt.conversationId())
                .filter(found -> !found.isOpen())
                .orElse(null);
        if (gate == null || !gates.isCustomer(attempt.orgId(), attempt.senderId())) {
            return;
        }
        if (gate.mutedAll()) {
            throw CustomergroupProblem.ALL_MUTED.problem();
        }
        Instant until = gate.muted().get(attempt.senderId());
        if (until != null && until.isAfter(clock.instant())) {
            throw CustomergroupProblem.MUTED.problem("until", until.toString());
        }
    }
}
