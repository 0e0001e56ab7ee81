package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Signers;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.When;
import org.qiao.flow.FlowState.Why;

/**
 * Counts the answers of one frame. The people of the node sit side by side; whoever adds signers before or after himself gets
 * a group below his seat, and signers may add signers. A seat counts what its groups say: it is refused by any of them, and
 * agreed when he and those after him have agreed.
 */
final class Seats {

    enum Result {
        PENDING,
        AGREED,
        REFUSED,
        /** Nobody sits there. */
        GONE
    }

    private static final int NODE = 0;

    private final Frame frame;
    private final Together together;
    private final List<Task> tasks;
    private final Map<Integer, Task> byNumber = new HashMap<>();
    private final Map<Integer, List<Task>> members = new HashMap<>();
    private final Map<Integer, List<Signers>> below = new HashMap<>();
    private final Map<Integer, Signers> groups = new HashMap<>();
    private final Map<Integer, Integer> replacedBy = new HashMap<>();
    private final Map<Integer, Result> results = new HashMap<>();

    Seats(FlowState state, int number) {
        frame = state.frame(number);
        together = Objects.requireNonNullElse(frame.entered().together(), Together.ANY);
        tasks = state.tasksOf(number);
        for (Task task : tasks) {
            byNumber.put(task.number(), task);
            members.computeIfAbsent(groupOf(task), _ -> new ArrayList<>()).add(task);
            Integer replaces = task.opened().replaces();
            if (replaces != null) {
                replacedBy.put(replaces, task.number());
            }
        }
        for (Signers group : state.groups()) {
            if (byNumber.containsKey(group.task())) {
                below.computeIfAbsent(group.task(), _ -> new ArrayList<>()).add(group);
                groups.put(group.number(), group);
            }
        }
    }

    /** GONE when nobody is left whose answer counts. */
    Result node() {
        int agreed = (int) frame.skips().stream()
                .filter(skip -> skip.why() == Why.ALREADY_AGREED)
                .count();
        int pending = 0;
        int refused = 0;
        for (Task task : members(NODE)) {
            switch (result(task)) {
                case AGREED -> agreed++;
                case PENDING -> pending++;
                case REFUSED -> refused++;
                case GONE -> {
                    // Not counted.
                }
            }
        }
        int all = agreed + pending + refused;
        if (all == 0) {
            return Result.GONE;
        }
        boolean vote = together.rule() == Together.Rule.SHARE;
        int needed = together.needed(all);
        if (refused > 0 && (!vote || agreed + pending < needed)) {
            return Result.REFUSED;
        }
        return agreed >= needed ? Result.AGREED : Result.PENDING;
    }

    /** Why a pending task is of no use any more; null when it is. */
    @Nullable
    Why useless(Task task) {
        if (result(task) == Result.REFUSED) {
            return Why.REFUSED;
        }
        return uselessPlace(task);
    }

    /** Whether it is somebody's turn now. */
    boolean due(Task task) {
        return placeDue(task) && groupsBefore(task).stream().allMatch(group -> result(group) == Result.AGREED);
    }

    /** Who added a signer, or has his seat now. */
    @Nullable
    Task adder(Task signer) {
        Signers group = groups.get(groupOf(signer));
        return group == null ? null : holder(group);
    }

    private Result result(Task task) {
        Result known = results.get(task.number());
        if (known == null) {
            known = count(task);
            results.put(task.number(), known);
        }
        return known;
    }

    private Result count(Task task) {
        if (task.undone() || task.status().gone()) {
            return Result.GONE;
        }
        List<Signers> after = groupsAfter(task);
        boolean refused = task.status() == TaskStatus.REFUSED
                || groupsBefore(task).stream().anyMatch(group -> result(group) == Result.REFUSED)
                || after.stream().anyMatch(group -> result(group) == Result.REFUSED);
        if (refused) {
            return Result.REFUSED;
        }
        if (task.pending()) {
            return Result.PENDING;
        }
        if (!task.status().counts()) {
            return Result.GONE;
        }
        return after.stream().allMatch(group -> result(group) == Result.AGREED) ? Result.AGREED : Result.PENDING;
    }

    /** A group without anybody left has nothing against it. */
    private Result result(Signers group) {
        List<Result> all = members(group.number()).stream()
                .map(this::result)
                .filter(result -> result != Result.GONE)
                .toList();
        if (all.contains(Result.REFUSED)) {
            return Result.REFUSED;
        }
        boolean done = group.rule() == Together.Rule.ANY
                ? all.isEmpty() || all.contains(Result.AGREED)
                : !all.contains(Result.PENDING);
        return done ? Result.AGREED : Result.PENDING;
    }

    private @Nullable Why uselessPlace(Task task) {
        Signers group = groups.get(groupOf(task));
        if (group == null) {
            return null;
        }
        if (result(group) != Result.PENDING) {
            return result(group) == Result.AGREED ? Why.ENOUGH_AGREED : Why.REFUSED;
        }
        Task holder = holder(group);
        boolean waited = group.when() == When.BEFORE
                ? holder.pending() && useless(holder) == null
                : holder.status().counts() && !holder.undone() && uselessPlace(holder) == null;
        return waited ? null : Why.WITH_ADDER;
    }

    private boolean placeDue(Task task) {
        Signers group = groups.get(groupOf(task));
        Together.Rule rule = group == null ? together.rule() : group.rule();
        boolean turn = rule != Together.Rule.IN_TURN
                || members(groupOf(task)).stream()
                        .filter(other -> other.opened().turn() < task.opened().turn())
                        .map(this::result)
                        .allMatch(result -> result == Result.AGREED || result == Result.GONE);
        return turn && (group == null || placeDue(holder(group)));
    }

    /** Signers before somebody are asked for whoever has his seat; those after him have been added by what he said. */
    private Task holder(Signers group) {
        int number = group.task();
        if (group.when() == When.BEFORE) {
            for (Integer next = replacedBy.get(number); next != null; next = replacedBy.get(number)) {
                number = next;
            }
        }
        return known(number);
    }

    private List<Signers> groupsBefore(Task task) {
        List<Signers> found = new ArrayList<>();
        Integer number = task.number();
        while (number != null) {
            below.getOrDefault(number, List.of()).stream()
                    .filter(group -> group.when() == When.BEFORE)
                    .forEach(found::add);
            number = known(number).opened().replaces();
        }
        return found;
    }

    private List<Signers> groupsAfter(Task task) {
        return below.getOrDefault(task.number(), List.of()).stream()
                .filter(group -> group.when() == When.AFTER)
                .toList();
    }

    private List<Task> members(int group) {
        return members.getOrDefault(group, List.of());
    }

    private Task known(int number) {
        return Objects.requireNonNull(byNumber.get(number));
    }

    private static int groupOf(Task task) {
        return Objects.requireNonNullElse(task.group(), NODE);
    }

    List<Task> pending() {
        return tasks.stream().filter(Task::pending).toList();
    }
}
