package org.qiao.moment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customerprofile.TaggedRelations;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.file.Files;
import org.qiao.moment.MomentRequests.MomentRequest;
import org.qiao.moment.MomentStore.NewMoment;
import org.qiao.moment.MomentViews.MomentMade;
import org.qiao.platform.Actor;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes moments, publishes them at their time and takes them back. */
@Service
class Moments {

    private static final Duration FURTHEST = Duration.ofDays(366);

    private final MomentStore store;
    private final PostStore posts;
    private final TaskStore tasks;
    private final MomentRules rules;
    private final Neighbours others;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moments(
            MomentStore store,
            PostStore posts,
            TaskStore tasks,
            MomentRules rules,
            Neighbours others,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.posts = posts;
        this.tasks = tasks;
        this.rules = rules;
        this.others = others;
        this.events = events;
        this.clock = clock;
    }

    /** What other modules and parts know. */
    @Component
    record Neighbours(TaggedRelations tagged, Files files, Reminders reminders, MomentNews news) {}

    /** A post is to reach customers. */
    record MomentPostQueued(long orgId, long postId) {}

    /**
     * Employees are to be told what to confirm.
     *
     * @param nudge 0: the first time
     */
    record MomentTasksGiven(long orgId, long momentId, long nudge) {}

    /** It was not published: the company's words are others than when it was written. */
    record MomentRefused(long orgId, long momentId) {}

    /** Writes it down, and publishes it unless it has a time of its own. A repeat with the same key answers what was made. */
    @Transactional
    public MomentMade create(Actor actor, MomentRequest request) {
        rules.requireMay(actor, request.kind());
        NewMoment wanted = checked(actor, request);
        store.lockAuthor(actor);
        Optional<Moment> before = store.keyed(actor, wanted.key());
        if (before.isPresent()) {
            return made(before.get());
        }
        Instant now = clock.instant();
        boolean later = wanted.publishAt().isAfter(now);
        requireRoom(actor, wanted, later);
        rules.requireWords(actor, wanted.content(), speakers(actor, wanted));
        long id = store.add(actor, wanted, now).orElseThrow();
        Moment moment = store.lock(actor.orgId(), id).orElseThrow();
        if (moment.kind() == MomentKind.PERSONAL) {
            posts.add(moment, actor.principalId(), channel(moment, actor.principalId()), now);
        }
        if (later) {
            others.reminders()
                    .set(
                            actor.orgId(),
                            Reminder.of(
                                    MomentNews.TOPIC, MomentClock.key(id), new ReminderTime.At(moment.publishAt())));
        } else {
            publish(moment);
        }
        return made(moment);
    }

    private NewMoment checked(Actor actor, MomentRequest request) {
        TagChoice choice = request.choice();
        StartRange senders = null;
        if (request.kind() == MomentKind.COMPANY) {
            others.tagged().requireCompanyTags(actor.orgId(), choice.tags());
            senders = senders(actor, request.senders());
        } else {
            others.tagged().requireTags(actor, choice.tags());
        }
        MomentContent content = MomentContentRule.check(
                request.text(),
                request.files(),
                request.typedLink(),
                others.files().own(actor, request.files()));
        return new NewMoment(request.kind(), content, choice, senders, request.key(), publishAt(request.publishAt()));
    }

    private Set<Long> speakers(Actor actor, NewMoment wanted) {
        StartRange senders = wanted.senders();
        return senders == null ? Set.of(actor.principalId()) : rules.senders(actor.orgId(), senders);
    }

    private StartRange senders(Actor actor, @Nullable StartRange senders) {
        if (senders == null) {
            throw MomentProblem.BAD_SENDERS.problem();
        }
        rules.requireKnown(actor, senders);
        return senders;
    }

    private Instant publishAt(@Nullable Instant wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (wanted == null || !wanted.isAfter(now)) {
            return now;
        }
        if (wanted.isAfter(now.plus(FURTHEST))) {
            throw MomentProblem.BAD_TIME.problem("maxDays", FURTHEST.toDays());
        }
        return wanted.truncatedTo(ChronoUnit.MICROS);
    }

    private void requireRoom(Actor actor, NewMoment wanted, boolean later) {
        if (wanted.kind() == MomentKind.PERSONAL) {
            int most = rules.settings(actor.orgId()).personalPerDay();
            if (store.ofDay(actor, rules.day(actor.orgId(), wanted.publishAt())) >= most) {
                throw MomentProblem.TOO_MANY_TODAY.problem("max", most);
            }
        } else if (!later
                && reach(actor.orgId(), wanted.senders(), wanted.choice()).isEmpty()) {
            throw MomentProblem.NOBODY.problem();
        }
    }

    /** Who of the senders reaches how many; who reaches nobody is left out. */
    private Map<Long, Integer> reach(long orgId, @Nullable StartRange senders, TagChoice choice) {
        return others.tagged().perMember(orgId, rules.senders(orgId, Objects.requireNonNull(senders)), choice);
    }

    private MomentMade made(Moment moment) {
        Long post = moment.kind() == MomentKind.COMPANY
                ? null
                : posts.ofMoment(moment.orgId(), moment.id(), moment.creatorId())
                        .map(MomentPost::id)
                        .orElseThrow();
        return new MomentMade(moment.id(), post);
    }

    private long channel(Moment moment, long authorId) {
        return posts.channel(moment.orgId(), authorId, moment.choice());
    }

    /** Its time has come, in the caller's transaction. Twice is as once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishDue(long orgId, long id) {
        Moment moment = store.lock(orgId, id).orElseThrow(MomentProblem.NOT_FOUND::problem);
        if (!moment.waits() || moment.publishAt().isAfter(clock.instant())) {
            return;
        }
        if (rules.mayGo(moment)) {
            publish(moment);
        } else {
            Instant now = clock.instant();
            store.withdrawn(orgId, id, moment.creatorId(), now);
            posts.withdrawnAll(orgId, id, now);
            events.publishEvent(new MomentRefused(orgId, id));
        }
    }

    private void publish(Moment moment) {
        Instant now = clock.instant();
        if (moment.kind() == MomentKind.COMPANY) {
            tasks.add(moment, reach(moment.orgId(), moment.senders(), moment.choice()));
            store.published(moment.orgId(), moment.id(), now);
            events.publishEvent(new MomentTasksGiven(moment.orgId(), moment.id(), 0));
            return;
        }
        MomentPost post =
                posts.ofMoment(moment.orgId(), moment.id(), moment.creatorId()).orElseThrow();
        if (rules.isSender(moment.orgId(), moment.creatorId())) {
            store.published(moment.orgId(), moment.id(), now);
            events.publishEvent(new MomentPostQueued(moment.orgId(), post.id()));
        } else { // he has left, or may have no customers any more
            store.withdrawn(moment.orgId(), moment.id(), moment.creatorId(), now);
            posts.withdrawn(post, now);
        }
    }

    /** The employee shows it, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long show(Moment moment, long authorId) {
        long id = posts.add(moment, authorId, channel(moment, authorId), clock.instant());
        events.publishEvent(new MomentPostQueued(moment.orgId(), id));
        return id;
    }

    /** A company moment is gone from all feeds, and nobody is to confirm it any more. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        MomentRules.requireAdmin(actor);
        Moment moment = store.lock(actor.orgId(), id)
                .filter(one -> one.kind() == MomentKind.COMPANY)
                .orElseThrow(MomentProblem.NOT_FOUND::problem);
        if (moment.isWithdrawn()) {
            return;
        }
        takeBack(actor, moment);
        posts.withdrawnAll(actor.orgId(), id, clock.instant())
                .forEach(post -> others.news().withdrawn(actor.orgId(), post));
    }

    /** What one employee shows is gone from all feeds: by himself, whoever leads him, and administrators. */
    @Transactional
    public void withdrawPost(Actor actor, long postId) {
        MomentPost seen = posts.find(actor.orgId(), postId).orElseThrow(MomentProblem.NOT_FOUND::problem);
        if (!rules.mayLookAt(actor, seen.authorId())) {
            throw MomentProblem.NOT_FOUND.problem();
        }
        Moment moment = store.lock(actor.orgId(), seen.momentId()).orElseThrow();
        MomentPost post = posts.lock(actor.orgId(), postId).orElseThrow();
        if (post.isWithdrawn()) {
            return;
        }
        posts.withdrawn(post, clock.instant());
        if (moment.kind() == MomentKind.PERSONAL) {
            takeBack(actor, moment);
        }
        others.news().withdrawn(actor.orgId(), postId);
    }

    private void takeBack(Actor actor, Moment moment) {
        store.withdrawn(actor.orgId(), moment.id(), actor.principalId(), clock.instant());
        others.reminders().cancel(actor.orgId(), MomentClock.key(moment.id()));
    }
}
