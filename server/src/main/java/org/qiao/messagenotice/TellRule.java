package org.qiao.messagenotice;

import java.time.Duration;
import java.time.Instant;

/** Decides whether a person is told about an unread message of somebody else, and when. Knows neither SQL nor networks. */
final class TellRule {

    private TellRule() {}

    /**
     * What is new.
     *
     * @param mentioned it names the person or everybody
     * @param muted the person has muted the conversation
     */
    record Piece(boolean direct, boolean mentioned, boolean muted) {}

    /**
     * @param connected a page is open somewhere: the person may be reading
     * @param grace how long such a person has to read it
     */
    record Moment(Instant now, boolean connected, Duration grace) {

        /** Whoever was given his time. */
        static Moment atLast(Instant now) {
            return new Moment(now, false, Duration.ZERO);
        }
    }

    sealed interface Verdict {

        record Tell() implements Verdict {}

        record Quiet() implements Verdict {}

        /** Look again then, and tell what is still unread. */
        record Later(Instant at) implements Verdict {}
    }

    static Verdict judge(Piece piece, Wish wish, Moment moment) {
        if (!isWanted(piece, wish.settings())) {
            return new Verdict.Quiet();
        }
        Instant at = moment.connected() ? moment.now().plus(moment.grace()) : moment.now();
        Instant quiet = wish.quietUntil();
        if (quiet != null && quiet.isAfter(at)) {
            at = quiet;
        }
        OwnHours hours = wish.settings().hours();
        if (hours != null) {
            at = hours.next(at, wish.zone());
        }
        return at.isAfter(moment.now()) ? new Verdict.Later(at) : new Verdict.Tell();
    }

    static boolean isWanted(Piece piece, TellSettings settings) {
        if (settings.what() == TellWhat.NOTHING) {
            return false;
        }
        if (piece.muted()) {
            return piece.mentioned() && settings.mutedMentions();
        }
        return settings.what() == TellWhat.ALL || piece.direct() || piece.mentioned();
    }
}
