package org.qiao.contactway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.customer.CustomerRelation;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.messaging.MessagingProblem;
import org.qiao.platform.Problem;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Service;

/** Answers in the name of an employee who is off: once for each customer and time off, for the key of the message carries both. */
@Service
public class AutoReplies {

    private final BusinessCards cards;
    private final WorkCalendars calendars;
    private final Welcomes.Saying saying;

    AutoReplies(BusinessCards cards, WorkCalendars calendars, Welcomes.Saying saying) {
        this.cards = cards;
        this.calendars = calendars;
        this.saying = saying;
    }

    /** The customer has written at this moment. May be repeated. */
    public void consider(CustomerRelation relation, long thread, Instant at) {
        CardContent card = cards.content(relation.orgId(), relation.memberId());
        if (card.autoReply().isBlank()) {
            return;
        }
        Optional<Instant> off = OfficeHours.offSince(card.hours(), calendars.of(relation.orgId()), at);
        off.filter(since -> saying.mayGo(relation, WrittenPlace.REPLY, List.of(card.autoReply())))
                .ifPresent(since ->
                        answer(relation, thread, since, card.autoReply().strip()));
    }

    private void answer(CustomerRelation relation, long thread, Instant off, String words) {
        String key = "off-" + relation.id() + "-" + off.getEpochSecond();
        try {
            saying.text(relation, thread, key, words);
        } catch (Problem problem) {
            // His words have changed since he went: he has said some.
            if (!problem.is(MessagingProblem.KEY_CONFLICT)) {
                throw problem;
            }
        }
    }
}
