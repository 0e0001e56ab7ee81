package org.qiao.grouptold;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Decides whether a customer is told of what he has not read in a group, when, and by what. Knows neither SQL nor networks. */
final class ToldRule {

    /** Nobody is woken by ordinary talk. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private final ToldSettings pace;

    ToldRule(ToldSettings pace) {
        this.pace = pace;
    }

    /**
     * What is new to him, of others.
     *
     * @param since when the first of it was said
     * @param mentioned when he was first named, himself or with everybody; null: nobody named him
     * @param everybody he was named with everybody only
     */
    record Piece(Instant since, @Nullable Instant mentioned, boolean everybody) {}

    /**
     * What he wants.
     *
     * @param quiet nothing of this group
     * @param push a device of his takes pushes
     * @param mail answers by e-mail, else by SMS
     */
    record Wish(boolean quiet, boolean push, boolean mail) {}

    /** When he was told of this group last. */
    record Last(@Nullable Instant toldAt, @Nullable Instant mailedAt) {

        static final Last NEVER = new Last(null, null);
    }

    /**
     * @param connected a page of his is open: he may be reading
     * @param zone the company's
     */
    record Moment(Instant now, boolean connected, ZoneId zone) {}

    sealed interface Verdict {

        record Quiet() implements Verdict {}

        /** Look again then. */
        record Later(Instant at) implements Verdict {}

        record Push() implements Verdict {}

        /** @param sms when he has no e-mail address, or the company sends no e-mails */
        record Write(boolean sms) implements Verdict {}
    }

    Verdict judge(Piece piece, Wish wish, Last last, Moment moment) {
        if (wish.quiet()) {
            return new Verdict.Quiet();
        }
        Instant mentioned = piece.mentioned();
        if (wish.push()) {
            Instant at = mentioned == null ? gathered(piece, last, moment) : named(mentioned, last, moment);
            return at.isAfter(moment.now()) ? new Verdict.Later(at) : new Verdict.Push();
        }
        return mentioned == null || !wish.mail() ? new Verdict.Quiet() : write(mentioned, piece, last, moment);
    }

    /** Once in some hours, and never at night. */
    private Instant gathered(Piece piece, Last last, Moment moment) {
        return byDay(notSoonAfter(last.toldAt(), pace.pause(), piece.since().plus(pace.gather())), moment.zone());
    }

    private Instant named(Instant mentioned, Last last, Moment moment) {
        Instant first = moment.connected() ? mentioned.plus(pace.mentionWait()) : mentioned;
        return notSoonAfter(last.toldAt(), pace.mentionPause(), first);
    }

    /** An SMS costs the company money and is for who is meant himself. */
    private Verdict write(Instant mentioned, Piece piece, Last last, Moment moment) {
        Instant at = notSoonAfter(last.mailedAt(), pace.mailPause(), mentioned.plus(pace.mailWait()));
        if (at.isAfter(moment.now())) {
            return new Verdict.Later(at);
        }
        return moment.connected()
                ? new Verdict.Later(moment.now().plus(pace.mailWait()))
                : new Verdict.Write(!piece.everybody());
    }

    private static Instant notSoonAfter(@Nullable Instant last, Duration pause, Instant first) {
        Instant next = last == null ? first : last.plus(pause);
        return next.isAfter(first) ? next : first;
    }

    private static Instant byDay(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        if (local.toLocalTime().isBefore(MORNING)) {
            return local.with(MORNING).toInstant();
        }
        return local.toLocalTime().isBefore(NIGHT)
                ? at
                : local.plusDays(1).with(MORNING).toInstant();
    }
}
