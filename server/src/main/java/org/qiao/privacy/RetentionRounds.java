package org.qiao.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerErasures;
import org.qiao.messaging.CustomerLogs;
import org.qiao.platform.Actor;
import org.qiao.privacy.PrivacyViews.RetentionPreview;
import org.qiao.privacy.RoundStore.Round;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through the customers of each company that wants it, once a day, in portions: whom nobody serves and who has been silent in
 * every way for the months is erased; devices that nobody uses are forgotten.
 */
@Service
class RetentionRounds {

    private static final int PORTION = 500;
    private static final int COUNTED_MAX = 100_000;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);

    private final RoundStore store;
    private final PrivacyRules rules;
    private final Traces traces;
    private final Erasures erasures;
    private final PrivacyAudit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetentionRounds(
            RoundStore store,
            PrivacyRules rules,
            Traces traces,
            Erasures erasures,
            PrivacyAudit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rules = rules;
        this.traces = traces;
        this.erasures = erasures;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where it can be seen that somebody was there. */
    @Component
    record Traces(CustomerErasures customers, CustomerLogs logs, Guests guests) {

        /** Those of a portion who have left no trace since. */
        List<Long> silent(long orgId, List<Long> portion, Instant before) {
            Map<Long, Instant> said = logs.lastMoved(orgId, portion);
            Map<Long, Instant> seen = guests.lastSeen(orgId, portion);
            return portion.stream()
                    .filter(id -> isBefore(said.get(id), before) && isBefore(seen.get(id), before))
                    .toList();
        }

        private static boolean isBefore(@Nullable Instant at, Instant before) {
            return at == null || at.isBefore(before);
        }
    }

    /** Whom the rule would touch now, for whoever thinks about it. */
    RetentionPreview preview(Actor actor, int retentionMonths, int deviceMonths) {
        PrivacyRules.requireAdmin(actor);
        Instant now = clock.instant();
        long orgId = actor.orgId();
        long devices = deviceMonths == 0 ? 0 : traces.guests().unused(orgId, PrivacySettings.before(now, deviceMonths));
        return new RetentionPreview(
                retentionMonths == 0 ? 0 : count(orgId, PrivacySettings.before(now, retentionMonths)), devices);
    }

    private long count(long orgId, Instant before) {
        long counted = 0;
        long after = 0;
        List<Long> portion;
        do {
            portion = traces.customers().silent(orgId, before, after, PORTION);
            counted += traces.silent(orgId, portion, before).size();
            after = portion.isEmpty() ? after : portion.getLast();
        } while (portion.size() == PORTION && counted < COUNTED_MAX);
        return counted;
    }

    /** One portion of one company: devices until none is left, then customers. */
    void next() {
        Instant now = clock.instant();
        Optional<Round> claimed =
                Objects.requireNonNull(transaction.execute(status -> store.claim(now, now.plus(LEASE))));
        claimed.ifPresent(round -> lookThrough(round, now));
    }

    private void lookThrough(Round round, Instant now) {
        long orgId = round.orgId();
        PrivacySettings settings = rules.settings(orgId);
        boolean devicesLeft =
                settings.deviceMonths() > 0 && round.reached() == 0 && forgetDevices(orgId, settings, now);
        List<Long> portion = devicesLeft || settings.retentionMonths() == 0
                ? List.of()
                : expire(orgId, PrivacySettings.before(now, settings.retentionMonths()), round.reached());
        boolean more = portion.size() == PORTION;
        transaction.executeWithoutResult(
                status -> store.goOn(orgId, more ? portion.getLast() : 0, more || devicesLeft ? now : now.plus(DAY)));
    }

    /** True: there are more. */
    private boolean forgetDevices(long orgId, PrivacySettings settings, Instant now) {
        int gone = traces.guests().revokeUnused(orgId, PrivacySettings.before(now, settings.deviceMonths()), PORTION);
        if (gone > 0) {
            transaction.executeWithoutResult(
                    status -> audit.record(orgId, null, AuditKind.DEVICES_FORGOTTEN, null, Map.of("devices", gone)));
        }
        return gone == PORTION;
    }

    private List<Long> expire(long orgId, Instant before, long after) {
        List<Long> portion = traces.customers().silent(orgId, before, after, PORTION);
        traces.silent(orgId, portion, before).forEach(id -> erasures.expire(orgId, id));
        return portion;
    }
}
