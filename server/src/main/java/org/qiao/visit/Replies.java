package org.qiao.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.contactway.AutoReplies;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.OutboxReader.Stretch;
import org.springframework.stereotype.Component;

/**
 * What follows when something was said in a customer's thread: an answer for an employee who is off, and word of it to a customer
 * whose page is closed. Every step may be repeated.
 */
@Component
class Replies {

    private final ReplyStore store;
    private final CustomerRelations relations;
    private final AutoReplies answers;
    private final ReplyTelling telling;

    Replies(ReplyStore store, CustomerRelations relations, AutoReplies answers, ReplyTelling telling) {
        this.store = store;
        this.relations = relations;
        this.answers = answers;
        this.telling = telling;
    }

    void consider(ReplyStore.Due due) {
        Stretch stretch = due.stretch();
        Optional<CustomerRelation> open =
                relations.ofConversations(stretch.orgId(), List.of(stretch.conversationId())).stream()
                        .filter(CustomerRelation::isOpen)
                        .findFirst();
        if (open.isEmpty()) {
            store.done(due);
            return;
        }
        CustomerRelation relation = open.get();
        List<EntryView> said = telling.said(relation, stretch);
        said.stream()
                .filter(entry -> entry.sender() == relation.customerId())
                .reduce((earlier, later) -> later)
                .ifPresent(entry -> answers.consider(relation, stretch.conversationId(), entry.at()));
        Optional<Instant> again = said.stream()
                .filter(entry -> entry.sender() != relation.customerId())
                .reduce((earlier, later) -> later)
                .flatMap(entry -> telling.tell(relation, entry, stretch, due.mail()));
        again.ifPresentOrElse(at -> store.postpone(stretch, at), () -> store.done(due));
    }
}
