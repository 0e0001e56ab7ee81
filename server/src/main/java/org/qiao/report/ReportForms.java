package org.qiao.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ApprovalDeeds;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.form.Field;
import org.qiao.form.FieldKind;
import org.qiao.form.FormValues;
import org.qiao.form.Initials;
import org.qiao.messaging.Conversations;
import org.qiao.platform.Actor;
import org.qiao.report.RecipientRule.ReportWhy;
import org.qiao.report.ReportFormViews.ReportFactsView;
import org.qiao.report.ReportFormViews.ReportFormView;
import org.qiao.report.ReportFormViews.ReportLastView;
import org.qiao.report.ReportFormViews.ReportRecipient;
import org.qiao.report.ReportFormViews.ReportRecipientsView;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.ReportRules.ReportTo;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportVersion;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Opens a form for whoever wants to write: with what is known already. */
@Service
class ReportForms {

    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final ReportDrafts drafts;
    private final Recipients recipients;
    private final ReportStore store;
    private final ReportFillings fillings;
    private final Sources sources;

    ReportForms(
            ReportTemplates templates,
            ReportPeriods periods,
            ReportDrafts drafts,
            Recipients recipients,
            ReportStore store,
            ReportFillings fillings,
            Sources sources) {
        this.templates = templates;
        this.periods = periods;
        this.drafts = drafts;
        this.recipients = recipients;
        this.store = store;
        this.fillings = fillings;
        this.sources = sources;
    }

    /** Other modules that know what somebody did. */
    @Component
    static class Sources {

        private final Members members;
        private final Conversations conversations;
        private final ApprovalDeeds approvals;

        Sources(Members members, Conversations conversations, ApprovalDeeds approvals) {
            this.members = members;
            this.conversations = conversations;
            this.approvals = approvals;
        }
    }

    ReportFormView open(Actor actor, long templateId, @Nullable LocalDate day) {
        ReportVersion version = templates.requireWritable(actor, templateId);
        Period period = periods.of(actor, version, day);
        Initials.Opening opening =
                new Initials.Opening(actor.principalId(), recipients.main(actor), periods.now(), actor.zone());
        return new ReportFormView(
                templateId,
                version.number(),
                version.name(),
                version.icon(),
                version.form().json(),
                Initials.of(version.form(), opening).json(),
                periods.view(actor, version, period),
                version.rules().late(),
                version.rules().editMinutes(),
                store.findSent(actor, templateId, period).orElse(null),
                store.last(actor, templateId).isPresent(),
                drafts.find(actor, templateId, period).orElse(null),
                recipients(actor, version.rules().recipients()),
                version.rules().recipients().choose());
    }

    private ReportRecipientsView recipients(Actor actor, ReportTo to) {
        Map<Long, ReportWhy> found = recipients.byRule(actor, to);
        Map<Long, Card> cards = sources.members.cardsById(actor, found.keySet());
        List<ReportRecipient> people = found.entrySet().stream()
                .filter(entry -> cards.containsKey(entry.getKey()))
                .map(entry -> new ReportRecipient(Objects.requireNonNull(cards.get(entry.getKey())), entry.getValue()))
                .toList();
        return new ReportRecipientsView(people, recipients.named(actor, recipients.places(actor, to, null)));
    }

    /** Values of my last report that fit the form of today; what belongs to one day only is left out. */
    ReportLastView last(Actor actor, long templateId) {
        ReportVersion version = templates.requireWritable(actor, templateId);
        Report last = store.last(actor, templateId)
                .flatMap(id -> store.find(actor.orgId(), id))
                .orElseThrow(ReportProblem.NOT_FOUND::problem);
        ReportVersion old = templates.version(actor.orgId(), templateId, last.templateNo());
        Set<String> same = new HashSet<>();
        for (Field field : version.form().fields()) {
            boolean fits = old.form()
                    .find(field.key())
                    .filter(before -> before.kind().getClass() == field.kind().getClass())
                    .isPresent();
            if (fits && isRepeatable(field)) {
                same.add(field.key());
            }
        }
        ObjectNode values = fillings.read(last.values()).json();
        values.retain(same);
        return new ReportLastView(
                last.id(), fillings.draft(actor, version, FormValues.of(values)).json());
    }

    private static boolean isRepeatable(Field field) {
        return !field.isComputed()
                && !(field.kind() instanceof FieldKind.Attachment)
                && !(field.kind() instanceof FieldKind.Photo)
                && !(field.kind() instanceof FieldKind.Signature);
    }

    /** What the actor did in the period, up to now. */
    ReportFactsView facts(Actor actor, long templateId, @Nullable LocalDate day) {
        ReportVersion version = templates.requireWritable(actor, templateId);
        Period period = periods.of(actor, version, day);
        Periods rules = periods.rules(actor.orgId(), version);
        Instant from = rules.start(period);
        Instant until = rules.end(period);
        ApprovalDeeds.Done done = sources.approvals.done(actor, from, until);
        return new ReportFactsView(
                period.from(),
                period.to(),
                sources.conversations.countSent(actor, from, until),
                done.decided(),
                done.submitted());
    }
}
