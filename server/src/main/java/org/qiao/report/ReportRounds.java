package org.qiao.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.directory.MemberLeft;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderDue;
import org.qiao.reminder.ReminderText;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.Periods.Occasion;
import org.qiao.reporttemplate.ReportTemplate;
import org.qiao.reporttemplate.ReportTemplateChanged;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportVersion;
import org.qiao.workcalendar.WorkCalendarChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/**
 * Reminds those who have not reported. Each template has one reminder, "report:ID:next", for its next occasion; when it comes, those
 * who are missing in that moment are told, in portions, and the one after it is set. Whatever changes the occasions sets it anew.
 */
@Service
class ReportRounds {

    private static final String TOPIC = ReportTellings.TOPIC;
    private static final Pattern NEXT = Pattern.compile("report:(\\d+):next");
    private static final Duration VALID = Duration.ofDays(1);

    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final Audiences audiences;
    private final OverviewStore store;
    private final ReportDraftStore drafts;
    private final Reminders reminders;
    private final Clock clock;

    ReportRounds(
            ReportTemplates templates,
            ReportPeriods periods,
            Audiences audiences,
            OverviewStore store,
            ReportDraftStore drafts,
            Reminders reminders,
            Clock clock) {
        this.templates = templates;
        this.periods = periods;
        this.audiences = audiences;
        this.store = store;
        this.drafts = drafts;
        this.reminders = reminders;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ReportTemplateChanged changed) {
        templates
                .find(changed.orgId(), changed.templateId())
                .ifPresent(template -> plan(changed.orgId(), template, clock.instant()));
    }

    @ApplicationModuleListener
    void on(WorkCalendarChanged changed) {
        templates.list(changed.orgId()).forEach(template -> plan(changed.orgId(), template, clock.instant()));
    }

    @ApplicationModuleListener
    void on(MemberLeft left) {
        drafts.forget(left.orgId(), left.principalId(), null);
    }

    @ApplicationModuleListener(condition = "#due.topic() == 'report'")
    void on(ReminderDue due) {
        Matcher key = NEXT.matcher(due.key());
        if (!key.matches()) {
            return; // what people were told themselves
        }
        Optional<ReportTemplate> template = templates.find(due.orgId(), Long.parseLong(key.group(1)));
        if (template.isEmpty()) {
            return;
        }
        if (template.get().state() == ReportTemplate.State.ACTIVE) {
            ReportVersion version = templates.newest(due.orgId(), template.get());
            periods.rules(due.orgId(), version)
                    .exactly(due.occasion())
                    .forEach(occasion -> tell(due.orgId(), version, occasion));
        }
        Instant now = clock.instant();
        plan(due.orgId(), template.get(), due.occasion().isAfter(now) ? due.occasion() : now);
    }

    private void plan(long orgId, ReportTemplate template, Instant after) {
        String key = TOPIC + ":" + template.id() + ":next";
        Instant next = null;
        if (template.state() == ReportTemplate.State.ACTIVE) {
            Periods rules = periods.rules(orgId, templates.newest(orgId, template));
            next = rules.next(after).stream().findFirst().map(Occasion::at).orElse(null);
        }
        if (next == null) {
            reminders.cancel(orgId, key);
        } else {
            reminders.set(orgId, Reminder.of(TOPIC, key, new ReminderTime.At(next)));
        }
    }

    /** Those who are missing now. The key and the moment are the occasion's, so a repeat tells nobody twice. */
    private void tell(long orgId, ReportVersion version, Occasion occasion) {
        StartRange range = version.rules().must();
        if (range == null) {
            return;
        }
        Set<Long> missing = new TreeSet<>(audiences.people(orgId, range));
        LocalDate after = occasion.period().to().plusDays(1);
        missing.removeAll(periods.first(orgId, periods.rules(orgId, version), after)
                .keySet()); // who came later has nothing to report
        missing.removeAll(
                store.sent(orgId, version.templateId(), occasion.period().from())
                        .keySet());
        List<Long> people = new ArrayList<>(missing);
        List<Reminder> told = new ArrayList<>();
        for (int from = 0; from < people.size(); from += Reminder.RECIPIENTS_MAX) {
            Set<Long> portion =
                    new HashSet<>(people.subList(from, Math.min(people.size(), from + Reminder.RECIPIENTS_MAX)));
            told.add(reminder(version, occasion, portion, from / Reminder.RECIPIENTS_MAX));
        }
        reminders.setAll(orgId, told);
    }

    private Reminder reminder(ReportVersion version, Occasion occasion, Set<Long> people, int portion) {
        long id = version.templateId();
        String day = occasion.period().from().toString();
        String key =
                "%s:%d:tell:%s:%d:%d".formatted(TOPIC, id, day, occasion.at().getEpochSecond(), portion);
        ReminderText text = new ReminderText(
                occasion.overdue() ? "after" : "before",
                Map.of(
                        "report",
                        version.name(),
                        "from",
                        day,
                        "due",
                        occasion.dueAt().toString()),
                "/reports/new/" + id + "?day=" + day);
        Duration left = Duration.between(occasion.at(), occasion.dueAt());
        Duration valid = occasion.overdue() || left.compareTo(VALID) > 0 ? VALID : left;
        return Reminder.of(TOPIC, key, new ReminderTime.At(occasion.at()))
                .telling(people, text)
                .validFor(valid);
    }
}
