package org.qiao.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.customer.CustomerRelation;
import org.qiao.followup.FollowUpViews.CustomerNoteRequest;
import org.qiao.followup.TaskStore.Task;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For modules that bring customers in with what was written down about them; they have checked who asks and what is written. */
@Service
public class ImportedFollowUps {

    public static final int NOTE_MAX = 2_000;
    public static final int TASK_MAX = TaskRule.TEXT_MAX;
    public static final Duration FURTHEST = TaskRule.FURTHEST;

    /** What was due before it was brought in is due then. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final CustomerNotes notes;
    private final CustomerTasks tasks;
    private final Clock clock;

    ImportedFollowUps(CustomerNotes notes, CustomerTasks tasks, Clock clock) {
        this.notes = notes;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CustomerRelation relation, String text, long by) {
        notes.insert(actor(relation, by), relation.customerId(), new CustomerNoteRequest(text, List.of()));
    }

    /** For the member of the relation, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void task(CustomerRelation relation, String text, Instant dueAt, long by) {
        Instant earliest = clock.instant().plus(SOON);
        tasks.insert(
                actor(relation, by),
                new Task(
                        0,
                        relation.customerId(),
                        by,
                        relation.memberId(),
                        text,
                        dueAt.isBefore(earliest) ? earliest : dueAt,
                        null));
    }

    private static Actor actor(CustomerRelation relation, long by) {
        return new Actor(relation.orgId(), by, Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
