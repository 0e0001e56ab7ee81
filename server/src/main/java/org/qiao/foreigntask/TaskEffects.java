package org.qiao.foreigntask;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.directory.MemberLeft;
import org.qiao.directory.OrgView;
import org.qiao.directory.Orgs;
import org.qiao.foreigntask.TaskAssigneeStore.Arrival;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells people in chat, in the voice of the inbox, what other systems want of them: a card for each task; whoever is given many in a
 * short time gets one card that says so. Comes after the commit and may come twice; keys make it harmless.
 */
@Component
class TaskEffects {

    /** The voice, the type of cards and the topic of hints. */
    static final String TOPIC = "foreign-task";

    static final String MANY = "foreign-tasks";

    /** So many of one system within {@link #WINDOW} get a card each. */
    static final int SINGLE_MOST = 5;

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int AT_ONCE = 500;
    private static final int LINES = 3;

    private final ForeignTaskStore tasks;
    private final TaskAssigneeStore assignees;
    private final ForeignTasks people;
    private final Cards cards;
    private final Orgs orgs;

    TaskEffects(ForeignTaskStore tasks, TaskAssigneeStore assignees, ForeignTasks people, Cards cards, Orgs orgs) {
        this.tasks = tasks;
        this.assignees = assignees;
        this.people = people;
        this.cards = cards;
        this.orgs = orgs;
    }

    @ApplicationModuleListener
    void on(MemberLeft left) {
        int gone = AT_ONCE;
        while (gone == AT_ONCE) {
            gone = people.leave(left.orgId(), left.principalId(), AT_ONCE);
        }
    }

    @ApplicationModuleListener
    void on(ForeignTasksMoved moved) {
        List<Arrival> arrivals = assignees.givenAfter(moved);
        if (!arrivals.isEmpty()) {
            Map<Long, ForeignTask> found = new HashMap<>();
            tasks.find(moved.orgId(), moved.ids()).forEach(task -> found.put(task.id(), task));
            Map<Long, List<Arrival>> bySystem = new HashMap<>();
            for (Arrival arrival : arrivals) {
                ForeignTask task = found.get(arrival.taskId());
                if (task != null) {
                    bySystem.computeIfAbsent(task.systemId(), id -> new ArrayList<>())
                            .add(arrival);
                }
            }
            Teller teller = new Teller(orgs.get(moved.orgId()), tasks.systems(moved.orgId()), found);
            bySystem.forEach(teller::arrived);
        }
        moved.ids().forEach(id -> cards.changed(moved.orgId(), TOPIC, id));
    }

    /** A task that was given by one move. */
    private record Arriving(long id, long no) {}

    /** Says things in one company. */
    private final class Teller {

        private final OrgView org;
        private final Map<Long, String> systems;
        private final Map<Long, ForeignTask> found;
        private final TaskWords words;

        Teller(OrgView org, Map<Long, String> systems, Map<Long, ForeignTask> found) {
            this.org = org;
            this.systems = systems;
            this.found = found;
            this.words = TaskWords.of(Locale.forLanguageTag(org.locale()));
        }

        void arrived(long system, List<Arrival> arrivals) {
            Instant now = arrivals.getFirst().at();
            Set<Long> members = new HashSet<>();
            arrivals.forEach(arrival -> members.add(arrival.memberId()));
            Map<Long, Integer> lately = assignees.givenLately(org.id(), system, members, now.minus(WINDOW));
            Map<Arriving, Set<Long>> single = new LinkedHashMap<>();
            Map<Integer, Set<Long>> many = new HashMap<>();
            for (Arrival arrival : arrivals) {
                int count = lately.getOrDefault(arrival.memberId(), 0);
                Set<Long> told = count <= SINGLE_MOST
                        ? single.computeIfAbsent(new Arriving(arrival.taskId(), arrival.no()), task -> new HashSet<>())
                        : many.computeIfAbsent(count, number -> new HashSet<>());
                told.add(arrival.memberId());
            }
            single.forEach((task, told) ->
                    cards.tell(org.id(), TOPIC, told, card(task.id()), TOPIC + "-" + task.id() + "-" + task.no()));
            String key = MANY + "-" + system + "-" + now.getEpochSecond() / WINDOW.toSeconds();
            many.forEach((count, told) -> cards.tell(org.id(), TOPIC, told, summary(system, count), key));
        }

        private CardSummary card(long id) {
            ForeignTask task = Objects.requireNonNull(found.get(id));
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(words.label("from"), systems.getOrDefault(task.systemId(), "")));
            Instant due = task.content().dueAt();
            if (due != null) {
                lines.add(new Line(words.label("due"), TaskWords.moment(due, ZoneId.of(org.zone()))));
            }
            task.content().facts().stream()
                    .limit(LINES - lines.size())
                    .forEach(fact -> lines.add(new Line(fact.label(), fact.value())));
            return new CardSummary(TOPIC, id, task.content().title(), lines, "/approvals/tasks/" + id);
        }

        private CardSummary summary(long system, int count) {
            String title = words.many(systems.getOrDefault(system, ""), count);
            return new CardSummary(MANY, system, title, List.of(), "/approvals/tasks");
        }
    }
}
