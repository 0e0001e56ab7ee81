package org.qiao.groupguard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.qiao.customergroup.GroupMutes;
import org.qiao.customergroup.GroupTasks;
import org.qiao.groupguard.GuardLineStore.NewLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows when a rule was hit: a line in the log, and with enough of them the rule's action. The message itself was refused, so
 * what a crash loses here is only that it was tried.
 */
@Component
class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final int WAITING_MAX = 10_000;
    private static final Duration COUNTED = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(366);

    private final ArrayBlockingQueue<Incident> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final GuardRuleStore rules;
    private final GuardLineStore lines;
    private final GroupMutes mutes;
    private final GroupTasks tasks;
    private final GroupBlocks blocks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Incidents(
            GuardRuleStore rules,
            GuardLineStore lines,
            GroupMutes mutes,
            GroupTasks tasks,
            GroupBlocks blocks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.lines = lines;
        this.mutes = mutes;
        this.tasks = tasks;
        this.blocks = blocks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A customer hit a rule. */
    record Incident(long orgId, long groupId, long customerId, long ruleId, GuardTrigger trigger) {}

    /** Never waits; when too many stand in line it is not written down. */
    void add(Incident incident) {
        waiting.offer(incident);
    }

    @Scheduled(fixedDelay = 200)
    void round() {
        Incident next = waiting.poll();
        while (next != null) {
            Incident incident = next;
            try {
                transaction.executeWithoutResult(status -> handle(incident));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("A hit of a rule against spam was not written down", e);
            }
            next = waiting.poll();
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        lines.forget(clock.instant().minus(KEPT));
    }

    /** In the caller's transaction. */
    void handle(Incident incident) {
        Optional<GuardRule> found = rules.findAll(incident.orgId(), Set.of(incident.ruleId())).stream()
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        GuardRule rule = found.get();
        Instant now = clock.instant();
        lines.insert(NewLine.hit(incident, GuardAction.WARN, null), now);
        int hits = lines.hits(incident, now.minus(COUNTED));
        if (hits % rule.content().strikes() == 0) {
            act(incident, rule, now);
        }
    }

    private void act(Incident incident, GuardRule rule, Instant now) {
        long orgId = incident.orgId();
        switch (rule.content().action()) {
            case MUTE -> {
                int minutes = rule.content().muteMinutes();
                mutes.mute(orgId, incident.groupId(), incident.customerId(), minutes);
                lines.insert(NewLine.hit(incident, GuardAction.MUTE, minutes), now);
            }
            case REMOVE -> {
                tasks.remove(orgId, incident.groupId(), incident.customerId());
                lines.insert(NewLine.hit(incident, GuardAction.REMOVE, null), now);
            }
            case BLOCK -> {
                blocks.put(orgId, incident.customerId(), null, rule.name());
                lines.insert(NewLine.hit(incident, GuardAction.BLOCK, null), now);
            }
            case WARN, UNMUTE, UNBLOCK -> {} // its writer was told
        }
    }
}
