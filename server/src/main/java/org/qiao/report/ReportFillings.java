package org.qiao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.form.DayCounter;
import org.qiao.form.Facts;
import org.qiao.form.Field;
import org.qiao.form.FieldKind;
import org.qiao.form.Filling;
import org.qiao.form.FormCheck;
import org.qiao.form.FormFacts;
import org.qiao.form.FormNames;
import org.qiao.form.FormRights;
import org.qiao.form.FormSchema;
import org.qiao.form.FormTexts;
import org.qiao.form.FormValues;
import org.qiao.form.Forms;
import org.qiao.form.RelatedApprovals;
import org.qiao.platform.Actor;
import org.qiao.report.Report.Filled;
import org.qiao.report.Report.ReportLine;
import org.qiao.reporttemplate.ReportVersion;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of reports: judged by the form, kept with what lists, searches and statistics need of them. */
@Component
class ReportFillings {

    private final Forms forms;
    private final FormTexts texts;
    private final WorkCalendars calendars;
    private final RelatedApprovals related;
    private final JsonMapper json;

    ReportFillings(Forms forms, FormTexts texts, WorkCalendars calendars, RelatedApprovals related, JsonMapper json) {
        this.forms = forms;
        this.texts = texts;
        this.calendars = calendars;
        this.related = related;
        this.json = json;
    }

    FormValues read(String values) {
        return FormValues.of(json.readTree(values));
    }

    FormCheck check(Actor actor, ReportVersion version, FormValues values) {
        return forms.check(actor, version.form(), values, Filling.fresh(days(actor.orgId()), related));
    }

    /** What can be kept of it; nothing is required. */
    FormValues draft(Actor actor, ReportVersion version, FormValues values) {
        return forms.check(
                        actor,
                        version.form(),
                        values,
                        Filling.fresh(days(actor.orgId()), related).asDraft())
                .values();
    }

    FormValues change(Actor actor, ReportVersion version, FormValues before, FormValues values) {
        Filling filling = Filling.fresh(days(actor.orgId()), related).over(before, FormRights.EDIT_ALL);
        return forms.check(actor, version.form(), values, filling).require();
    }

    private DayCounter days(long orgId) {
        WorkCalendar calendar = calendars.of(orgId);
        return calendar::workDays;
    }

    Filled filled(Actor actor, ReportVersion version, FormValues values) {
        FormTexts.Filled form = new FormTexts.Filled(version.form(), values);
        FormNames names = texts.names(actor, List.of(form), related);
        List<ReportLine> lines = FormTexts.summary(form, version.summary(), actor.locale(), names).stream()
                .map(line -> new ReportLine(line.label(), line.text()))
                .toList();
        String search = FormTexts.search(form, actor.locale(), names).toLowerCase(Locale.ROOT);
        return new Filled(
                values.json().toString(), lines, numbers(version.form(), values).toString(), search);
    }

    FormNames names(Actor actor, FormSchema form, FormValues values) {
        return texts.names(actor, List.of(new FormTexts.Filled(form, values)), related);
    }

    /** A field that can be summed up. */
    record Summed(String key, String label, String unit) {}

    /** In the order of the form; columns of tables as "table.column". */
    static List<Summed> summed(FormSchema form) {
        List<Summed> summed = new ArrayList<>();
        for (Field field : form.fields()) {
            if (field.kind() instanceof FieldKind.Table table) {
                table.columns().stream()
                        .filter(column -> isNumber(column.kind()))
                        .map(column -> new Summed(
                                field.key() + "." + column.key(),
                                field.label() + " / " + column.label(),
                                unit(column.kind())))
                        .forEach(summed::add);
            } else if (isNumber(field.kind())) {
                summed.add(new Summed(field.key(), field.label(), unit(field.kind())));
            }
        }
        return summed;
    }

    private static boolean isNumber(FieldKind kind) {
        return kind instanceof FieldKind.Numeric
                || kind instanceof FieldKind.Amount
                || kind instanceof FieldKind.Formula
                || kind instanceof FieldKind.Rating
                || kind instanceof FieldKind.DateRange;
    }

    private static String unit(FieldKind kind) {
        String unit =
                switch (kind) {
                    case FieldKind.Numeric numeric -> numeric.unit();
                    case FieldKind.Amount amount -> amount.code();
                    case FieldKind.Formula formula -> formula.currency() == null ? formula.unit() : formula.currency();
                    default -> null;
                };
        return unit == null ? "" : unit;
    }

    private static ObjectNode numbers(FormSchema form, FormValues values) {
        ObjectNode numbers = JsonNodeFactory.instance.objectNode();
        Facts facts = FormFacts.of(form, values);
        for (Summed each : summed(form)) {
            Optional<Facts.Fact> fact = facts.find(each.key());
            if (fact.orElse(null) instanceof Facts.Fact.Quantity quantity) {
                numbers.put(each.key(), quantity.value().toPlainString());
            }
        }
        return numbers;
    }
}
