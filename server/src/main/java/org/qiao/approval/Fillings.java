package org.qiao.approval;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.qiao.approval.Approval.SummaryLine;
import org.qiao.approval.ApprovalStore.Filled;
import org.qiao.approval.Runs.Held;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.approvaltemplate.Templates;
import org.qiao.form.DayCounter;
import org.qiao.form.Filling;
import org.qiao.form.FormCheck;
import org.qiao.form.FormNames;
import org.qiao.form.FormRights;
import org.qiao.form.FormTexts;
import org.qiao.form.FormValues;
import org.qiao.form.Forms;
import org.qiao.platform.Actor;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;

/** The values of runs: judged by the form, numbered, kept with what lists and searches need of them. */
@Component
class Fillings {

    private final Forms forms;
    private final FormTexts texts;
    private final WorkCalendars calendars;
    private final Related related;
    private final ApprovalStore store;
    private final Templates templates;

    Fillings(
            Forms forms,
            FormTexts texts,
            WorkCalendars calendars,
            Related related,
            ApprovalStore store,
            Templates templates) {
        this.forms = forms;
        this.texts = texts;
        this.calendars = calendars;
        this.related = related;
        this.store = store;
        this.templates = templates;
    }

    FormCheck check(Actor actor, TemplateVersion template, FormValues values) {
        return forms.check(actor, template.form(), values, Filling.fresh(days(actor.orgId()), related));
    }

    /** Refuses what is wrong or may not be changed by this person. */
    FormValues change(Actor actor, Held held, FormValues values, FormRights rights) {
        return check(actor, held, values, rights).require();
    }

    FormCheck check(Actor actor, Held held, FormValues values, FormRights rights) {
        Filling filling = Filling.fresh(days(actor.orgId()), related).over(held.values(), rights);
        return forms.check(actor, held.template().form(), values, filling);
    }

    private DayCounter days(long orgId) {
        WorkCalendar calendar = calendars.of(orgId);
        return calendar::workDays;
    }

    /** With a number in every serial field. */
    FormValues numbered(Actor actor, TemplateVersion template, FormValues values, Instant now) {
        return templates.withSerials(
                actor.orgId(), template, values, now.atZone(actor.zone()).toLocalDate());
    }

    /** What a node hides from its people stays out of lists, cards and searches. */
    Filled filled(Actor actor, TemplateVersion template, FormValues values) {
        FormValues shown = Sight.ofStrangers(template).visible(template.form(), values);
        FormTexts.Filled form = new FormTexts.Filled(template.form(), shown);
        FormNames names = texts.names(actor, List.of(form), related);
        List<SummaryLine> lines = FormTexts.summary(form, template.settings().summary(), actor.locale(), names).stream()
                .map(line -> new SummaryLine(line.label(), line.text()))
                .toList();
        String search = FormTexts.search(form, actor.locale(), names).toLowerCase(Locale.ROOT);
        return new Filled(values.json().toString(), lines, search);
    }

    void store(Actor actor, Approval run, TemplateVersion template, FormValues values) {
        store.fill(run, filled(actor, template, values));
    }
}
