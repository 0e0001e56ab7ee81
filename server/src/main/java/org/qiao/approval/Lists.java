package org.qiao.approval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ListStore.OpenTask;
import org.qiao.approval.RunView.HeadTask;
import org.qiao.approval.RunView.RunHead;
import org.qiao.approvaltemplate.Templates;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.flow.Node;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;

/** Lists of runs and their short form. */
@Service
class Lists {

    private static final int COUNTED = 100;
    private static final int WAITING_SHOWN = 3;

    private final ListStore store;
    private final ApprovalStore approvals;
    private final Access access;
    private final Members members;
    private final Templates templates;

    Lists(ListStore store, ApprovalStore approvals, Access access, Members members, Templates templates) {
        this.store = store;
        this.approvals = approvals;
        this.access = access;
        this.members = members;
        this.templates = templates;
    }

    /** Each counted up to 100. */
    record ApprovalCounts(int todo, int toldUnread, int returned) {}

    ApprovalCounts summary(Actor actor) {
        ListStore.Counts counts = store.counts(actor, COUNTED);
        return new ApprovalCounts(counts.todo(), counts.told(), counts.returned());
    }

    Page<RunHead> list(Actor actor, Box box, ListFilter filter, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        ListStore.Scope scope =
                new ListStore.Scope(box, filter, box == Box.ALL ? templates.managedBy(actor) : List.of());
        Page<ListStore.Line> page = Page.cut(
                store.list(actor, scope, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                line -> Long.toString(line.id()));
        return new Page<>(heads(actor, seen(actor, page.items())), page.next());
    }

    private List<Seen> seen(Actor actor, List<ListStore.Line> lines) {
        Map<Long, Approval> runs = new HashMap<>();
        approvals
                .find(actor.orgId(), lines.stream().map(ListStore.Line::id).toList())
                .forEach(run -> runs.put(run.id(), run));
        return lines.stream()
                .map(line -> new Seen(Objects.requireNonNull(runs.get(line.id())), line.readVersion()))
                .toList();
    }

    /** Does not count as reading. */
    RunHead head(Actor actor, long id) {
        return head(actor, access.see(actor, id));
    }

    RunHead head(Actor actor, Access.Seen seen) {
        return heads(actor, List.of(new Seen(seen.run(), seen.readVersion()))).getFirst();
    }

    private record Seen(Approval run, int readVersion) {}

    private List<RunHead> heads(Actor actor, List<Seen> all) {
        Map<Long, List<OpenTask>> open = store.openTasks(
                actor.orgId(), all.stream().map(seen -> seen.run().id()).toList());
        Map<Long, Card> cards = cards(actor, all, open);
        return all.stream()
                .map(seen -> head(actor, seen, open.getOrDefault(seen.run().id(), List.of()), cards))
                .toList();
    }

    private Map<Long, Card> cards(Actor actor, List<Seen> all, Map<Long, List<OpenTask>> open) {
        Set<Long> people = new HashSet<>();
        all.forEach(seen -> people.add(seen.run().applicantId()));
        open.values().forEach(some -> people.addAll(waitingFor(some)));
        return members.cardsById(actor, people);
    }

    private static List<Long> waitingFor(List<OpenTask> open) {
        return open.stream()
                .map(OpenTask::assigneeId)
                .distinct()
                .limit(WAITING_SHOWN)
                .toList();
    }

    /** The first open task of the person, with what its node lets him answer. Its template's version never changes and is kept. */
    private @Nullable HeadTask task(Actor actor, Approval run, List<OpenTask> open) {
        OpenTask mine = open.stream()
                .filter(task -> task.assigneeId() == actor.principalId())
                .findFirst()
                .orElse(null);
        if (mine == null) {
            return null;
        }
        Node.Asks node = new RouteNames(templates
                        .get(run.orgId(), run.templateId(), run.templateNo())
                        .route())
                .asks(mine.nodeId());
        boolean handle = node instanceof Node.Handle;
        return new HeadTask(mine.task(), handle, !handle && node.actions().contains(Node.Action.REFUSE));
    }

    private RunHead head(Actor actor, Seen seen, List<OpenTask> open, Map<Long, Card> cards) {
        Approval run = seen.run();
        return new RunHead(
                run.id(),
                run.number(),
                run.title(),
                run.templateId(),
                Objects.requireNonNull(cards.get(run.applicantId())),
                run.state(),
                run.undoesId(),
                run.undoneById(),
                run.summary(),
                run.version(),
                run.submittedAt(),
                run.endedAt(),
                run.movedAt(),
                seen.readVersion() < run.version(),
                task(actor, run, open),
                waitingFor(open).stream()
                        .map(cards::get)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
