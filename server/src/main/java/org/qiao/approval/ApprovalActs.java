package org.qiao.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ActRequests.ReturnRequest;
import org.qiao.approval.ActRequests.SignersRequest;
import org.qiao.approval.Comments.ApprovalCommentRequest;
import org.qiao.flow.FlowState;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** What people do in approvals besides starting and deciding, for other modules in their name; see {@link Approvals}. */
@Service
public class ApprovalActs {

    private final Acts acts;
    private final Comments comments;
    private final Submissions submissions;

    ApprovalActs(Acts acts, Comments comments, Submissions submissions) {
        this.acts = acts;
        this.comments = comments;
        this.submissions = submissions;
    }

    /** These are asked before the person himself answers. */
    public void askFirst(Actor actor, long id, int task, List<Long> people, @Nullable String reason) {
        acts.addSigners(actor, id, new SignersRequest(task, FlowState.When.BEFORE, people, null, reason));
    }

    /** To the applicant, and from the start again. */
    public void sendBack(Actor actor, long id, int task, String reason) {
        acts.sendBack(actor, id, new ReturnRequest(task, null, FlowState.Then.START, reason));
    }

    public void revoke(Actor actor, long id, @Nullable String reason) {
        submissions.revoke(actor, id, reason);
    }

    /** @param key once for the author; a repeat changes nothing */
    public void comment(Actor actor, long id, String text, List<Long> mentions, String key) {
        comments.add(actor, id, new ApprovalCommentRequest(text, mentions, List.of(), key));
    }
}
