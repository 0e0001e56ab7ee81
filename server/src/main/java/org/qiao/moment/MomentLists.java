package org.qiao.moment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.TaggedRelations;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.file.Ticket;
import org.qiao.moment.MomentViews.CompanyMomentView;
import org.qiao.moment.MomentViews.MomentChoiceView;
import org.qiao.moment.MomentViews.MomentContentView;
import org.qiao.moment.MomentViews.MomentNewsView;
import org.qiao.moment.MomentViews.MomentPostView;
import org.qiao.moment.MomentViews.MomentState;
import org.qiao.moment.MomentViews.MomentTag;
import org.qiao.moment.MomentViews.MomentTaskLine;
import org.qiao.moment.MomentViews.MomentTaskView;
import org.qiao.moment.TaskStore.Progress;
import org.qiao.moment.TaskStore.Task;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moments as staff look through them. */
@Service
class MomentLists {

    private static final int TASKS_SHOWN = 100;

    private final MomentStore moments;
    private final PostStore posts;
    private final TaskStore tasks;
    private final MomentTasks doing;
    private final MomentRules rules;
    private final Around around;
    private final Clock clock;

    MomentLists(
            MomentStore moments,
            PostStore posts,
            TaskStore tasks,
            MomentTasks doing,
            MomentRules rules,
            Around around,
            Clock clock) {
        this.moments = moments;
        this.posts = posts;
        this.tasks = tasks;
        this.doing = doing;
        this.rules = rules;
        this.around = around;
        this.clock = clock;
    }

    /** What is needed to show them. */
    @Component
    record Around(Members members, Files files, TaggedRelations tagged, CommentStore comments, LookStore looks) {}

    enum MomentScope {
        MINE,
        TEAM,
        ALL
    }

    /** What is looked for. */
    record Wanted(MomentScope scope, @Nullable Long member) {}

    /** Newest first: one's own, those of the people whom the actor leads, or all for administrators. */
    @Transactional(readOnly = true)
    public Page<MomentPostView> posts(Actor actor, Wanted wanted, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<MomentPost> page = Page.cut(
                posts.list(actor.orgId(), authors(actor, wanted), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                post -> Long.toString(post.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    /** Null: everybody. */
    private @Nullable Collection<Long> authors(Actor actor, Wanted wanted) {
        Long member = wanted.member();
        return switch (wanted.scope()) {
            case MINE -> Set.of(actor.principalId());
            case TEAM -> {
                Set<Long> led = new HashSet<>(rules.led(actor));
                if (member != null) {
                    led.retainAll(Set.of(member));
                }
                yield led;
            }
            case ALL -> {
                MomentRules.requireAdmin(actor);
                yield member == null ? null : Set.of(member);
            }
        };
    }

    @Transactional(readOnly = true)
    public MomentPostView view(Actor actor, MomentPost post) {
        return views(actor, List.of(post)).getFirst();
    }

    private List<MomentPostView> views(Actor actor, List<MomentPost> some) {
        Map<Long, Moment> contents = moments.findAll(
                actor.orgId(), some.stream().map(MomentPost::momentId).collect(Collectors.toSet()));
        Words words = words(actor, contents.values());
        Map<Long, Card> people = around.members()
                .cardsById(
                        actor,
                        some.stream().map(MomentPost::authorId).distinct().toList());
        return some.stream()
                .map(post -> view(
                        actor,
                        post,
                        Objects.requireNonNull(contents.get(post.momentId())),
                        new Look(words, Objects.requireNonNull(people.get(post.authorId())))))
                .toList();
    }

    /** What several moments are shown with. */
    private record Words(Map<Long, FileView> files, Map<Long, String> tags) {

        MomentContentView content(Moment moment) {
            MomentContent content = moment.content();
            return new MomentContentView(
                    content.text(),
                    content.files().stream()
                            .map(files::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    content.video(),
                    content.link());
        }

        MomentChoiceView choice(Moment moment) {
            return new MomentChoiceView(
                    moment.choice().all(),
                    moment.choice().tags().stream()
                            .sorted()
                            .map(id -> new MomentTag(id, tags.get(id)))
                            .toList());
        }
    }

    private record Look(Words words, Card author) {}

    private Words words(Actor actor, Collection<Moment> some) {
        Set<Long> files = some.stream()
                .flatMap(moment -> moment.content().files().stream())
                .collect(Collectors.toSet());
        Set<Long> tags =
                some.stream().flatMap(moment -> moment.choice().tags().stream()).collect(Collectors.toSet());
        return new Words(
                around.files().describe(actor.orgId(), files), around.tagged().names(actor, tags));
    }

    private static MomentPostView view(Actor actor, MomentPost post, Moment moment, Look look) {
        return new MomentPostView(
                post.id(),
                moment.id(),
                moment.kind(),
                look.author(),
                look.words().content(moment),
                look.words().choice(moment),
                state(post, moment),
                moment.publishAt(),
                post.publishedAt(),
                post.numbers().reached(),
                post.numbers().seen(),
                post.numbers().likes(),
                post.numbers().comments(),
                post.authorId() == actor.principalId(),
                !post.isWithdrawn());
    }

    private static MomentState state(MomentPost post, Moment moment) {
        if (post.isWithdrawn()) {
            return MomentState.WITHDRAWN;
        }
        if (moment.publishedAt() == null) {
            return MomentState.WAITING;
        }
        return post.publishedAt() == null ? MomentState.SENDING : MomentState.PUBLISHED;
    }

    /** For administrators, newest first. */
    @Transactional(readOnly = true)
    public Page<CompanyMomentView> company(Actor actor, @Nullable String after, @Nullable Integer limit) {
        MomentRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<Moment> page = Page.cut(
                moments.company(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                moment -> Long.toString(moment.id()));
        Map<Long, Progress> progress = tasks.progress(
                actor.orgId(), page.items().stream().map(Moment::id).toList());
        Words words = words(actor, page.items());
        Map<Long, Card> people = creators(actor, page.items());
        return page.map(moment -> {
            Progress done = progress.getOrDefault(moment.id(), new Progress(moment.id(), 0, 0));
            return new CompanyMomentView(
                    moment.id(),
                    Objects.requireNonNull(people.get(moment.creatorId())),
                    words.content(moment),
                    words.choice(moment),
                    moment.senders(),
                    state(moment),
                    moment.publishAt(),
                    doing.confirmUntil(moment),
                    done.total(),
                    done.done());
        });
    }

    private Map<Long, Card> creators(Actor actor, Collection<Moment> some) {
        return around.members()
                .cardsById(
                        actor, some.stream().map(Moment::creatorId).distinct().toList());
    }

    private static MomentState state(Moment moment) {
        if (moment.isWithdrawn()) {
            return MomentState.WITHDRAWN;
        }
        return moment.publishedAt() == null ? MomentState.WAITING : MomentState.PUBLISHED;
    }

    /**
     * Who has confirmed and who has not, in the order of members' ids.
     *
     * @param done null: both
     */
    @Transactional(readOnly = true)
    public Page<MomentTaskLine> tasks(
            Actor actor, long momentId, @Nullable Boolean done, @Nullable String after, @Nullable Integer limit) {
        Moment moment = doing.company(actor, momentId);
        int size = Limits.page(limit);
        Page<Task> page = Page.cut(
                tasks.list(moment, done, Limits.key(after, 0), size + 1), size, task -> Long.toString(task.memberId()));
        Map<Long, Card> people = around.members()
                .cardsById(actor, page.items().stream().map(Task::memberId).toList());
        return page.map(task -> new MomentTaskLine(
                Objects.requireNonNull(people.get(task.memberId())), task.customers(), task.confirmedAt()));
    }

    /** What the actor is to confirm, newest first. */
    @Transactional(readOnly = true)
    public Page<MomentTaskView> mine(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<Task> page = Page.cut(
                tasks.open(actor, oldest(actor), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                task -> Long.toString(task.momentId()));
        Map<Long, Moment> contents = moments.findAll(
                actor.orgId(), page.items().stream().map(Task::momentId).toList());
        Words words = words(actor, contents.values());
        Map<Long, Card> people = creators(actor, contents.values());
        return page.map(task -> {
            Moment moment = Objects.requireNonNull(contents.get(task.momentId()));
            return new MomentTaskView(
                    moment.id(),
                    Objects.requireNonNull(people.get(moment.creatorId())),
                    words.content(moment),
                    words.choice(moment),
                    task.customers(),
                    Objects.requireNonNull(moment.publishedAt()),
                    Objects.requireNonNull(doing.confirmUntil(moment)));
        });
    }

    /** What was published earlier cannot be confirmed any more. */
    private Instant oldest(Actor actor) {
        Duration confirm = rules.settings(actor.orgId()).confirm();
        return clock.instant().minus(confirm);
    }

    @Transactional(readOnly = true)
    public MomentNewsView news(Actor actor) {
        return new MomentNewsView(
                tasks.open(actor, oldest(actor), Long.MAX_VALUE, TASKS_SHOWN).size(),
                around.comments()
                        .newForAuthor(
                                actor.orgId(),
                                actor.principalId(),
                                around.looks().last(actor)));
    }

    @Transactional
    public void looked(Actor actor) {
        around.looks().looked(actor, clock.instant());
    }

    Ticket ticket(Actor actor, long momentId, long fileId) {
        requireFile(actor, momentId, fileId);
        return around.files().ticket(actor, fileId);
    }

    Thumbnail thumbnail(Actor actor, long momentId, long fileId) {
        requireFile(actor, momentId, fileId);
        return around.files().thumbnail(actor.orgId(), fileId);
    }

    /** Whoever wrote it, is to show it or may look at somebody who shows it. */
    private void requireFile(Actor actor, long momentId, long fileId) {
        Moment moment = moments.find(actor.orgId(), momentId)
                .filter(one -> one.content().files().contains(fileId))
                .orElseThrow(MomentProblem.NOT_FOUND::problem);
        boolean may = rules.mayLookAt(actor, moment.creatorId())
                || tasks.find(actor, momentId).isPresent()
                || posts.shownByAny(actor.orgId(), momentId, rules.led(actor));
        if (!may) {
            throw MomentProblem.NOT_FOUND.problem();
        }
    }
}
