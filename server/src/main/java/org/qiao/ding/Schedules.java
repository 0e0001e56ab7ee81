package org.qiao.ding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.DingAudit;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** DINGs that come again. Whom they are for is found out each time. */
@Service
class Schedules {

    private static final int RUNNING_MAX = 50;

    private final ScheduleStore store;
    private final DingStore dings;
    private final Drafts drafts;
    private final DingAudit audit;
    private final WorkCalendars calendars;
    private final Clock clock;

    Schedules(
            ScheduleStore store,
            DingStore dings,
            Drafts drafts,
            DingAudit audit,
            WorkCalendars calendars,
            Clock clock) {
        this.store = store;
        this.dings = dings;
        this.drafts = drafts;
        this.audit = audit;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Body of POST /api/ding-schedules. */
    record ScheduleRequest(
            @NotNull @Valid DingDraft ding, @NotNull @Valid Recurrence recurrence) {}

    record ScheduleView(
            long id,
            DingDraft ding,
            Recurrence recurrence,
            @Nullable Instant nextAt,
            @Nullable String endedReason,
            @Nullable String lastCode) {

        static ScheduleView of(ScheduleStore.Row row) {
            return new ScheduleView(
                    row.id(), row.draft(), row.recurrence(), row.nextAt(), row.endedReason(), row.lastCode());
        }
    }

    /** Checked as if it were sent now, so that a mistake is seen today and not on Monday morning. */
    @Transactional
    public ScheduleView create(Actor actor, ScheduleRequest input, String linkBase) {
        DingDraft draft = input.ding();
        Optional<ScheduleStore.Row> known = store.findKey(actor, draft.key());
        if (known.isPresent()) {
            return ScheduleView.of(known.get());
        }
        if (!input.recurrence().isSound() || draft.sendAt() != null) {
            throw DingProblem.BAD_TIME.problem();
        }
        drafts.check(actor, draft);
        dings.lockSender(actor); // or two at once would both be the last one that is allowed
        if (store.countRunning(actor) >= RUNNING_MAX) {
            throw DingProblem.TOO_MANY_SCHEDULES.problem("max", RUNNING_MAX);
        }
        Instant now = clock.instant();
        Instant next =
                input.recurrence().next(now, calendars.of(actor.orgId())).orElseThrow(DingProblem.BAD_TIME::problem);
        store.insert(
                new ScheduleStore.Row(
                        0, actor.orgId(), actor.principalId(), draft, input.recurrence(), linkBase, next, null, null),
                now);
        ScheduleStore.Row made = store.findKey(actor, draft.key()).orElseThrow();
        audit.record(actor, DingAudit.Kind.SCHEDULED, null, Map.of("scheduleId", made.id()));
        return ScheduleView.of(made);
    }

    Page<ScheduleView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<ScheduleStore.Row> page = Page.cut(
                store.list(actor, Limits.key(after, Long.MAX_VALUE), size + 1), size, row -> Long.toString(row.id()));
        return page.map(ScheduleView::of);
    }

    @Transactional
    public void stop(Actor actor, long id) {
        if (store.find(actor, id).isEmpty()) {
            throw DingProblem.NOT_FOUND.problem();
        }
        store.stop(actor, id);
        audit.record(actor, DingAudit.Kind.UNSCHEDULED, null, Map.of("scheduleId", id));
    }
}
