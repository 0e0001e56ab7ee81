package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.account.Guests;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.Customers;
import org.qiao.messaging.Entries;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.News;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.Presence;
import org.qiao.notice.NoticeMoved;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A customer whose page is closed is told of an answer: by push on the devices that he wants it on, else by e-mail. */
@Component
class ReplyTelling {

    /** Longer nobody looks whether a customer has read; what he has not seen then waits for his next visit. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int ENTRIES_MAX = 200;

    private final Talk talk;
    private final Customers customers;
    private final ReplyStore store;
    private final ReplyPushes pushes;
    private final ReplyMails mails;
    private final Clock clock;

    ReplyTelling(Talk talk, Customers customers, ReplyStore store, ReplyPushes pushes, ReplyMails mails, Clock clock) {
        this.talk = talk;
        this.customers = customers;
        this.store = store;
        this.pushes = pushes;
        this.mails = mails;
        this.clock = clock;
    }

    /** What is asked of the log. */
    @Component
    record Talk(Entries entries, News news, Presence presence, Guests guests) {

        List<EntryView> said(CustomerRelation relation, Stretch stretch) {
            return entries
                    .list(
                            guests.actor(relation.orgId(), relation.customerId()),
                            stretch.conversationId(),
                            null,
                            stretch.firstSeq() - 1,
                            ENTRIES_MAX)
                    .items()
                    .stream()
                    .filter(entry -> entry.kind().isMessage() && entry.recalledBy() == null)
                    .toList();
        }

        boolean hasRead(CustomerRelation relation, EntryView entry, long thread) {
            News.Key key = new News.Key(relation.customerId(), thread);
            return news.seatsOfCustomers(relation.orgId(), List.of(key)).stream()
                    .anyMatch(seat -> seat.readSeq() >= entry.seq());
        }

        boolean isThere(CustomerRelation relation) {
            return !presence.connected(List.of(relation.customerId())).isEmpty();
        }
    }

    List<EntryView> said(CustomerRelation relation, Stretch stretch) {
        return talk.said(relation, stretch);
    }

    /**
     * @param mail a push was tried before
     * @return when to look again; empty when there is nothing more to do
     */
    Optional<Instant> tell(CustomerRelation relation, EntryView entry, Stretch stretch, boolean mail) {
        boolean over = entry.at().plus(PATIENCE).isBefore(clock.instant());
        boolean push = !mail && pushes.reach(relation);
        if (over || (!push && !wishesMails(relation)) || talk.hasRead(relation, entry, stretch.conversationId())) {
            return Optional.empty();
        }
        return push ? push(relation, entry, stretch) : mail(relation, entry, stretch);
    }

    private boolean wishesMails(CustomerRelation relation) {
        return customers
                .find(relation.orgId(), relation.customerId())
                .filter(Customer::replyByEmail)
                .isPresent();
    }

    private Optional<Instant> push(CustomerRelation relation, EntryView entry, Stretch stretch) {
        Instant earliest = pushes.earliest(stretch, entry.at(), talk.isThere(relation));
        if (clock.instant().isBefore(earliest)) {
            return Optional.of(earliest);
        }
        pushes.send(relation, entry, stretch);
        return Optional.empty();
    }

    private Optional<Instant> mail(CustomerRelation relation, EntryView entry, Stretch stretch) {
        Instant now = clock.instant();
        Instant earliest = mails.earliest(stretch, entry.at());
        if (now.isBefore(earliest)) {
            return Optional.of(earliest);
        }
        if (talk.isThere(relation)) {
            return Optional.of(now.plus(mails.patience()));
        }
        mails.send(relation, entry, stretch);
        return Optional.empty();
    }

    /** No device took it: by e-mail then, if he wants that. */
    @ApplicationModuleListener(condition = NoticeMoved.IS_FAILURE)
    void on(NoticeMoved moved) {
        ReplyPushes.About.of(moved.key())
                .ifPresent(about -> store.addForMail(
                        new Stretch(moved.orgId(), about.conversationId(), about.seq(), about.seq()), clock.instant()));
    }
}
