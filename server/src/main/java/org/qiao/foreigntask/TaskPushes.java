package org.qiao.foreigntask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiProgram;
import org.qiao.foreigntask.ForeignTask.Said;
import org.qiao.foreigntask.ForeigntaskProblem.Flaw;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskPush;
import org.qiao.foreigntask.OpenTaskRequests.KeyedTaskPush;
import org.qiao.foreigntask.OpenTaskViews.PushedTask;
import org.qiao.foreigntask.OpenTaskViews.PushedTaskChange;
import org.qiao.foreigntask.OpenTaskViews.PushedTaskChanges;
import org.qiao.foreigntask.TaskPostings.Order;
import org.qiao.platform.Limits;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Tasks for programs: a program sees and changes those that it gave itself. */
@Service
class TaskPushes {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}");

    private final TaskPostings postings;
    private final ForeignTaskStore store;
    private final TaskAssigneeStore assignees;
    private final TaskChangeStore changes;
    private final LinkRule links;
    private final JsonMapper json;

    TaskPushes(
            TaskPostings postings,
            ForeignTaskStore store,
            TaskAssigneeStore assignees,
            TaskChangeStore changes,
            LinkRule links,
            JsonMapper json) {
        this.postings = postings;
        this.store = store;
        this.assignees = assignees;
        this.changes = changes;
        this.links = links;
        this.json = json;
    }

    record Pushed(PushedTask task, boolean created) {}

    Pushed push(ApiProgram program, String key, ForeignTaskPush push) {
        if (!KEY.matcher(key).matches()) {
            throw ForeigntaskProblem.BAD_KEY.problem();
        }
        Order order = order(key, push, "");
        requireSound(List.of(order));
        boolean created = !postings.post(program, List.of(order)).isEmpty();
        return new Pushed(get(program, key), created);
    }

    /** In the order given. */
    List<PushedTask> pushAll(ApiProgram program, List<KeyedTaskPush> items) {
        Set<String> keys = new HashSet<>();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            KeyedTaskPush item = items.get(i);
            Flaw flaw = new Flaw("items[" + i + "].key", "invalid");
            if (!KEY.matcher(item.key()).matches()) {
                throw ForeigntaskProblem.BAD_KEY.at(List.of(flaw));
            }
            if (!keys.add(item.key())) {
                throw ForeigntaskProblem.KEY_TWICE.at(List.of(flaw));
            }
            orders.add(order(item.key(), item.task(), "items[" + i + "].task."));
        }
        requireSound(orders);
        postings.post(program, orders);
        long system = store.findSystem(program.orgId(), program.name());
        Map<String, ForeignTask> found = store.findKeys(program.orgId(), system, keys);
        return views(
                program,
                orders.stream()
                        .map(order -> Objects.requireNonNull(found.get(order.key())))
                        .toList());
    }

    private Order order(String key, ForeignTaskPush push, String at) {
        String digest = HexFormat.of().formatHex(SecureTokens.hash(json.writeValueAsString(push)));
        return new Order(key, push, new Said(push.content(), push.state(), digest, push.reopen()), at);
    }

    private void requireSound(List<Order> orders) {
        List<Flaw> flaws = new ArrayList<>();
        List<Flaw> badLinks = new ArrayList<>();
        LinkRule.Check check = links.check();
        for (Order order : orders) {
            flaws.addAll(order.push().flaws(order.at()));
            if (!check.allows(order.push().link())) {
                badLinks.add(new Flaw(order.at() + "link", "refused"));
            }
        }
        if (!flaws.isEmpty()) {
            throw ForeigntaskProblem.INCOMPLETE.at(flaws);
        }
        if (!badLinks.isEmpty()) {
            throw ForeigntaskProblem.BAD_LINK.at(badLinks);
        }
    }

    PushedTask withdraw(ApiProgram program, String key) {
        postings.withdraw(program, key);
        return get(program, key);
    }

    PushedTask get(ApiProgram program, String key) {
        long system = store.findSystem(program.orgId(), program.name());
        ForeignTask task = Optional.ofNullable(
                        store.findKeys(program.orgId(), system, List.of(key)).get(key))
                .orElseThrow(ForeigntaskProblem.NOT_FOUND::problem);
        return views(program, List.of(task)).getFirst();
    }

    /** What people did with this program's tasks after the cursor. */
    PushedTaskChanges changes(ApiProgram program, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        long from = Limits.key(after, 0);
        long system = store.findSystem(program.orgId(), program.name());
        List<TaskChangeStore.Change> found = changes.list(program.orgId(), system, from, size + 1);
        boolean more = found.size() > size;
        List<TaskChangeStore.Change> page = more ? found.subList(0, size) : found;
        Map<Long, PushedTask> tasks = new HashMap<>();
        List<ForeignTask> stored = store.find(
                program.orgId(),
                page.stream().map(TaskChangeStore.Change::taskId).distinct().toList());
        List<PushedTask> views = views(program, stored);
        for (int i = 0; i < stored.size(); i++) {
            tasks.put(stored.get(i).id(), views.get(i));
        }
        List<PushedTaskChange> items = page.stream()
                .map(change -> new PushedTaskChange(
                        change.no(),
                        change.what(),
                        change.memberId(),
                        change.answer(),
                        change.text(),
                        change.at(),
                        Objects.requireNonNull(tasks.get(change.taskId()))))
                .toList();
        return new PushedTaskChanges(
                items, page.isEmpty() ? from : page.getLast().no(), more);
    }

    private List<PushedTask> views(ApiProgram program, List<ForeignTask> tasks) {
        Map<Long, List<Long>> people = assignees.of(
                program.orgId(), tasks.stream().map(ForeignTask::id).toList());
        return tasks.stream()
                .map(task -> PushedTask.of(task, program.name(), people.getOrDefault(task.id(), List.of())))
                .toList();
    }
}
