package org.qiao.moment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.moment.MomentViews.MomentMade;
import org.qiao.moment.Moments.MomentTasksGiven;
import org.qiao.moment.TaskStore.Task;
import org.qiao.platform.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company asks its employees to show: confirmed by them, reminded by administrators. */
@Service
class MomentTasks {

    private static final int NUDGES = 3;
    private static final Duration NUDGED_WITHIN = Duration.ofDays(1);

    private final MomentStore moments;
    private final PostStore posts;
    private final TaskStore store;
    private final Moments publishing;
    private final MomentRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MomentTasks(
            MomentStore moments,
            PostStore posts,
            TaskStore store,
            Moments publishing,
            MomentRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.moments = moments;
        this.posts = posts;
        this.store = store;
        this.publishing = publishing;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** The employee shows it to his customers. A repeat answers the post that there is. */
    @Transactional
    public MomentMade confirm(Actor actor, long momentId) {
        Moment moment = moments.lock(actor.orgId(), momentId).orElseThrow(MomentProblem.NOT_FOUND::problem);
        Task task = store.lock(actor, momentId).orElseThrow(MomentProblem.NOT_FOUND::problem);
        Optional<MomentPost> before = posts.ofMoment(actor.orgId(), momentId, actor.principalId());
        if (task.confirmedAt() != null && before.isPresent()) {
            return new MomentMade(momentId, before.get().id());
        }
        requireOpen(moment);
        rules.requireWords(actor, moment.content(), Set.of(actor.principalId()));
        store.confirmed(actor, momentId, clock.instant());
        return new MomentMade(momentId, publishing.show(moment, actor.principalId()));
    }

    private void requireOpen(Moment moment) {
        if (moment.isWithdrawn()) {
            throw MomentProblem.WITHDRAWN.problem();
        }
        Instant until = confirmUntil(moment);
        if (until == null || !clock.instant().isBefore(until)) {
            throw MomentProblem.TASK_OVER.problem();
        }
    }

    /** Null while it waits for its time. */
    @Nullable
    Instant confirmUntil(Moment moment) {
        Instant published = moment.publishedAt();
        return published == null
                ? null
                : published.plus(rules.settings(moment.orgId()).confirm());
    }

    /** Whoever has not confirmed is told again, three times a day at most. */
    @Transactional
    public void remind(Actor actor, long momentId) {
        Moment moment = company(actor, momentId);
        moments.lock(actor.orgId(), momentId);
        requireOpen(moment);
        Instant now = clock.instant();
        if (store.nudges(actor.orgId(), momentId, now.minus(NUDGED_WITHIN)) >= NUDGES) {
            throw MomentProblem.REMINDED_ENOUGH.problem("max", NUDGES);
        }
        long nudge = store.addNudge(actor, momentId, now);
        events.publishEvent(new MomentTasksGiven(actor.orgId(), momentId, nudge));
    }

    /** A company moment, for administrators. */
    Moment company(Actor actor, long momentId) {
        MomentRules.requireAdmin(actor);
        return moments.find(actor.orgId(), momentId)
                .filter(moment -> moment.kind() == MomentKind.COMPANY)
                .orElseThrow(MomentProblem.NOT_FOUND::problem);
    }
}
