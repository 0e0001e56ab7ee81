package org.qiao.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.WayHandOvers;
import org.qiao.customer.CustomerRelations;
import org.qiao.directory.Departments;
import org.qiao.directory.MemberDisabled;
import org.qiao.directory.MemberJoined;
import org.qiao.directory.MemberLeft;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverStore.Ending;
import org.qiao.handover.LeaverStore.Leaver;
import org.qiao.handover.LeaverStore.LeaverKind;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderDue;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Somebody leaves, is locked out or comes back: his customers wait for somebody, or are his again. Every step may be repeated. */
@Component
class LeaverChanges {

    private static final String PREFIX = HandOverNews.TOPIC + ":leaver:";
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final LeaverStore store;
    private final HandOverStore transfers;
    private final Successions successions;
    private final LeaverNews told;
    private final HandOverNews news;
    private final Surroundings around;
    private final Clock clock;

    LeaverChanges(
            LeaverStore store,
            HandOverStore transfers,
            Successions successions,
            LeaverNews told,
            HandOverNews news,
            Surroundings around,
            Clock clock) {
        this.store = store;
        this.transfers = transfers;
        this.successions = successions;
        this.told = told;
        this.news = news;
        this.around = around;
        this.clock = clock;
    }

    /** What other modules and parts know. */
    @Component("handoverLeaverSurroundings")
    record Surroundings(
            Departments departments,
            CustomerRelations relations,
            WayHandOvers ways,
            LeaverGroups groups,
            Reminders reminders,
            WorkCalendars calendars,
            HandOverAudit audit) {}

    @ApplicationModuleListener
    void on(MemberDisabled event) {
        Long lead = around.departments()
                .managers(event.orgId(), List.of(event.principalId()))
                .get(event.principalId());
        gone(event.orgId(), event.principalId(), LeaverKind.DISABLED, lead);
    }

    @ApplicationModuleListener
    void on(MemberLeft event) {
        gone(event.orgId(), event.principalId(), LeaverKind.LEFT, event.leadId());
    }

    private void gone(long orgId, long memberId, LeaverKind kind, @Nullable Long lead) {
        transfers.waitingForTaker(orgId, memberId).forEach(this::withoutTaker);
        boolean serves = around.relations().loads(orgId, List.of(memberId)).getOrDefault(memberId, 0) > 0
                || around.ways().counts(orgId, List.of(memberId)).containsKey(memberId)
                || around.groups().owns(orgId, memberId);
        Instant now = clock.instant();
        if (!serves || !store.put(new Leaver(orgId, memberId, kind, lead, now))) {
            return;
        }
        around.audit().record(Entry.about(orgId, memberId, AuditKind.LEAVER, null));
        around.reminders()
                .set(
                        orgId,
                        Reminder.of(
                                HandOverNews.TOPIC,
                                PREFIX + memberId,
                                new ReminderTime.EveryWorkDay(
                                        MORNING,
                                        around.calendars().of(orgId).dateOf(now).plusDays(1),
                                        null)));
        told.tell(store.find(orgId, memberId).orElseThrow(), now);
        told.customers(orgId, memberId);
    }

    private void withoutTaker(HandOver seen) {
        HandOver waiting = transfers.lock(seen.orgId(), seen.id()).orElseThrow();
        if (successions.end(waiting, Ending.cancelled(CancelReason.TAKER_GONE, null))) {
            around.reminders().cancel(waiting.orgId(), HandOverClock.key(waiting.id()));
            news.tell(waiting);
        }
    }

    @ApplicationModuleListener
    void on(MemberJoined event) {
        if (store.returned(event.orgId(), event.principalId(), clock.instant())) {
            around.ways().giveBack(event.orgId(), event.principalId());
            around.reminders().cancel(event.orgId(), PREFIX + event.principalId());
            around.audit().record(Entry.about(event.orgId(), event.principalId(), AuditKind.RETURNED, null));
            told.customers(event.orgId(), event.principalId());
        }
    }

    /** Every morning of a work day as long as somebody has nobody. */
    @ApplicationModuleListener(condition = "#due.topic() == 'handover' and #due.key().startsWith('handover:leaver:')")
    void on(ReminderDue due) {
        long memberId = Long.parseLong(due.key().substring(PREFIX.length()));
        boolean told = store.find(due.orgId(), memberId)
                .map(leaver -> this.told.tell(leaver, due.occasion()))
                .orElse(false);
        if (!told) {
            around.reminders().cancel(due.orgId(), due.key());
        }
    }
}
