package org.qiao.groupguard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.customergroup.GroupGates;
import org.qiao.customergroup.GroupGates.Gate;
import org.qiao.groupguard.GuardBook.Ready;
import org.qiao.groupguard.Incidents.Incident;
import org.qiao.groupguard.SpamJudge.Said;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.SendRule;
import org.springframework.stereotype.Component;

/** Refuses what customers may not write in groups, from memory; what follows is done elsewhere and later. Staff write what they want. */
@Component
class SpamGuard implements SendRule {

    private final GroupGates gates;
    private final GuardBook book;
    private final Floods floods;
    private final Incidents incidents;
    private final Clock clock;

    SpamGuard(GroupGates gates, GuardBook book, Floods floods, Incidents incidents, Clock clock) {
        this.gates = gates;
        this.book = book;
        this.floods = floods;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public boolean concerns(long orgId) {
        return gates.hasGroups(orgId);
    }

    @Override
    public void check(Attempt attempt) {
        Optional<Gate> gate = gates.find(attempt.orgId(), attempt.conversationId());
        if (gate.isEmpty()) {
            return;
        }
        List<Ready> rules = book.of(attempt.orgId(), gate.get().groupId());
        if (rules.isEmpty() || !gates.isCustomer(attempt.orgId(), attempt.senderId())) {
            return;
        }
        Instant now = clock.instant();
        Floods.Recent recent = floods.add(attempt.conversationId(), attempt.senderId(), attempt.key(), now);
        String text = attempt.text();
        Said said = text == null ? null : Said.of(text);
        boolean picture = attempt.kind() == EntryKind.IMAGE;
        for (Ready ready : rules) {
            GuardRule rule = ready.rule();
            SpamRule.Flood flood = rule.content().flood();
            Optional<GuardTrigger> hit = flood != null && recent.isTooMuch(flood, now)
                    ? Optional.of(GuardTrigger.FLOOD)
                    : ready.judge().judge(picture, said);
            if (hit.isPresent()) {
                incidents.add(
                        new Incident(attempt.orgId(), gate.get().groupId(), attempt.senderId(), rule.id(), hit.get()));
                throw GroupguardProblem.REFUSED.problem("trigger", hit.get().name());
            }
        }
    }
}
