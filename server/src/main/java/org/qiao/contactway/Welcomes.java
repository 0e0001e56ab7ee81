package org.qiao.contactway;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;
import org.qiao.attachment.AttachmentSource;
import org.qiao.attachment.Attachments;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.customer.AddWay;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerThreads;
import org.qiao.customer.Customers;
import org.qiao.customer.RelationOpened;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Hints;
import org.qiao.messaging.MessagingProblem;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.Problem;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The first words in the employee's name. The code's own before the employee's. Runs after the commit and again after a crash: the keys
 * of the messages carry the relation, so each is said once for ever.
 */
@Component
class Welcomes {

    private static final Set<AddWay> GREETED = EnumSet.of(AddWay.QR, AddWay.LINK, AddWay.CARD, AddWay.HOST);

    private final CustomerRelations relations;
    private final CustomerThreads threads;
    private final Customers customers;
    private final ContactWayStore ways;
    private final BusinessCards cards;
    private final Saying saying;

    Welcomes(
            CustomerRelations relations,
            CustomerThreads threads,
            Customers customers,
            ContactWayStore ways,
            BusinessCards cards,
            Saying saying) {
        this.relations = relations;
        this.threads = threads;
        this.customers = customers;
        this.ways = ways;
        this.cards = cards;
        this.saying = saying;
    }

    @Async
    @TransactionalEventListener
    void on(RelationOpened opened) {
        FaultPoints.reached("contactway.welcome");
        Optional<CustomerRelation> found = relations
                .find(opened.orgId(), opened.relationId())
                .filter(CustomerRelation::isOpen)
                .filter(relation -> !CustomerThreads.isQuiet(relation));
        if (found.isEmpty()) {
            return;
        }
        CustomerRelation relation = found.get();
        Optional<Long> thread = threads.ready(opened.orgId(), relation.id());
        saying.tellGuest(relation);
        if (thread.isPresent() && GREETED.contains(relation.addWay())) {
            WayWelcome welcome = welcome(relation);
            if (welcome != null && !welcome.isEmpty()) {
                greet(relation, thread.get(), welcome);
            }
        }
    }

    private void greet(CustomerRelation relation, long thread, WayWelcome welcome) {
        try {
            saying.welcome(relation, thread, welcome, name(relation));
        } catch (Problem problem) {
            // Blocked or ended in this moment: there is nobody to greet.
            if (!problem.is(MessagingProblem.PEER_UNAVAILABLE)) {
                throw problem;
            }
        }
    }

    private @Nullable WayWelcome welcome(CustomerRelation relation) {
        Long wayId = relation.wayId();
        WayWelcome own = wayId == null
                ? null
                : ways.findAll(relation.orgId(), List.of(wayId)).stream()
                        .findFirst()
                        .map(way -> way.content().welcome())
                        .orElse(null);
        return own != null && !own.isEmpty() ? own : cards.welcome(relation.orgId(), relation.memberId());
    }

    private String name(CustomerRelation relation) {
        return customers
                .find(relation.orgId(), relation.customerId())
                .map(Customer::name)
                .orElse("");
    }

    /** Says something in an employee's name. */
    @Component
    static class Saying {

        private final CustomerConversations conversations;
        private final Attachments attachments;
        private final Hints hints;
        private final StaffWords words;

        Saying(CustomerConversations conversations, Attachments attachments, Hints hints, StaffWords words) {
            this.conversations = conversations;
            this.attachments = attachments;
            this.hints = hints;
            this.words = words;
        }

        void welcome(CustomerRelation relation, long thread, WayWelcome welcome, String name) {
            String key = "welcome-" + relation.id() + "-";
            if (!welcome.text().isBlank() && mayGo(relation, WrittenPlace.WELCOME, List.of(welcome.text()))) {
                text(relation, thread, key + "text", welcome.textFor(name));
            }
            Ready ready = attachments.ready(relation.orgId(), welcome.attachments());
            for (int i = 0; i < welcome.attachments().size(); i++) {
                Attached one = welcome.attachments().get(i);
                if (mayGo(relation, WrittenPlace.WELCOME, ready.words(one))) {
                    attachments.say(
                            new AttachmentSource.Saying(relation.orgId(), relation.memberId(), thread, key + i),
                            one,
                            ready);
                }
            }
        }

        /** The company's words may be others than when it was written; then it is not said. */
        boolean mayGo(CustomerRelation relation, WrittenPlace place, List<String> texts) {
            return words.mayGo(StaffWords.Written.own(
                    relation.orgId(), relation.memberId(), place, "said-" + texts.hashCode(), texts));
        }

        void text(CustomerRelation relation, long thread, String key, String text) {
            conversations.say(relation.orgId(), relation.memberId(), Draft.text(thread, key, text));
        }

        /** The customer's page looks again. */
        void tellGuest(CustomerRelation relation) {
            hints.tell(List.of(relation.customerId()), Hints.TO_CUSTOMERS, relation.id(), "OPENED");
        }
    }
}
