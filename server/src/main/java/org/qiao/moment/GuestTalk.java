package org.qiao.moment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qiao.account.Guest;
import org.qiao.moment.Acquaintances.GuestReader;
import org.qiao.moment.CommentStore.Comment;
import org.qiao.moment.CommentStore.NewComment;
import org.qiao.moment.MomentRequests.VisitCommentRequest;
import org.qiao.moment.VisitMomentViews.VisitComment;
import org.qiao.platform.PerMinute;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers like moments and say something about them. */
@Service
class GuestTalk {

    /** Under one moment. */
    private static final int PER_MOMENT = 100;

    private static final int CUSTOMERS_MAX = 100_000;
    private static final int LIKES_PER_MINUTE = 60;
    private static final int RETRY_SECONDS = 10;

    private final GuestMoments moments;
    private final Acquaintances acquaintances;
    private final ReactionStore reactions;
    private final CommentStore comments;
    private final MomentRules rules;
    private final MomentNews news;
    private final Clock clock;
    private final PerMinute pace = new PerMinute(CUSTOMERS_MAX);

    GuestTalk(
            GuestMoments moments,
            Acquaintances acquaintances,
            ReactionStore reactions,
            CommentStore comments,
            MomentRules rules,
            MomentNews news,
            Clock clock) {
        this.moments = moments;
        this.acquaintances = acquaintances;
        this.reactions = reactions;
        this.comments = comments;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /** A repeat changes nothing. */
    @Transactional
    public void like(Guest guest, long postId) {
        requirePace("like", guest, LIKES_PER_MINUTE);
        GuestReader reader = acquaintances.reader(guest);
        MomentPost post = requireOpen(reader, postId);
        boolean before = !reactions
                .liked(guest.orgId(), List.of(postId), reader.family())
                .isEmpty();
        if (!before && reactions.like(post, guest.id(), clock.instant())) {
            answered(guest, post);
        }
    }

    @Transactional
    public void unlike(Guest guest, long postId) {
        requirePace("like", guest, LIKES_PER_MINUTE);
        GuestReader reader = acquaintances.reader(guest);
        reactions.unlike(moments.require(reader, postId), reader.family());
    }

    /** In his own thread under the moment. A repeat with the same key answers what was said. */
    @Transactional
    public VisitComment comment(Guest guest, long postId, VisitCommentRequest request) {
        GuestReader reader = acquaintances.reader(guest);
        MomentPost post = requireOpen(reader, postId);
        Optional<Comment> before = comments.keyed(guest.orgId(), guest.id(), request.key());
        if (before.isPresent()) {
            return view(reader, post, before.get());
        }
        String text = CommentText.clean(request.text());
        requirePace("comment", guest, rules.settings(guest.orgId()).commentsPerMinute());
        if (comments.ofCustomer(post, reader.family()) >= PER_MOMENT) {
            throw MomentProblem.TOO_MANY_COMMENTS.problem("max", PER_MOMENT);
        }
        Optional<Long> added =
                comments.add(post, new NewComment(guest.id(), true, guest.id(), text, request.key()), clock.instant());
        if (added.isPresent()) {
            answered(guest, post);
        }
        return view(
                reader,
                post,
                comments.keyed(guest.orgId(), guest.id(), request.key()).orElseThrow());
    }

    /** Whoever likes or comments has seen it, also when his page had no time to tell. */
    private void answered(Guest guest, MomentPost post) {
        reactions.see(guest.orgId(), guest.id(), List.of(post.id()), clock.instant());
        news.talkedAbout(post);
    }

    private VisitComment view(GuestReader reader, MomentPost post, Comment comment) {
        if (comment.postId() != post.id()) {
            throw MomentProblem.NOT_FOUND.problem();
        }
        return Objects.requireNonNull(
                moments.views(reader, post, List.of(comment)).getFirst());
    }

    /** His own, also where he can add nothing any more. */
    @Transactional
    public void delete(Guest guest, long commentId) {
        GuestReader reader = acquaintances.reader(guest);
        Comment comment = comments.lock(guest.orgId(), commentId)
                .filter(one -> one.byCustomer() && reader.family().contains(one.byId()))
                .orElseThrow(MomentProblem.NOT_FOUND::problem);
        comments.delete(comment, guest.id(), clock.instant());
    }

    private MomentPost requireOpen(GuestReader reader, long postId) {
        MomentPost post = moments.require(reader, postId);
        if (!reader.knowsNow(post.authorId())) {
            throw MomentProblem.CLOSED.problem();
        }
        return post;
    }

    private void requirePace(String what, Guest guest, int most) {
        if (!pace.take(what + ":" + most + ":" + guest.orgId() + ":" + guest.id(), most)) {
            throw MomentProblem.TOO_FAST.problem(Problem.RETRY_AFTER, RETRY_SECONDS);
        }
    }
}
