package org.qiao.ding;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendarChanged;
import org.qiao.workcalendar.WorkCalendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what comes again when its time has come. An occasion that was missed because the server stood still is made up for once. The
 * occasion is part of the DING's key, so it is sent once whatever happens in between.
 */
@Component
class ScheduleClock {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClock.class);
    private static final int BATCH = 100;

    private final ScheduleStore store;
    private final Dings dings;
    private final Names names;
    private final WorkCalendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduleClock(
            ScheduleStore store,
            Dings dings,
            Names names,
            WorkCalendars calendars,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.dings = dings;
        this.names = names;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        for (ScheduleStore.Id due : store.due(clock.instant(), BATCH)) {
            try {
                run(due);
            } catch (RuntimeException e) { // an edge: the other schedules still want their turn
                LOG.warn(
                        "A DING that comes again was not sent: {}", e.getClass().getName(), e);
            }
        }
    }

    /** A refusal rolls the sending back; the next occasion is written down all the same. */
    private void run(ScheduleStore.Id due) {
        try {
            transaction.executeWithoutResult(status -> claim(due).ifPresent(this::send));
        } catch (Problem refused) {
            transaction.executeWithoutResult(
                    status -> claim(due).ifPresent(schedule -> move(schedule, refused.code())));
        }
    }

    private Optional<ScheduleStore.Row> claim(ScheduleStore.Id due) {
        return store.claim(due, clock.instant());
    }

    private void send(ScheduleStore.Row schedule) {
        Actor sender = names.actor(schedule.orgId(), schedule.senderId());
        Instant occasion = Objects.requireNonNull(schedule.nextAt());
        String key = "schedule:%d:%d".formatted(schedule.id(), occasion.getEpochSecond());
        dings.send(sender, schedule.draft().at(key), null, new Dings.Frame(schedule.linkBase(), schedule.id()));
        move(schedule, null);
    }

    /** A sender who is gone ends it; every other refusal may be over by the next time. */
    private void move(ScheduleStore.Row schedule, @Nullable String code) {
        Optional<Instant> next = DingProblem.NOT_FOUND.code().equals(code)
                ? Optional.empty()
                : schedule.recurrence().next(clock.instant(), calendars.of(schedule.orgId()));
        String ended = next.isPresent() ? null : code == null ? "OVER" : "REFUSED";
        store.move(schedule, next.orElse(null), ended, code);
    }

    /** A day that is worked, or free, now: what comes on work days has another next occasion. What is due already stays due. */
    @ApplicationModuleListener
    void on(WorkCalendarChanged changed) {
        Instant now = clock.instant();
        WorkCalendar calendar = calendars.of(changed.orgId());
        for (ScheduleStore.Row schedule : store.lockOnWorkDays(changed.orgId(), now)) {
            Optional<Instant> next = schedule.recurrence().next(now, calendar);
            if (!next.equals(Optional.ofNullable(schedule.nextAt()))) {
                store.move(schedule, next.orElse(null), next.isPresent() ? null : "OVER", schedule.lastCode());
            }
        }
    }
}
