package org.qiao.moment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.moment.CommentStore.Comment;
import org.qiao.moment.CommentStore.NewComment;
import org.qiao.moment.MomentRequests.MomentAnswerRequest;
import org.qiao.moment.MomentViews.MomentCommentView;
import org.qiao.moment.MomentViews.MomentPersonLine;
import org.qiao.moment.ReactionStore.Reaction;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers did with a moment, and what its author answers. */
@Service
class MomentTalk {

    private final PostStore posts;
    private final CommentStore comments;
    private final ReactionStore reactions;
    private final MomentRules rules;
    private final Customers customers;
    private final MomentNews news;
    private final Clock clock;

    MomentTalk(
            PostStore posts,
            CommentStore comments,
            ReactionStore reactions,
            MomentRules rules,
            Customers customers,
            MomentNews news,
            Clock clock) {
        this.posts = posts;
        this.comments = comments;
        this.reactions = reactions;
        this.rules = rules;
        this.customers = customers;
        this.news = news;
        this.clock = clock;
    }

    /** For its author, whoever leads him, and administrators; for everybody else there is none. */
    MomentPost require(Actor actor, long postId) {
        MomentPost post = posts.find(actor.orgId(), postId).orElseThrow(MomentProblem.NOT_FOUND::problem);
        if (!rules.mayLookAt(actor, post.authorId())) {
            throw MomentProblem.NOT_FOUND.problem();
        }
        return post;
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public Page<MomentCommentView> list(Actor actor, long postId, @Nullable String after, @Nullable Integer limit) {
        require(actor, postId);
        int size = Limits.page(limit);
        Page<Comment> page = Page.cut(
                comments.list(actor.orgId(), postId, Limits.key(after, 0), size + 1),
                size,
                comment -> Long.toString(comment.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    private List<MomentCommentView> views(Actor actor, List<Comment> some) {
        Map<Long, CustomerCard> faces = faces(
                actor,
                some.stream().map(Comment::customerId).filter(Objects::nonNull).toList());
        return some.stream()
                .map(comment -> new MomentCommentView(
                        comment.id(),
                        comment.byCustomer(),
                        comment.customerId() == null ? null : faces.get(comment.customerId()),
                        comment.text(),
                        comment.at(),
                        true))
                .toList();
    }

    private Map<Long, CustomerCard> faces(Actor actor, List<Long> ids) {
        return customers.cardsById(actor.orgId(), ids);
    }

    /** By the author only: the customer hears nobody else. A repeat with the same key answers what was said. */
    @Transactional
    public MomentCommentView answer(Actor actor, long postId, MomentAnswerRequest request) {
        MomentPost post = require(actor, postId);
        if (post.authorId() != actor.principalId()) {
            throw MomentProblem.NOT_ALLOWED.problem();
        }
        if (post.isWithdrawn()) {
            throw MomentProblem.WITHDRAWN.problem();
        }
        String text = CommentText.clean(request.text());
        Long thread = thread(post, request.to());
        rules.requireWords(actor, text, thread);
        Optional<Long> added = comments.add(
                post, new NewComment(actor.principalId(), false, thread, text, request.key()), clock.instant());
        if (added.isPresent() && thread != null) {
            news.answered(post, customers.current(actor.orgId(), thread).id());
        }
        Comment said = comments.keyed(actor.orgId(), actor.principalId(), request.key())
                .filter(comment -> comment.postId() == postId)
                .orElseThrow(MomentProblem.NOT_FOUND::problem);
        return views(actor, List.of(said)).getFirst();
    }

    private @Nullable Long thread(MomentPost post, @Nullable Long to) {
        return to == null
                ? null
                : comments.find(post.orgId(), to)
                        .filter(comment -> comment.postId() == post.id())
                        .orElseThrow(MomentProblem.NOT_FOUND::problem)
                        .customerId();
    }

    /** Any comment under a moment that the actor may look at: his own, and customers'. */
    @Transactional
    public void delete(Actor actor, long commentId) {
        Comment comment = comments.lock(actor.orgId(), commentId).orElseThrow(MomentProblem.NOT_FOUND::problem);
        MomentPost post = require(actor, comment.postId());
        comments.delete(comment, actor.principalId(), clock.instant());
        Long thread = comment.customerId();
        if (thread != null) {
            news.answered(post, customers.current(actor.orgId(), thread).id());
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<MomentPersonLine> likes(Actor actor, long postId, @Nullable String after, @Nullable Integer limit) {
        require(actor, postId);
        int size = Limits.page(limit);
        return people(actor, size, reactions.likes(actor.orgId(), postId, Limits.key(after, Long.MAX_VALUE), size + 1));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<MomentPersonLine> seen(Actor actor, long postId, @Nullable String after, @Nullable Integer limit) {
        require(actor, postId);
        int size = Limits.page(limit);
        return people(
                actor, size, reactions.seenBy(actor.orgId(), postId, Limits.key(after, Long.MAX_VALUE), size + 1));
    }

    private Page<MomentPersonLine> people(Actor actor, int size, List<Reaction> rows) {
        Page<Reaction> page = Page.cut(rows, size, one -> Long.toString(one.id()));
        Map<Long, CustomerCard> faces =
                faces(actor, page.items().stream().map(Reaction::customerId).toList());
        return page.map(one -> new MomentPersonLine(Objects.requireNonNull(faces.get(one.customerId())), one.at()));
    }
}
