package org.qiao.foreigntask;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.foreigntask.ForeignTask.Answer;
import org.qiao.foreigntask.ForeignTask.ForeignTaskAnswer;
import org.qiao.foreigntask.ForeignTaskViews.ForeignSystem;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskAnswerRequest;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskAnswered;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskBox;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskDetails;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskHead;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskSummary;
import org.qiao.foreigntask.TaskLedger.Turn;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks for the people who have them; nobody else sees them. */
@Service
class ForeignTasks {

    private static final int COUNTED = 100;
    private static final int QUERY_MAX = 100;

    private final ForeignTaskStore store;
    private final TaskAssigneeStore assignees;
    private final TaskLedger ledger;
    private final Members members;

    ForeignTasks(ForeignTaskStore store, TaskAssigneeStore assignees, TaskLedger ledger, Members members) {
        this.store = store;
        this.assignees = assignees;
        this.ledger = ledger;
        this.members = members;
    }

    /** @param q in the title */
    record Query(
            ForeignTaskBox box,
            @Nullable Long system,
            @Nullable String q) {

        Query {
            if (q != null && q.length() > QUERY_MAX) {
                throw PlatformProblem.INVALID.problem("field", "q", "max", QUERY_MAX);
            }
        }
    }

    Page<ForeignTaskHead> list(Actor actor, Query query, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        ForeignTaskStore.Wanted wanted = new ForeignTaskStore.Wanted(
                query.box() == ForeignTaskBox.OPEN,
                query.system(),
                LikePattern.lowerCase(query.q()),
                Limits.key(after, Long.MAX_VALUE),
                size + 1);
        Page<ForeignTaskStore.Line> page = Page.cut(
                store.list(actor.orgId(), actor.principalId(), wanted), size, line -> Long.toString(line.place()));
        List<ForeignTask> tasks =
                page.items().stream().map(ForeignTaskStore.Line::task).toList();
        return new Page<>(heads(actor, tasks), page.next());
    }

    ForeignTaskSummary summary(Actor actor) {
        List<ForeignSystem> systems = store.systems(actor.orgId()).entrySet().stream()
                .map(system -> new ForeignSystem(system.getKey(), system.getValue()))
                .toList();
        return new ForeignTaskSummary(assignees.countOpen(actor.orgId(), actor.principalId(), COUNTED), systems);
    }

    ForeignTaskDetails get(Actor actor, long id) {
        ForeignTask task = require(actor, id);
        List<Long> people = assignees.of(actor.orgId(), List.of(id)).getOrDefault(id, List.of());
        return new ForeignTaskDetails(heads(actor, List.of(task)).getFirst(), members.cards(actor, people));
    }

    /** Only for whoever has it; one that is somebody else's looks like a missing one. */
    private ForeignTask require(Actor actor, long id) {
        if (!assignees.has(actor.orgId(), actor.principalId(), id)) {
            throw ForeigntaskProblem.NOT_FOUND.problem();
        }
        return store.find(actor.orgId(), List.of(id)).getFirst();
    }

    /** The first answer of anybody who has it ends it for all. */
    @Transactional
    public void answer(Actor actor, long id, ForeignTaskAnswerRequest request) {
        require(actor, id); // before the turn: strangers hold nobody up
        Turn turn = ledger.begin(actor.orgId());
        ForeignTask task = require(actor, id);
        String text = request.text() == null || request.text().isBlank()
                ? null
                : request.text().strip();
        Answer answer = new Answer(request.answer(), actor.principalId(), text, turn.now());
        turn.add(new TaskMove(
                task.answered(answer, request.version()),
                true,
                Set.of(),
                Set.of(),
                new TaskMove.Happened(OpenTaskViews.What.ANSWERED, actor.principalId(), answer)));
        turn.finish();
    }

    /**
     * Takes open tasks from somebody who has left the company, in a transaction of its own. What nobody has any more ends.
     *
     * @return how many; fewer than {@code most} when he has no more
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int leave(long orgId, long memberId, int most) {
        Turn turn = ledger.begin(orgId);
        List<Long> ids = assignees.openOf(orgId, memberId, most);
        Map<Long, List<Long>> people = assignees.of(orgId, ids);
        TaskMove.Happened left = new TaskMove.Happened(OpenTaskViews.What.LEFT, memberId, null);
        for (ForeignTask task : store.find(orgId, ids)) {
            boolean last = people.getOrDefault(task.id(), List.of()).size() == 1;
            turn.add(new TaskMove(last ? task.abandoned(turn.now()) : task, true, Set.of(), Set.of(memberId), left));
        }
        turn.finish();
        return ids.size();
    }

    private List<ForeignTaskHead> heads(Actor actor, List<ForeignTask> tasks) {
        Map<Long, String> systems = store.systems(actor.orgId());
        Set<Long> people = new HashSet<>();
        for (ForeignTask task : tasks) {
            if (task.answer() != null) {
                people.add(task.answer().memberId());
            }
        }
        Map<Long, Card> cards = members.cardsById(actor, people);
        return tasks.stream()
                .map(task -> head(
                        task, new ForeignSystem(task.systemId(), systems.getOrDefault(task.systemId(), "")), cards))
                .toList();
    }

    private static ForeignTaskHead head(ForeignTask task, ForeignSystem system, Map<Long, Card> cards) {
        ForeignTask.Content content = task.content();
        Answer answer = task.answer();
        return new ForeignTaskHead(
                task.id(),
                system,
                content.title(),
                content.facts(),
                content.link(),
                content.dueAt(),
                content.answers(),
                task.state(),
                task.how(),
                task.version(),
                answer == null
                        ? null
                        : new ForeignTaskAnswered(
                                label(content, answer.key()), cards.get(answer.memberId()), answer.text(), answer.at()),
                task.times().createdAt(),
                task.times().changedAt(),
                task.times().endedAt());
    }

    /** The system may have changed its buttons since. */
    private static String label(ForeignTask.Content content, String key) {
        return content.answers().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(ForeignTaskAnswer::label)
                .orElse(key);
    }
}
