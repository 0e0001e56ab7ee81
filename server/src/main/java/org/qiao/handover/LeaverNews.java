package org.qiao.handover;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qiao.account.Principals;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.directory.Members;
import org.qiao.handover.LeaverStore.Leaver;
import org.qiao.messaging.CustomerConversations;
import org.springframework.stereotype.Component;

/** Tells whoever led somebody, and the owners of the company, that his customers have nobody. From listeners only. */
@Component
class LeaverNews {

    private static final String APP = "customer";
    private static final int AT_ONCE = 500;

    private final Principals principals;
    private final Members members;
    private final CustomerRelations relations;
    private final CustomerConversations conversations;
    private final LeaverGroups groups;
    private final Cards cards;
    private final HandOverNews news;

    LeaverNews(
            Principals principals,
            Members members,
            CustomerRelations relations,
            CustomerConversations conversations,
            LeaverGroups groups,
            Cards cards,
            HandOverNews news) {
        this.principals = principals;
        this.members = members;
        this.relations = relations;
        this.conversations = conversations;
        this.groups = groups;
        this.cards = cards;
        this.news = news;
    }

    /** Once for each occasion. False: nobody waits any more, nobody was told. */
    boolean tell(Leaver leaver, Instant occasion) {
        long orgId = leaver.orgId();
        int customers = relations.loads(orgId, List.of(leaver.memberId())).getOrDefault(leaver.memberId(), 0);
        int owned = groups.counts(orgId, List.of(leaver.memberId())).getOrDefault(leaver.memberId(), 0);
        if (customers == 0 && owned == 0) {
            return false;
        }
        int waiting =
                conversations.waitingThreads(orgId, List.of(leaver.memberId())).getOrDefault(leaver.memberId(), 0);
        Set<Long> people = new HashSet<>(principals.owners(orgId));
        if (leaver.leadId() != null) {
            people.add(leaver.leadId());
        }
        String name =
                members.cards(orgId, List.of(leaver.memberId())).getFirst().name();
        String key = "handover-" + leaver.memberId() + "-" + occasion.getEpochSecond();
        principals.byLanguage(orgId, people).forEach((locale, some) -> {
            HandOverWords words = HandOverWords.of(locale);
            CardSummary card = new CardSummary(
                    HandOverNews.TOPIC,
                    leaver.memberId(),
                    words.leaver(name),
                    List.of(
                            new Line(words.customers(), Integer.toString(customers)),
                            new Line(words.waiting(), Integer.toString(waiting)),
                            new Line(words.groups(), Integer.toString(owned))),
                    "/handovers");
            cards.tell(orgId, APP, some, card, key);
        });
        news.leaver(people, leaver.memberId());
        return true;
    }

    /** The open pages of everybody whom he serves learn that nobody does now, or that he does again. */
    void customers(long orgId, long memberId) {
        List<CustomerRelation> some;
        long after = 0;
        do {
            some = relations.ofMember(orgId, memberId, after, AT_ONCE);
            if (!some.isEmpty()) {
                news.served(some.stream().map(CustomerRelation::customerId).toList(), memberId);
                after = some.getLast().id();
            }
        } while (some.size() == AT_ONCE);
    }
}
