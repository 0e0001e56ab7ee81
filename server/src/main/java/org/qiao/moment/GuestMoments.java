package org.qiao.moment;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.file.Ticket;
import org.qiao.moment.Acquaintances.Faces;
import org.qiao.moment.Acquaintances.GuestReader;
import org.qiao.moment.CommentStore.Comment;
import org.qiao.moment.CommentStore.Reader;
import org.qiao.moment.FeedStore.Cursor;
import org.qiao.moment.ReactionStore.Reaction;
import org.qiao.moment.VisitMomentViews.VisitComment;
import org.qiao.moment.VisitMomentViews.VisitMoment;
import org.qiao.moment.VisitMomentViews.VisitMomentAuthor;
import org.qiao.moment.VisitMomentViews.VisitMomentNews;
import org.qiao.moment.VisitMomentViews.VisitSpeaker;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer's feed: what those show whom he knows, and what he may read under it. */
@Service
class GuestMoments {

    private static final int PAGE = 10;
    private static final int PAGE_MAX = 50;
    private static final int LIKERS = 20;
    private static final int LAST_COMMENTS = 3;

    private final Acquaintances acquaintances;
    private final FeedStore feed;
    private final MomentStore moments;
    private final Talk talk;
    private final MomentRules rules;
    private final Shown shown;
    private final Clock clock;

    GuestMoments(
            Acquaintances acquaintances,
            FeedStore feed,
            MomentStore moments,
            Talk talk,
            MomentRules rules,
            Shown shown,
            Clock clock) {
        this.acquaintances = acquaintances;
        this.feed = feed;
        this.moments = moments;
        this.talk = talk;
        this.rules = rules;
        this.shown = shown;
        this.clock = clock;
    }

    /** What is said and felt about posts. */
    @Component
    record Talk(ReactionStore reactions, CommentStore comments, LookStore looks) {}

    /** What other modules know of what is shown. */
    @Component
    record Shown(Members members, Files files) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<VisitMoment> list(Guest guest, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit, PAGE, PAGE_MAX);
        Cursor before = after == null || after.isEmpty() ? Cursor.TOP : Cursor.read(after);
        GuestReader reader = acquaintances.reader(guest);
        Page<MomentPost> page = Page.cut(
                feed.feed(reader.feed(), before, size + 1),
                size,
                post -> Cursor.of(post).text());
        if (page.items().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Leaf leaf = leaf(reader, page.items());
        return page.map(leaf::view);
    }

    /** A post that he may see now; for everybody else there is none. */
    MomentPost require(GuestReader reader, long postId) {
        return feed.visible(reader.feed(), List.of(postId)).stream()
                .findFirst()
                .orElseThrow(MomentProblem.NOT_FOUND::problem);
    }

    private Leaf leaf(GuestReader reader, List<MomentPost> posts) {
        long orgId = reader.guest().orgId();
        boolean others = rules.settings(orgId).othersVisible();
        List<Long> ids = posts.stream().map(MomentPost::id).toList();
        Set<Long> authors = posts.stream().map(MomentPost::authorId).collect(Collectors.toSet());
        Map<Long, Moment> contents =
                moments.findAll(orgId, posts.stream().map(MomentPost::momentId).collect(Collectors.toSet()));
        List<Reaction> likes = others ? talk.reactions().likesOfEach(orgId, ids, LIKERS) : List.of();
        List<Comment> comments =
                talk.comments().lastOfEach(new Reader(orgId, reader.family(), others), ids, LAST_COMMENTS + 1);
        Set<Long> people = likes.stream().map(Reaction::customerId).collect(Collectors.toCollection(HashSet::new));
        comments.stream().map(Comment::customerId).filter(Objects::nonNull).forEach(people::add);
        Set<Long> files = contents.values().stream()
                .flatMap(moment -> moment.content().files().stream())
                .collect(Collectors.toSet());
        return new Leaf(
                reader,
                contents,
                shown.files().describe(orgId, files),
                talk.reactions().liked(orgId, ids, reader.family()),
                likes,
                comments,
                names(orgId, authors),
                acquaintances.faces(orgId, people, authors));
    }

    private Map<Long, String> names(long orgId, Set<Long> authors) {
        return shown.members().cards(orgId, authors).stream().collect(Collectors.toMap(Card::id, Card::name));
    }

    /** All that a page of the feed needs. */
    private record Leaf(
            GuestReader reader,
            Map<Long, Moment> contents,
            Map<Long, FileView> files,
            Set<Long> liked,
            List<Reaction> likes,
            List<Comment> comments,
            Map<Long, String> authors,
            Faces faces) {

        VisitMoment view(MomentPost post) {
            MomentContent content =
                    Objects.requireNonNull(contents.get(post.momentId())).content();
            boolean liked = this.liked.contains(post.id());
            List<String> likers = likers(post);
            List<Comment> last = comments.stream()
                    .filter(comment -> comment.postId() == post.id())
                    .toList();
            boolean more = last.size() > LAST_COMMENTS;
            List<VisitComment> said = last.stream()
                    .skip(more ? 1 : 0)
                    .map(comment -> said(comment, reader, authors, faces))
                    .filter(Objects::nonNull)
                    .toList();
            return new VisitMoment(
                    post.id(),
                    new VisitMomentAuthor(post.authorId(), Objects.requireNonNull(authors.get(post.authorId()))),
                    content.text(),
                    content.files().stream()
                            .map(files::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    content.video(),
                    content.link(),
                    Cursor.of(post).at(),
                    reader.knowsNow(post.authorId()),
                    liked,
                    likers.size() + (liked ? 1 : 0),
                    likers,
                    said,
                    more);
        }

        private List<String> likers(MomentPost post) {
            return likes.stream()
                    .filter(like ->
                            like.postId() == post.id() && !reader.family().contains(like.customerId()))
                    .map(like -> faces.of(like.customerId(), post.authorId()))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** Null: somebody else's who does not know the author any more. */
    static @Nullable VisitComment said(Comment comment, GuestReader reader, Map<Long, String> authors, Faces faces) {
        Long thread = comment.customerId();
        boolean mine = thread != null && reader.family().contains(thread);
        String other = thread == null || mine ? null : faces.of(thread, comment.postAuthorId());
        if (thread != null && !mine && other == null) {
            return null;
        }
        VisitSpeaker by = VisitSpeaker.STAFF;
        String name = Objects.requireNonNull(authors.get(comment.postAuthorId()));
        if (comment.byCustomer()) {
            by = mine ? VisitSpeaker.ME : VisitSpeaker.CUSTOMER;
            name = mine ? Objects.requireNonNull(faces.names().get(comment.byId())) : Objects.requireNonNull(other);
        }
        return new VisitComment(comment.id(), by, name, comment.text(), comment.at());
    }

    /** The oldest first. A page may hold fewer than asked for: what others wrote who know the author no more is left out. */
    @Transactional(readOnly = true)
    public Page<VisitComment> comments(Guest guest, long postId, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        GuestReader reader = acquaintances.reader(guest);
        MomentPost post = require(reader, postId);
        boolean others = rules.settings(guest.orgId()).othersVisible();
        Page<Comment> page = Page.cut(
                talk.comments()
                        .ofGuest(
                                new Reader(guest.orgId(), reader.family(), others),
                                postId,
                                Limits.key(after, 0),
                                size + 1),
                size,
                comment -> Long.toString(comment.id()));
        return new Page<>(views(reader, post, page.items()), page.next());
    }

    List<VisitComment> views(GuestReader reader, MomentPost post, List<Comment> some) {
        Set<Long> authors = Set.of(post.authorId());
        Set<Long> people =
                some.stream().map(Comment::customerId).filter(Objects::nonNull).collect(Collectors.toSet());
        Faces faces = acquaintances.faces(post.orgId(), people, authors);
        Map<Long, String> names = names(post.orgId(), authors);
        return some.stream()
                .map(comment -> said(comment, reader, names, faces))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A link that opens without a session for ten minutes. */
    @Transactional(readOnly = true)
    public Ticket ticket(Guest guest, long postId, long fileId) {
        requireFile(guest, postId, fileId);
        return shown.files().guestTicket(guest.actor(), fileId);
    }

    @Transactional(readOnly = true)
    public Thumbnail thumbnail(Guest guest, long postId, long fileId) {
        requireFile(guest, postId, fileId);
        return shown.files().thumbnail(guest.orgId(), fileId);
    }

    private void requireFile(Guest guest, long postId, long fileId) {
        MomentPost post = require(acquaintances.reader(guest), postId);
        boolean holds = moments.find(guest.orgId(), post.momentId())
                .filter(moment -> moment.content().files().contains(fileId))
                .isPresent();
        if (!holds) {
            throw MomentProblem.NOT_FOUND.problem();
        }
    }

    @Transactional(readOnly = true)
    public VisitMomentNews news(Guest guest) {
        GuestReader reader = acquaintances.reader(guest);
        var since = talk.looks().last(guest.actor());
        boolean fresh = feed.feed(reader.feed(), Cursor.TOP, 1).stream()
                .anyMatch(post -> Cursor.of(post).at().isAfter(since));
        return new VisitMomentNews(fresh, talk.comments().newForGuest(guest.orgId(), reader.family(), since));
    }

    @Transactional
    public void looked(Guest guest) {
        talk.looks().looked(guest.actor(), clock.instant());
    }

    /** He has had these before his eyes; what he may not see is left out. */
    @Transactional
    public void see(Guest guest, List<Long> ids) {
        GuestReader reader = acquaintances.reader(guest);
        Map<Long, MomentPost> visible = new HashMap<>(feed.visible(reader.feed(), ids).stream()
                .collect(Collectors.toMap(MomentPost::id, Function.identity())));
        if (!visible.isEmpty()) {
            talk.reactions().see(guest.orgId(), guest.id(), visible.keySet(), clock.instant());
        }
    }
}
