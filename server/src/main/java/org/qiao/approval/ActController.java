package org.qiao.approval;

import jakarta.validation.Valid;
import java.util.List;
import org.qiao.approval.ActRequests.BatchAnswer;
import org.qiao.approval.ActRequests.BatchRequest;
import org.qiao.approval.ActRequests.DecideRequest;
import org.qiao.approval.ActRequests.HandOverAnswer;
import org.qiao.approval.ActRequests.HandOverRequest;
import org.qiao.approval.ActRequests.ReadersRequest;
import org.qiao.approval.ActRequests.ResubmitRequest;
import org.qiao.approval.ActRequests.ReturnRequest;
import org.qiao.approval.ActRequests.RevokeRequest;
import org.qiao.approval.ActRequests.ShareRequest;
import org.qiao.approval.ActRequests.SignersRequest;
import org.qiao.approval.ActRequests.TaskRequest;
import org.qiao.approval.ActRequests.TransferRequest;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moving runs. Every answer is the run as it is afterwards. */
@RestController
@RequestMapping("/api")
class ActController {

    private final Decisions decisions;
    private final Acts acts;
    private final Submissions submissions;
    private final Resubmissions resubmissions;
    private final Outreach outreach;
    private final HandOvers handOvers;
    private final Reading reading;

    ActController(
            Decisions decisions,
            Acts acts,
            Submissions submissions,
            Resubmissions resubmissions,
            Outreach outreach,
            HandOvers handOvers,
            Reading reading) {
        this.decisions = decisions;
        this.acts = acts;
        this.submissions = submissions;
        this.resubmissions = resubmissions;
        this.outreach = outreach;
        this.handOvers = handOvers;
        this.reading = reading;
    }

    @PostMapping("/approvals/decisions")
    List<BatchAnswer> agreeToAll(Actor actor, @Valid @RequestBody BatchRequest body) {
        return acts.agreeToAll(actor, body);
    }

    @PostMapping("/approvals/{id}/decisions")
    RunView decide(Actor actor, @PathVariable long id, @Valid @RequestBody DecideRequest body) {
        decisions.decide(actor, id, body);
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/transfers")
    RunView transfer(Actor actor, @PathVariable long id, @Valid @RequestBody TransferRequest body) {
        acts.transfer(actor, id, body);
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/signers")
    RunView addSigners(Actor actor, @PathVariable long id, @Valid @RequestBody SignersRequest body) {
        acts.addSigners(actor, id, body);
        return reading.open(actor, id);
    }

    @DeleteMapping("/approvals/{id}/signers/{task}")
    RunView removeSigner(Actor actor, @PathVariable long id, @PathVariable int task) {
        acts.removeSigner(actor, id, task);
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/returns")
    RunView sendBack(Actor actor, @PathVariable long id, @Valid @RequestBody ReturnRequest body) {
        acts.sendBack(actor, id, body);
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/take-backs")
    RunView takeBack(Actor actor, @PathVariable long id, @Valid @RequestBody TaskRequest body) {
        acts.takeBack(actor, id, body.task());
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/submissions")
    RunView resubmit(Actor actor, @PathVariable long id, @Valid @RequestBody ResubmitRequest body) {
        resubmissions.resubmit(actor, id, body);
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/revocations")
    RunView revoke(Actor actor, @PathVariable long id, @Valid @RequestBody RevokeRequest body) {
        submissions.revoke(actor, id, body.reason());
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/readers")
    RunView addReaders(Actor actor, @PathVariable long id, @Valid @RequestBody ReadersRequest body) {
        acts.addReaders(actor, id, body.members());
        return reading.open(actor, id);
    }

    @PostMapping("/approvals/{id}/urges")
    Outreach.UrgeAnswer urge(Actor actor, @PathVariable long id) {
        return outreach.urge(actor, id);
    }

    @PostMapping("/approvals/{id}/shares")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(Actor actor, @PathVariable long id, @Valid @RequestBody ShareRequest body) {
        outreach.share(actor, id, body.conversationId());
    }

    @PostMapping("/admin/approval-hand-overs")
    HandOverAnswer handOver(Actor actor, @Valid @RequestBody HandOverRequest body) {
        return new HandOverAnswer(handOvers.handOver(actor, body));
    }
}
