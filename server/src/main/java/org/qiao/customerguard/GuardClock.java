package org.qiao.customerguard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.qiao.customerguard.AlertStore.Alert;
import org.qiao.customerguard.HitListStore.Hit;
import org.qiao.customerguard.HitStore.Untold;
import org.qiao.platform.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what was written down: which finds are real, which deeds are alerts, and who has to be told. Keeps nothing in memory. */
@Component
class GuardClock {

    private static final Logger LOG = LoggerFactory.getLogger(GuardClock.class);
    private static final int AT_ONCE = 200;

    /** A rule's people get one card for all that it finds within this time. */
    static final Duration BETWEEN_CARDS = Duration.ofMinutes(10);

    /** So long an excerpt is kept. */
    static final Duration KEPT = Duration.ofDays(365);

    private final HitStore hits;
    private final HitListStore lists;
    private final AlertStore alertStore;
    private final Settlement settlement;
    private final Deeds deeds;
    private final Telling telling;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    GuardClock(
            HitStore hits,
            HitListStore lists,
            AlertStore alertStore,
            Settlement settlement,
            Deeds deeds,
            Telling telling,
            Clock clock) {
        this.hits = hits;
        this.lists = lists;
        this.alertStore = alertStore;
        this.settlement = settlement;
        this.deeds = deeds;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who is told of what. */
    @Component
    record Telling(RuleStore rules, Alerts alerts, GuardNews news) {}

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return;
        }
        try {
            alone("settled", () -> settlement.settle(AT_ONCE));
            alone("judged", () -> deeds.judge(AT_ONCE));
            alone("told", this::tellHits);
            alone("told", this::tellAlerts);
        } finally {
            running.unlock();
        }
    }

    /** One that fails keeps no other from its turn. */
    private static void alone(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // an edge: half a second later is another try
            LOG.warn("What was seen with customers was not {} yet", what, e);
        }
    }

    private void tellHits() {
        Instant now = clock.instant();
        for (Untold some : hits.untold(now.minus(BETWEEN_CARDS), now, AT_ONCE)) {
            try {
                tell(some);
            } catch (RuntimeException e) { // an edge: one rule keeps no other from its turn
                LOG.warn("What rule {} found was not told yet", some.ruleId(), e);
                hits.tellLater(some, now.plus(Limits.pause(some.failures())));
            }
        }
    }

    private void tell(Untold some) {
        List<GuardRule> rules = telling.rules().byId(some.orgId(), List.of(some.ruleId()));
        Optional<Hit> first = lists.find(some.orgId(), some.firstId());
        if (first.isPresent()) {
            telling.news().tell(rules.getFirst(), some, first.get());
        }
        hits.setTold(some, clock.instant());
    }

    private void tellAlerts() {
        Instant now = clock.instant();
        for (Alert alert : alertStore.untold(now, AT_ONCE)) {
            try {
                telling.news().tell(alert, telling.alerts().of(alert.orgId()));
                alertStore.setTold(alert, clock.instant());
            } catch (RuntimeException e) { // an edge: one alert keeps no other from its turn
                LOG.warn("Alert {} was not told yet", alert.id(), e);
                alertStore.tellLater(alert, now.plus(Limits.pause(alert.failures())));
            }
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        int gone;
        do {
            gone = hits.forgetBefore(before, AT_ONCE);
        } while (gone == AT_ONCE);
        deeds.sweep(AT_ONCE);
    }
}
