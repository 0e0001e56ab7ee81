package org.qiao.foreigntask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiProgram;
import org.qiao.directory.Members;
import org.qiao.foreigntask.ForeignTask.Said;
import org.qiao.foreigntask.ForeigntaskProblem.Flaw;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskPush;
import org.qiao.foreigntask.TaskLedger.Turn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what systems say of their tasks: all of a call or nothing. */
@Service
class TaskPostings {

    private final ForeignTaskStore store;
    private final TaskAssigneeStore assignees;
    private final TaskLedger ledger;
    private final Members members;

    TaskPostings(ForeignTaskStore store, TaskAssigneeStore assignees, TaskLedger ledger, Members members) {
        this.store = store;
        this.assignees = assignees;
        this.ledger = ledger;
        this.members = members;
    }

    /** @param at where it stands in the call, "" or "items[3]." */
    record Order(String key, ForeignTaskPush push, Said said, String at) {}

    /** The keys of those that are new. */
    @Transactional
    public Set<String> post(ApiProgram program, List<Order> orders) {
        long org = program.orgId();
        Turn turn = ledger.begin(org);
        long system = store.system(org, program.name());
        Map<String, ForeignTask> before =
                store.findKeys(org, system, orders.stream().map(Order::key).toList());
        List<Order> news = orders.stream()
                .filter(order -> !isKnown(before.get(order.key()), order.said()))
                .toList();
        List<Set<Long>> people = people(program, news);
        Map<Long, List<Long>> had =
                assignees.of(org, before.values().stream().map(ForeignTask::id).toList());
        Set<String> created = new HashSet<>();
        for (int i = 0; i < news.size(); i++) {
            Order order = news.get(i);
            ForeignTask old = before.get(order.key());
            if (old == null) {
                created.add(order.key());
                ForeignTask first = ForeignTask.first(system, order.key(), order.said(), turn.now());
                turn.add(new TaskMove(first, false, people.get(i), Set.of(), null));
            } else {
                turn.add(again(
                        old,
                        old.said(order.said(), turn.now()),
                        people.get(i),
                        Set.copyOf(had.getOrDefault(old.id(), List.of()))));
            }
        }
        turn.finish();
        return created;
    }

    private static boolean isKnown(@Nullable ForeignTask old, Said said) {
        return old != null && old.heard(said);
    }

    /** Whoever keeps a task is not told of it anew, unless it had ended. */
    private static TaskMove again(ForeignTask old, ForeignTask now, Set<Long> people, Set<Long> had) {
        if (!now.isOpen()) {
            return new TaskMove(now, old.isOpen(), Set.of(), Set.of(), null);
        }
        Set<Long> given = new HashSet<>(people);
        Set<Long> taken = new HashSet<>(had);
        taken.removeAll(people);
        if (old.isOpen()) {
            given.removeAll(had);
        }
        return new TaskMove(now, old.isOpen(), given, taken, null);
    }

    /** In the order given; who is not there refuses the whole call. Read within the turn, so nobody leaves unseen. */
    private List<Set<Long>> people(ApiProgram program, List<Order> orders) {
        Set<Long> ids = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Order order : orders) {
            ids.addAll(order.push().assignees());
            numbers.addAll(order.push().numbers());
        }
        AssigneeRule rule = new AssigneeRule(
                members.present(program.orgId(), ids),
                members.numberOwners(program.orgId(), numbers),
                program.memberId());
        List<Flaw> flaws = new ArrayList<>();
        List<Set<Long>> people = orders.stream()
                .map(order -> rule.people(order.push(), order.at(), flaws))
                .toList();
        if (!flaws.isEmpty()) {
            throw ForeigntaskProblem.UNKNOWN_ASSIGNEE.at(flaws);
        }
        return people;
    }

    /** Again is harmless. */
    @Transactional
    public void withdraw(ApiProgram program, String key) {
        Turn turn = ledger.begin(program.orgId());
        long system = store.findSystem(program.orgId(), program.name());
        ForeignTask task = Objects.requireNonNullElseGet(
                store.findKeys(program.orgId(), system, List.of(key)).get(key), () -> {
                    throw ForeigntaskProblem.NOT_FOUND.problem();
                });
        if (task.isOpen()) {
            turn.add(new TaskMove(task.withdrawn(turn.now()), true, Set.of(), Set.of(), null));
        }
        turn.finish();
    }
}
