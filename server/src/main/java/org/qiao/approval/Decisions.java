package org.qiao.approval;

import java.util.List;
import org.qiao.approval.ActRequests.DecideRequest;
import org.qiao.approval.MarkStore.Mark;
import org.qiao.approval.Runs.Held;
import org.qiao.file.Files;
import org.qiao.flow.Command;
import org.qiao.flow.FlowProblem;
import org.qiao.flow.FlowState;
import org.qiao.form.FormDiff;
import org.qiao.form.FormDiff.Change;
import org.qiao.form.FormRights;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Agreeing, refusing and doing, with what may come along: a signature, files, values that the node lets a person change. */
@Service
class Decisions {

    private final Runs runs;
    private final Access access;
    private final Fillings fillings;
    private final MarkStore marks;
    private final Files files;

    Decisions(Runs runs, Access access, Fillings fillings, MarkStore marks, Files files) {
        this.runs = runs;
        this.access = access;
        this.fillings = fillings;
        this.marks = marks;
        this.files = files;
    }

    @Transactional
    public void decide(Actor actor, long id, DecideRequest request) {
        access.require(actor, id);
        Held held = runs.hold(actor.orgId(), id);
        FormValues values = values(actor, held, request);
        Mark mark = mark(actor, request);
        int last = runs.act(held.with(values), command(actor, request), actor.principalId());
        if (!mark.isEmpty()) {
            marks.mark(held.run(), request.task(), mark);
        }
        List<Change> changes = FormDiff.of(held.template().form(), held.values(), values);
        if (!changes.isEmpty()) {
            marks.edit(actor, held.run(), last, changes, held.now());
            fillings.store(actor, held.run(), held.template(), values);
        }
    }

    private static Command command(Actor actor, DecideRequest request) {
        long by = actor.principalId();
        return switch (request.verdict()) {
            case AGREE -> new Command.Agree(by, request.task(), request.reason());
            case REFUSE -> new Command.Refuse(by, request.task(), request.reason());
            case HANDLE -> new Command.Handle(by, request.task(), request.reason());
        };
    }

    private Mark mark(Actor actor, DecideRequest request) {
        request.files().forEach(file -> files.requireOwn(actor, file));
        if (request.signature() != null) {
            files.requireOwn(actor, request.signature());
        }
        return new Mark(request.signature(), request.files());
    }

    private FormValues values(Actor actor, Held held, DecideRequest request) {
        JsonNode changes = request.changes();
        if (changes == null || changes.isNull() || changes.isEmpty()) {
            return held.values();
        }
        FlowState.Task task = held.state().findTask(request.task()).orElseThrow(FlowProblem.NOT_FOUND::problem);
        FormRights rights =
                Sight.at(held.template(), held.state().frame(task.frame()).node());
        ObjectNode merged = held.values().json();
        FormValues.of(changes).json().properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return fillings.change(actor, held, FormValues.of(merged), rights);
    }
}
