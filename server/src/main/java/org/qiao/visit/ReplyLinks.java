package org.qiao.visit;

import org.qiao.account.Clients;
import org.qiao.contactway.BusinessCards;
import org.qiao.customer.CustomerRelation;
import org.springframework.stereotype.Component;

/**
 * Where a customer goes on: his thread, on the page of whoever serves him; a group on the page of its owner. A device that does not
 * know him shows the card.
 */
@Component
public class ReplyLinks {

    private final BusinessCards cards;
    private final Clients clients;

    ReplyLinks(BusinessCards cards, Clients clients) {
        this.cards = cards;
        this.clients = clients;
    }

    /** Below the server's address, which is in front when it is known. */
    public String to(long orgId, long memberId, long conversation) {
        return clients.base() + cards.path(orgId, memberId) + "?thread=" + conversation;
    }

    String to(CustomerRelation relation, long thread) {
        return to(relation.orgId(), relation.memberId(), thread);
    }

    /** Whether such a link leads somewhere outside of a browser that has been here. */
    public boolean areWhole() {
        return !clients.base().isEmpty();
    }
}
