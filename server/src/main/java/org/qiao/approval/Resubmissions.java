package org.qiao.approval;

import java.util.List;
import org.qiao.approval.ActRequests.ResubmitRequest;
import org.qiao.approval.Engines.Applicant;
import org.qiao.approval.Reading.PreviewView;
import org.qiao.approval.Runs.Held;
import org.qiao.approvaltemplate.TemplateChoices;
import org.qiao.approvaltemplate.TemplateChoices.TemplateChoicesView;
import org.qiao.flow.Command;
import org.qiao.flow.FlowProblem;
import org.qiao.flow.FlowState;
import org.qiao.flow.Step;
import org.qiao.form.FormCheck;
import org.qiao.form.FormRights;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was returned to its applicant, and how it goes on. It keeps the version of the template it was started with. */
@Service
class Resubmissions {

    private final Books books;
    private final Runs runs;
    private final Engines engines;
    private final Fillings fillings;
    private final RunViews views;
    private final TemplateChoices choices;

    Resubmissions(Books books, Runs runs, Engines engines, Fillings fillings, RunViews views, TemplateChoices choices) {
        this.books = books;
        this.runs = runs;
        this.engines = engines;
        this.fillings = fillings;
        this.views = views;
        this.choices = choices;
    }

    /** Where the applicant chooses who is asked. */
    TemplateChoicesView choices(Actor actor, long id) {
        return choices.list(actor, engines.template(own(actor, id)).route());
    }

    /** The path as {@link #resubmit} would begin it, and what is still wrong with the values. Changes nothing. */
    PreviewView preview(Actor actor, long id, ResubmitRequest request) {
        Held held = runs.look(own(actor, id));
        FormCheck check = fillings.check(actor, held, FormValues.of(request.values()), FormRights.EDIT_ALL);
        List<Step> steps = engines.engine(held.template(), Applicant.of(held.run()), check.values())
                .preview(held.state(), new Command.Resubmit(actor.principalId(), request.choices()));
        return new PreviewView(views.steps(actor, held.template(), steps), check.errors());
    }

    @Transactional
    public void resubmit(Actor actor, long id, ResubmitRequest request) {
        Held held = runs.hold(actor.orgId(), id);
        requireOwn(actor, held.run());
        if (held.state().status() != FlowState.Status.RETURNED) {
            throw FlowProblem.NOT_NOW.problem();
        }
        FormValues values = fillings.change(actor, held, FormValues.of(request.values()), FormRights.EDIT_ALL);
        runs.act(held.with(values), new Command.Resubmit(actor.principalId(), request.choices()), actor.principalId());
        fillings.store(actor, held.run(), held.template(), values);
    }

    private Approval own(Actor actor, long id) {
        Approval run = books.find(actor.orgId(), id).orElseThrow(ApprovalProblem.NOT_FOUND::problem);
        requireOwn(actor, run);
        return run;
    }

    private static void requireOwn(Actor actor, Approval run) {
        if (run.applicantId() != actor.principalId()) {
            throw ApprovalProblem.NOT_FOUND.problem();
        }
    }
}
