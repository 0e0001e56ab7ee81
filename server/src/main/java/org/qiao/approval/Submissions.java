package org.qiao.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ActRequests.PreviewRequest;
import org.qiao.approval.ActRequests.SubmitRequest;
import org.qiao.approval.Engines.Applicant;
import org.qiao.approval.Runs.Held;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.approvaltemplate.Templates;
import org.qiao.directory.Departments;
import org.qiao.flow.Command;
import org.qiao.flow.FlowState;
import org.qiao.flow.Step;
import org.qiao.form.FieldError;
import org.qiao.form.FormCheck;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a run begins, and begins again after it was returned. */
@Service
class Submissions {

    private final Templates templates;
    private final Departments departments;
    private final Fillings fillings;
    private final Engines engines;
    private final Books books;
    private final Runs runs;
    private final Clock clock;

    Submissions(
            Templates templates,
            Departments departments,
            Fillings fillings,
            Engines engines,
            Books books,
            Runs runs,
            Clock clock) {
        this.templates = templates;
        this.departments = departments;
        this.fillings = fillings;
        this.engines = engines;
        this.books = books;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param created false when the key was known */
    record Submitted(long id, boolean created) {}

    /** @param errors what is still wrong with the values; the path is shown all the same */
    record Path(TemplateVersion template, List<Step> steps, List<FieldError> errors, FormValues values) {}

    Path preview(Actor actor, PreviewRequest request) {
        TemplateVersion template = templates.requireStartable(actor, request.templateId());
        FormCheck check = fillings.check(actor, template, FormValues.of(request.values()));
        Applicant applicant = applicant(actor);
        List<Step> steps = engines.engine(template, applicant, check.values())
                .preview(new Command.Submit(actor.principalId(), actor.principalId(), request.choices()));
        return new Path(template, steps, check.errors(), check.values());
    }

    @Transactional
    public Submitted submit(Actor actor, SubmitRequest request) {
        books.lockApplicant(actor);
        Optional<Long> known = books.findKey(actor, request.key());
        if (known.isPresent()) {
            return new Submitted(known.get(), false);
        }
        TemplateVersion template = templates.requireStartable(actor, request.templateId());
        if (template.number() != request.version()) {
            throw ApprovalProblem.TEMPLATE_CHANGED.problem("version", template.number());
        }
        requireUndoable(actor, template, request.undoes());
        Instant now = clock.instant();
        FormValues values = fillings.numbered(
                actor,
                template,
                fillings.check(actor, template, FormValues.of(request.values())).require(),
                now);
        Applicant applicant = applicant(actor);
        Books.Opening opening = new Books.Opening(
                template,
                applicant.departmentId(),
                fillings.filled(actor, template, values),
                request.key(),
                request.undoes());
        Approval run = books.open(actor, opening, now);
        Held held = new Held(run, template, FlowState.EMPTY, values, now);
        runs.act(
                held,
                new Command.Submit(actor.principalId(), actor.principalId(), request.choices()),
                actor.principalId());
        return new Submitted(run.id(), true);
    }

    private void requireUndoable(Actor actor, TemplateVersion template, @Nullable Long undoes) {
        if (undoes == null) {
            return;
        }
        Approval old = books.find(actor.orgId(), undoes)
                .filter(run -> run.applicantId() == actor.principalId())
                .orElseThrow(ApprovalProblem.NOT_FOUND::problem);
        boolean possible = template.settings().mayUndo()
                && old.templateId() == template.templateId()
                && old.state() == Approval.State.AGREED
                && old.undoneById() == null;
        if (!possible) {
            throw ApprovalProblem.NOT_UNDOABLE.problem();
        }
    }

    @Transactional
    public void revoke(Actor actor, long id, @Nullable String reason) {
        Held held = runs.hold(actor.orgId(), id);
        if (held.run().applicantId() != actor.principalId()) {
            throw ApprovalProblem.NOT_FOUND.problem();
        }
        if (!held.template().settings().mayRevoke()) {
            throw ApprovalProblem.NOT_REVOCABLE.problem();
        }
        runs.act(held, new Command.Revoke(actor.principalId(), reason), actor.principalId());
    }

    private Applicant applicant(Actor actor) {
        Map<Long, Long> mains = departments.mains(actor.orgId(), List.of(actor.principalId()));
        return new Applicant(actor.orgId(), actor.principalId(), mains.get(actor.principalId()));
    }
}
