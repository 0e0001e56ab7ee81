package org.qiao.masssend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qiao.masssend.MassMessages.Kept;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What time does: reminders, deadlines, and forgetting old counts. */
@Component
class MassDeadlines {

    private static final int AT_ONCE = 50;
    private static final int COUNTS_AT_ONCE = 5_000;
    private static final int KEPT_DAYS = 62;

    private final Kept kept;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MassDeadlines(Kept kept, ApplicationEventPublisher events, Clock clock) {
        this.kept = kept;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void remind() {
        kept.masses().remind(clock.instant(), AT_ONCE).forEach(events::publishEvent);
    }

    /** @return false: no deadline has passed */
    @Transactional
    public boolean close() {
        Instant now = clock.instant();
        Optional<Mass> expired = kept.masses().expired(now);
        expired.ifPresent(mass -> {
            kept.masses().close(mass, now);
            kept.shares().end(mass, ShareState.EXPIRED, now);
            kept.recipients().withdraw(mass, MassResult.NOT_CONFIRMED, ShareState.EXPIRED, now);
        });
        return expired.isPresent();
    }

    /** Of months that nobody counts any more. */
    @Transactional
    public int forget() {
        LocalDate before = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(KEPT_DAYS);
        return kept.quotas().forget(before, COUNTS_AT_ONCE);
    }
}
