package org.qiao.approval;

import java.util.Collection;
import java.util.List;
import org.qiao.approval.ActRequests.PreviewRequest;
import org.qiao.approval.RunView.PathStep;
import org.qiao.file.FileProblem;
import org.qiao.file.Files;
import org.qiao.file.Ticket;
import org.qiao.form.FieldError;
import org.qiao.form.FormTexts;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening one run: all of it, the file of a field, the path of a draft. */
@Service
class Reading {

    private final Access access;
    private final Lists lists;
    private final RunViews views;
    private final Submissions submissions;
    private final Related related;
    private final CommentStore comments;
    private final Files files;

    Reading(
            Access access,
            Lists lists,
            RunViews views,
            Submissions submissions,
            Related related,
            CommentStore comments,
            Files files) {
        this.access = access;
        this.lists = lists;
        this.views = views;
        this.submissions = submissions;
        this.related = related;
        this.comments = comments;
        this.files = files;
    }

    /** @param errors what is still wrong with the values */
    record PreviewView(List<PathStep> steps, List<FieldError> errors) {

        PreviewView {
            steps = List.copyOf(steps);
            errors = List.copyOf(errors);
        }
    }

    PreviewView preview(Actor actor, PreviewRequest request) {
        Submissions.Path path = submissions.preview(actor, request);
        return new PreviewView(views.steps(actor, path.template(), path.steps()), path.errors());
    }

    /** Notes that the person has seen everything up to now. */
    @Transactional
    public RunView open(Actor actor, long id) {
        Access.Seen seen = access.see(actor, id);
        Approval run = seen.run();
        RunViews.Loaded loaded = views.load(actor, run, access.mayManage(actor, run));
        RunView view = views.view(actor, loaded, lists.head(actor, seen), related);
        access.read(actor, run);
        return view;
    }

    /** Of a file that stands in a field the person may see, in a decision or in a comment. */
    Ticket ticket(Actor actor, long id, long fileId) {
        Approval run = access.require(actor, id);
        RunViews.Loaded loaded = views.load(actor, run, access.mayManage(actor, run));
        FormTexts.Filled visible = loaded.visible();
        Collection<Long> shown = views.files(actor, loaded, visible, related);
        if (!shown.contains(fileId) && !comments.hasFile(run.orgId(), id, fileId)) {
            throw FileProblem.NOT_FOUND.problem();
        }
        return files.ticket(actor, fileId);
    }
}
