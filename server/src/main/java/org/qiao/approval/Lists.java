package org.qiao.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.RunView.RunHead;
import org.qiao.approvaltemplate.Templates;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
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
        return new Page<>(heads(actor, page.items()), page.next());
    }

    RunHead head(Actor actor, long id) {
        Approval run = access.require(actor, id);
        int read =
                access.reader(actor, run).map(ReaderStore.Reader::readVersion).orElse(run.version());
        return heads(
                        actor,
                        List.of(new ListStore.Line(
                                id, read, store.openTask(actor, id).orElse(null))))
                .getFirst();
    }

    private List<RunHead> heads(Actor actor, List<ListStore.Line> lines) {
        List<Long> ids = lines.stream().map(ListStore.Line::id).toList();
        Map<Long, Approval> runs = new HashMap<>();
        approvals.find(actor.orgId(), ids).forEach(run -> runs.put(run.id(), run));
        Map<Long, List<Long>> waiting = store.waitingFor(actor.orgId(), ids);
        Set<Long> people = new HashSet<>();
        runs.values().forEach(run -> people.add(run.applicantId()));
        waiting.values().forEach(some -> some.stream().limit(WAITING_SHOWN).forEach(people::add));
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, people).forEach(card -> cards.put(card.id(), card));
        List<RunHead> heads = new ArrayList<>();
        for (ListStore.Line line : lines) {
            Approval run = Objects.requireNonNull(runs.get(line.id()));
            List<Card> waitingFor = waiting.getOrDefault(line.id(), List.of()).stream()
                    .distinct()
                    .limit(WAITING_SHOWN)
                    .map(cards::get)
                    .filter(Objects::nonNull)
                    .toList();
            heads.add(head(line, run, Objects.requireNonNull(cards.get(run.applicantId())), waitingFor));
        }
        return heads;
    }

    private static RunHead head(ListStore.Line line, Approval run, Card applicant, List<Card> waitingFor) {
        return new RunHead(
                run.id(),
                run.number(),
                run.title(),
                run.templateId(),
                applicant,
                run.state(),
                run.undoesId(),
                run.undoneById(),
                run.summary(),
                run.version(),
                run.submittedAt(),
                run.endedAt(),
                run.movedAt(),
                line.readVersion() < run.version(),
                line.task(),
                waitingFor);
    }
}
