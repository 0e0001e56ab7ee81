package org.qiao.moment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;
import org.qiao.file.FileView;
import org.qiao.moment.MomentContent.MomentLink;

/** What staff see. */
final class MomentViews {

    private MomentViews() {}

    enum MomentState {
        /** Until its minute comes. */
        WAITING,
        /** Who is to see it is being counted. */
        SENDING,
        PUBLISHED,
        WITHDRAWN
    }

    record MomentContentView(
            String text,
            List<FileView> files,
            boolean video,
            @Nullable MomentLink link) {}

    /** @param name null: somebody's personal one, or gone */
    record MomentTag(long id, @Nullable String name) {}

    /** @param all each of the tags, not one of them */
    record MomentChoiceView(boolean all, List<MomentTag> tags) {}

    /**
     * A moment as one employee shows it.
     *
     * @param reached customers for whom it was published
     */
    record MomentPostView(
            long id,
            long momentId,
            MomentKind kind,
            Card author,
            MomentContentView content,
            MomentChoiceView choice,
            MomentState state,
            Instant publishAt,
            @Nullable Instant publishedAt,
            int reached,
            int seen,
            int likes,
            int comments,
            boolean mine,
            boolean mayWithdraw) {}

    /**
     * What the company asks its employees to show.
     *
     * @param confirmUntil null while it waits
     */
    record CompanyMomentView(
            long id,
            Card creator,
            MomentContentView content,
            MomentChoiceView choice,
            @Nullable StartRange senders,
            MomentState state,
            Instant publishAt,
            @Nullable Instant confirmUntil,
            int tasks,
            int confirmed) {}

    /** What the actor is to confirm. */
    record MomentTaskView(
            long momentId,
            Card creator,
            MomentContentView content,
            MomentChoiceView choice,
            int customers,
            Instant givenAt,
            Instant confirmUntil) {}

    /** Who has confirmed, and when. */
    record MomentTaskLine(
            Card member, int customers, @Nullable Instant confirmedAt) {}

    record MomentPreviewView(int members, int customers) {}

    /** Who would see it, and from whom. */
    record MomentTargetLine(long relationId, CustomerCard customer, Card member) {}

    /** Who has seen or liked it. */
    record MomentPersonLine(CustomerCard customer, Instant at) {}

    /**
     * What was said.
     *
     * @param customer whose thread it is; null: the author says it to all
     * @param byCustomer the customer said it, otherwise the author
     */
    record MomentCommentView(
            long id, boolean byCustomer, @Nullable CustomerCard customer, String text, Instant at, boolean mayDelete) {}

    record MomentNewsView(int tasks, int comments) {}

    /**
     * What was made.
     *
     * @param postId of a personal one
     */
    record MomentMade(long momentId, @Nullable Long postId) {}
}
