package org.qiao.approval;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ActRequests.BatchAnswer;
import org.qiao.approval.ActRequests.BatchRequest;
import org.qiao.approval.ActRequests.DecideRequest;
import org.qiao.approval.ActRequests.ReturnRequest;
import org.qiao.approval.ActRequests.SignersRequest;
import org.qiao.approval.ActRequests.TransferRequest;
import org.qiao.approval.ActRequests.Verdict;
import org.qiao.directory.Members;
import org.qiao.flow.Command;
import org.qiao.flow.Together;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything people do in a run besides deciding: each is one command of the engine. */
@Service
class Acts {

    private final Access access;
    private final Runs runs;
    private final Decisions decisions;
    private final Members members;

    Acts(Access access, Runs runs, Decisions decisions, Members members) {
        this.access = access;
        this.runs = runs;
        this.decisions = decisions;
        this.members = members;
    }

    void transfer(Actor actor, long id, TransferRequest request) {
        act(actor, id, new Command.Transfer(actor.principalId(), request.task(), request.to(), request.reason()));
    }

    void addSigners(Actor actor, long id, SignersRequest request) {
        Together.Rule rule = request.together() == null ? Together.Rule.ALL : request.together();
        act(
                actor,
                id,
                new Command.AddSigners(
                        actor.principalId(),
                        request.task(),
                        request.where(),
                        rule,
                        request.people(),
                        request.reason()));
    }

    void removeSigner(Actor actor, long id, int task) {
        act(actor, id, new Command.RemoveSigner(actor.principalId(), task));
    }

    void sendBack(Actor actor, long id, ReturnRequest request) {
        act(
                actor,
                id,
                new Command.Return(
                        actor.principalId(), request.task(), request.to(), request.then(), request.reason()));
    }

    void takeBack(Actor actor, long id, int task) {
        act(actor, id, new Command.TakeBack(actor.principalId(), task));
    }

    private void act(Actor actor, long id, Command command) {
        access.require(actor, id);
        runs.act(actor, id, command);
    }

    /** One after the other, each in a transaction of its own; a refusal stops none of the others. */
    List<BatchAnswer> agreeToAll(Actor actor, BatchRequest request) {
        return request.items().stream()
                .map(item -> {
                    DecideRequest decision =
                            new DecideRequest(item.task(), Verdict.AGREE, request.reason(), null, List.of(), null);
                    return new BatchAnswer(item.id(), refusal(() -> decisions.decide(actor, item.id(), decision)));
                })
                .toList();
    }

    private static @Nullable String refusal(Runnable action) {
        try {
            action.run();
            return null;
        } catch (Problem problem) { // goes into the answer
            return problem.code();
        }
    }

    /** Gives more people a copy. */
    @Transactional
    public void addReaders(Actor actor, long id, List<Long> people) {
        Approval run = access.require(actor, id);
        if (members.present(actor, people).size() != Set.copyOf(people).size()) {
            throw ApprovalProblem.UNKNOWN_MEMBER.problem();
        }
        access.requireRoom(run, people.size());
        runs.giveCopies(actor, id, people.stream().distinct().toList());
    }
}
