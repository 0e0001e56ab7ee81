package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.account.Guests;
import org.qiao.contactway.AutoReplies;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.messaging.Entries;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.News;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.Presence;
import org.springframework.stereotype.Component;

/**
 * What follows when something was said in a customer's thread: an answer for an employee who is off, and a mail to a customer whose
 * page is closed. Every step may be repeated.
 */
@Component
class Replies {

    /** Longer nobody looks whether a customer has read; what he has not seen then waits for his next visit. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int ENTRIES_MAX = 200;

    private final ReplyStore store;
    private final CustomerRelations relations;
    private final Customers customers;
    private final AutoReplies answers;
    private final Talk talk;
    private final ReplyMails mails;
    private final Clock clock;

    Replies(
            ReplyStore store,
            CustomerRelations relations,
            Customers customers,
            AutoReplies answers,
            Talk talk,
            ReplyMails mails,
            Clock clock) {
        this.store = store;
        this.relations = relations;
        this.customers = customers;
        this.answers = answers;
        this.talk = talk;
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

    void consider(Stretch stretch) {
        Optional<CustomerRelation> open =
                relations.ofConversations(stretch.orgId(), List.of(stretch.conversationId())).stream()
                        .filter(CustomerRelation::isOpen)
                        .findFirst();
        if (open.isEmpty()) {
            store.done(stretch);
            return;
        }
        CustomerRelation relation = open.get();
        List<EntryView> said = talk.said(relation, stretch);
        said.stream()
                .filter(entry -> entry.sender() == relation.customerId())
                .reduce((earlier, later) -> later)
                .ifPresent(entry -> answers.consider(relation, stretch.conversationId(), entry.at()));
        Optional<EntryView> last = said.stream()
                .filter(entry -> entry.sender() != relation.customerId())
                .reduce((earlier, later) -> later);
        Optional<Instant> again = last.flatMap(entry -> tell(relation, entry, stretch));
        again.ifPresentOrElse(at -> store.postpone(stretch, at), () -> store.done(stretch));
    }

    /** When to look again; empty when there is nothing more to do. */
    private Optional<Instant> tell(CustomerRelation relation, EntryView entry, Stretch stretch) {
        Optional<Customer> wishing =
                customers.find(relation.orgId(), relation.customerId()).filter(Customer::replyByEmail);
        Instant now = clock.instant();
        boolean over = entry.at().plus(PATIENCE).isBefore(now);
        if (wishing.isEmpty() || over || talk.hasRead(relation, entry, stretch.conversationId())) {
            return Optional.empty();
        }
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
}
