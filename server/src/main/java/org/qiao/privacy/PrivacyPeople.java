package org.qiao.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Names for lists: one question for all members, one for all customers. */
@Component
class PrivacyPeople {

    private final Members members;
    private final Customers customers;

    PrivacyPeople(Members members, Customers customers) {
        this.members = members;
        this.customers = customers;
    }

    /** Who is neither has no name: a rule, or time. */
    record Known(Map<Long, Card> members, Map<Long, CustomerCard> customers) {

        @Nullable
        Card member(@Nullable Long id) {
            return id == null ? null : members.get(id);
        }

        @Nullable
        CustomerCard customer(@Nullable Long id) {
            return id == null ? null : customers.get(id);
        }
    }

    Known known(Actor actor, Collection<@Nullable Long> memberIds, Collection<@Nullable Long> customerIds) {
        Map<Long, CustomerCard> found = customers.cardsById(actor.orgId(), some(customerIds));
        List<Long> staff =
                some(memberIds).stream().filter(id -> !found.containsKey(id)).toList();
        return new Known(members.cardsById(actor, staff), found);
    }

    private static List<Long> some(Collection<@Nullable Long> ids) {
        return ids.stream().filter(Objects::nonNull).distinct().toList();
    }
}
