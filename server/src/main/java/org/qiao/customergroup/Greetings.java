package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.qiao.account.Guests;
import org.qiao.customergroup.GreetingStore.Due;
import org.qiao.customergroup.GroupTasks.Automatic;
import org.qiao.customerguard.WrittenPlace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Welcomes newcomers in the owner's name: each once, and many who come at the same time together. */
@Component
class Greetings {

    /** Whoever comes within it is greeted with the first one. */
    private static final Duration GATHER = Duration.ofSeconds(2);

    private static final int AT_ONCE = 100;

    /** What failed is tried again after it. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private final GreetingStore store;
    private final CustomerGroupStore groups;
    private final CustomerGroupRules rules;
    private final GroupTasks tasks;
    private final Guests guests;
    private final Clock clock;

    Greetings(
            GreetingStore store,
            CustomerGroupStore groups,
            CustomerGroupRules rules,
            GroupTasks tasks,
            Guests guests,
            Clock clock) {
        this.store = store;
        this.groups = groups;
        this.rules = rules;
        this.tasks = tasks;
        this.guests = guests;
        this.clock = clock;
    }

    boolean isWanted(CustomerGroup group) {
        GroupWelcome welcome = group.rules().welcome();
        return welcome != null && !welcome.isEmpty();
    }

    /** Somebody waits. In the caller's transaction, which holds the group. */
    void wait(CustomerGroup group) {
        store.wait(
                group,
                clock.instant().plus(GATHER),
                rules.settings(group.orgId()).betweenWelcomes().toSeconds());
    }

    List<Due> due() {
        return store.due(clock.instant(), AT_ONCE);
    }

    void later(Due due) {
        store.later(due, clock.instant().plus(LATER));
    }

    /** One welcome for everybody who waits in the group. */
    @Transactional
    public void greet(Due due) {
        Instant now = clock.instant();
        Optional<Integer> last = store.lock(due, now);
        if (last.isEmpty()) {
            return;
        }
        CustomerGroup group = groups.find(due.orgId(), due.groupId()).orElseThrow();
        int number = last.get() + 1;
        List<Long> people = store.greet(due, isWanted(group) ? number : null);
        store.done(due, number, now);
        GroupWelcome welcome = group.rules().welcome();
        if (welcome != null && !people.isEmpty()) {
            tasks.say(
                    group,
                    "greet-" + number,
                    new Automatic(WrittenPlace.WELCOME, welcome.text(), welcome.textFor(names(group, people))),
                    welcome.attachments());
        }
    }

    private List<String> names(CustomerGroup group, List<Long> people) {
        Map<Long, Guests.Face> faces = guests.faces(group.orgId(), people);
        return people.stream()
                .map(faces::get)
                .filter(Objects::nonNull)
                .map(Guests.Face::name)
                .toList();
    }
}
