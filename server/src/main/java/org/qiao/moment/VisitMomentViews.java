package org.qiao.moment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.file.FileView;
import org.qiao.moment.MomentContent.MomentLink;

/** What customers see: names, and no other customer's id. */
final class VisitMomentViews {

    private VisitMomentViews() {}

    enum VisitSpeaker {
        ME,
        STAFF,
        CUSTOMER
    }

    /** @param name of the employee, of the other customer, or the reader's own */
    record VisitComment(long id, VisitSpeaker by, String name, String text, Instant at) {}

    record VisitMomentAuthor(long id, String name) {}

    /**
     * A moment in a customer's feed.
     *
     * @param open the author serves him now: he may like and comment
     * @param likers the newest names, his own left out; empty when the company does not let customers see each other
     * @param likes as many as are to be seen
     * @param comments the last ones
     * @param moreComments there are earlier ones
     */
    record VisitMoment(
            long id,
            VisitMomentAuthor author,
            String text,
            List<FileView> files,
            boolean video,
            @Nullable MomentLink link,
            Instant at,
            boolean open,
            boolean liked,
            int likes,
            List<String> likers,
            List<VisitComment> comments,
            boolean moreComments) {}

    /**
     * Whether looking pays.
     *
     * @param fresh there is something that was published since he looked last
     * @param answers to his comments since then
     */
    record VisitMomentNews(boolean fresh, int answers) {}
}
