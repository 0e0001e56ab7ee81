package org.qiao.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerHandedOver;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.followup.FollowUpViews.CustomerTaskRequest;
import org.qiao.followup.FollowUpViews.CustomerTaskView;
import org.qiao.followup.TaskStore.Task;
import org.qiao.platform.Actor;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderText;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done for a customer, by when; the reminder goes to whoever is to do it. */
@Service
class CustomerTasks {

    private static final String TOPIC = "followup";
    private static final int SHOWN = 200;

    private final TaskStore store;
    private final Customers customers;
    private final CustomerEvents timeline;
    private final Members members;
    private final Reminders reminders;
    private final Clock clock;

    CustomerTasks(
            TaskStore store,
            Customers customers,
            CustomerEvents timeline,
            Members members,
            Reminders reminders,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.timeline = timeline;
        this.members = members;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Transactional
    public CustomerTaskView add(Actor actor, long customerId, CustomerTaskRequest request) {
        Customer customer = customers.require(actor, customerId);
        Task wanted = new Task(
                0,
                customer.id(),
                actor.principalId(),
                assignee(actor, request),
                TaskRule.text(request.text()),
                TaskRule.due(request.dueAt(), clock.instant()),
                null);
        return view(actor, insert(actor, wanted));
    }

    /** One that was checked. In the caller's transaction. */
    long insert(Actor actor, Task wanted) {
        FollowupProblem.requireRoom(store.countOpen(actor.orgId(), wanted.assigneeId()) + 1, TaskRule.OPEN_MAX);
        long id = store.add(actor, wanted, clock.instant());
        remind(actor.orgId(), id, wanted);
        tell(actor, wanted.customerId(), "TASK_ADDED", id);
        return id;
    }

    @Transactional
    public CustomerTaskView change(Actor actor, long id, CustomerTaskRequest request) {
        Task before = requireMine(actor, id);
        Task wanted = new Task(
                id,
                before.customerId(),
                before.authorId(),
                assignee(actor, request),
                TaskRule.text(request.text()),
                before.dueAt().equals(request.dueAt())
                        ? before.dueAt()
                        : TaskRule.due(request.dueAt(), clock.instant()),
                before.doneAt());
        store.change(actor.orgId(), wanted);
        if (wanted.doneAt() == null && wanted.dueAt().isAfter(clock.instant())) {
            remind(actor.orgId(), id, wanted);
        }
        return view(actor, id);
    }

    @Transactional
    public CustomerTaskView setDone(Actor actor, long id, boolean done) {
        Task before = requireMine(actor, id);
        if (done == (before.doneAt() != null)) {
            return view(actor, id);
        }
        Instant now = clock.instant();
        store.setDone(actor.orgId(), id, done ? now : null);
        if (done) {
            reminders.cancel(actor.orgId(), key(id));
        } else if (before.dueAt().isAfter(now)) {
            remind(actor.orgId(), id, before);
        }
        tell(actor, before.customerId(), done ? "TASK_DONE" : "TASK_REOPENED", id);
        return view(actor, id);
    }

    @Transactional
    public void delete(Actor actor, long id) {
        requireMine(actor, id);
        store.delete(actor.orgId(), id);
        reminders.cancel(actor.orgId(), key(id));
    }

    /** What is open goes with the customer, and back when the hand-over is undone; harmless when it is told again. */
    @ApplicationModuleListener
    void on(CustomerHandedOver event) {
        List<Task> moved = event.undone()
                ? store.handBack(event)
                : store.handOver(event, customers.family(event.orgId(), event.customerId()));
        Instant now = clock.instant();
        for (Task task : moved) {
            if (task.dueAt().isAfter(now)) {
                remind(event.orgId(), task.id(), task);
            }
        }
    }

    /** Of one customer: open ones first, then the newest. */
    @Transactional(readOnly = true)
    public List<CustomerTaskView> ofCustomer(Actor actor, long customerId) {
        Customer customer = customers.require(actor, customerId);
        return views(
                actor, store.ofCustomers(actor.orgId(), customers.family(actor.orgId(), customer.id()), SHOWN), false);
    }

    /** What the actor is to do, of all customers; what is due first comes first. */
    @Transactional(readOnly = true)
    public List<CustomerTaskView> mine(Actor actor) {
        return views(actor, store.open(actor, SHOWN), true);
    }

    private long assignee(Actor actor, CustomerTaskRequest request) {
        Long asked = request.assignee();
        if (asked == null || asked == actor.principalId()) {
            return actor.principalId();
        }
        if (members.present(actor, List.of(asked)).isEmpty()) {
            throw FollowupProblem.UNKNOWN_MEMBER.problem("field", "assignee");
        }
        return asked;
    }

    /** For whoever wrote it and whoever is to do it, whether he may look at the customer or not; for administrators, too. */
    private Task requireMine(Actor actor, long id) {
        Task task = store.lock(actor.orgId(), id).orElseThrow(FollowupProblem.NOT_FOUND::problem);
        boolean own = task.assigneeId() == actor.principalId() || task.authorId() == actor.principalId();
        if (!own) {
            customers.require(actor, task.customerId());
            if (!actor.isAdmin()) {
                throw FollowupProblem.NOT_ALLOWED.problem();
            }
        }
        return task;
    }

    private void remind(long orgId, long id, Task task) {
        Customer customer = customers.current(orgId, task.customerId());
        ReminderText text = new ReminderText(
                "task",
                Map.of("customer", customer.name(), "due", task.dueAt().toString()),
                "/customers/" + customer.id());
        reminders.set(
                orgId,
                Reminder.of(TOPIC, key(id), new ReminderTime.At(task.dueAt()))
                        .telling(Set.of(task.assigneeId()), text));
    }

    static String key(long id) {
        return TOPIC + ":task:" + id;
    }

    private void tell(Actor actor, long customerId, String kind, long id) {
        timeline.add(
                actor.orgId(),
                customers.current(actor.orgId(), customerId).id(),
                NewEvent.of(kind, actor.principalId()).with(Map.of("task", id)));
    }

    private CustomerTaskView view(Actor actor, long id) {
        return Objects.requireNonNull(views(actor, Set.of(id)).get(id));
    }

    /** By id; whether the actor may look at the customer was asked before. */
    Map<Long, CustomerTaskView> views(Actor actor, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : views(actor, store.findAll(actor.orgId(), ids), false).stream()
                        .collect(Collectors.toMap(CustomerTaskView::id, view -> view));
    }

    private List<CustomerTaskView> views(Actor actor, List<Task> tasks, boolean named) {
        Set<Long> people = new HashSet<>();
        tasks.forEach(task -> {
            people.add(task.authorId());
            people.add(task.assigneeId());
        });
        Map<Long, Card> cards = members.cardsById(actor, people);
        Map<Long, CustomerCard> whom = new HashMap<>();
        if (named) {
            customers
                    .cards(
                            actor.orgId(),
                            tasks.stream().map(Task::customerId).distinct().toList())
                    .forEach(card -> whom.put(card.id(), card));
        }
        return tasks.stream()
                .filter(task -> cards.keySet().containsAll(List.of(task.authorId(), task.assigneeId())))
                .map(task -> new CustomerTaskView(
                        task.id(),
                        whom.get(task.customerId()),
                        Objects.requireNonNull(cards.get(task.authorId())),
                        Objects.requireNonNull(cards.get(task.assigneeId())),
                        task.text(),
                        task.dueAt(),
                        task.doneAt(),
                        actor.isAdmin()
                                || task.authorId() == actor.principalId()
                                || task.assigneeId() == actor.principalId()))
                .toList();
    }
}
