package org.qiao.masssend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupDoor.OwnedGroup;
import org.qiao.directory.Members;
import org.qiao.masssend.MassMessages.Kept;
import org.qiao.masssend.MassRule.Facts;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.masssend.ShareStore.Share;
import org.springframework.stereotype.Component;

/** Who the recipients of a portion are in the moment of sending: customers with their relations, or groups with their owners. */
@Component
class Listeners {

    private final Kept kept;
    private final Customers customers;
    private final CustomerRelations relations;
    private final GroupDoor groups;
    private final Members members;

    Listeners(Kept kept, Customers customers, CustomerRelations relations, GroupDoor groups, Members members) {
        this.kept = kept;
        this.customers = customers;
        this.relations = relations;
        this.groups = groups;
        this.members = members;
    }

    /**
     * Where somebody is reached.
     *
     * @param conversationId null: the relation's thread is not made yet
     * @param relationId 0: it is a group
     */
    record Door(@Nullable Long conversationId, long relationId) {}

    /** What is known of everybody in a portion. */
    interface Known {

        /** Null: he is reached by nothing. */
        @Nullable
        Door door(Recipient recipient);

        /** SENDING when nothing but his caps may be against it. */
        MassResult fate(Recipient recipient);

        /** Under which id he is counted. Only for who has a door. */
        long id(Recipient recipient);

        /** By which he is addressed. Only for who has a door. */
        String name(Recipient recipient);
    }

    Known of(Mass mass, Share share, List<Recipient> some) {
        boolean there =
                !members.present(share.orgId(), Set.of(share.memberId())).isEmpty();
        return mass.toGroups() ? groups(share, some, there) : customers(share, some, there);
    }

    private Known customers(Share share, List<Recipient> some, boolean senderThere) {
        long orgId = share.orgId();
        Map<Long, CustomerRelation> known =
                relations
                        .findAll(orgId, some.stream().map(Recipient::relationId).toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerRelation::id, Function.identity()));
        List<Long> ids = known.values().stream()
                .map(CustomerRelation::customerId)
                .distinct()
                .toList();
        Map<Long, Customer> people =
                customers.findAll(orgId, ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        return new KnownCustomers(share, known, people, kept.optOuts().among(orgId, ids), senderThere);
    }

    private record KnownCustomers(
            Share share,
            Map<Long, CustomerRelation> relations,
            Map<Long, Customer> people,
            Set<Long> optedOut,
            boolean senderThere)
            implements Known {

        @Override
        public @Nullable Door door(Recipient recipient) {
            CustomerRelation relation = relations.get(recipient.relationId());
            return relation == null ? null : new Door(relation.conversationId(), relation.id());
        }

        @Override
        public MassResult fate(Recipient recipient) {
            CustomerRelation relation = relations.get(recipient.relationId());
            return MassRule.fate(new Facts(
                    share.memberId(),
                    senderThere,
                    relation,
                    relation == null ? null : people.get(relation.customerId()),
                    relation != null && optedOut.contains(relation.customerId())));
        }

        @Override
        public long id(Recipient recipient) {
            return Objects.requireNonNull(relations.get(recipient.relationId())).customerId();
        }

        @Override
        public String name(Recipient recipient) {
            return Objects.requireNonNull(people.get(id(recipient))).name();
        }
    }

    private Known groups(Share share, Collection<Recipient> some, boolean senderThere) {
        Map<Long, OwnedGroup> known =
                groups
                        .owned(
                                share.orgId(),
                                some.stream().map(Recipient::groupId).toList())
                        .stream()
                        .collect(Collectors.toMap(OwnedGroup::groupId, Function.identity()));
        return new KnownGroups(share, known, senderThere);
    }

    private record KnownGroups(Share share, Map<Long, OwnedGroup> groups, boolean senderThere) implements Known {

        @Override
        public @Nullable Door door(Recipient recipient) {
            OwnedGroup group = groups.get(recipient.groupId());
            return group == null ? null : new Door(group.conversationId(), 0);
        }

        @Override
        public MassResult fate(Recipient recipient) {
            OwnedGroup group = groups.get(recipient.groupId());
            boolean his = group != null && senderThere && group.ownerId() == share.memberId();
            return his ? MassResult.SENDING : MassResult.NO_RELATION;
        }

        @Override
        public long id(Recipient recipient) {
            return recipient.groupId();
        }

        @Override
        public String name(Recipient recipient) {
            return Objects.requireNonNull(groups.get(recipient.groupId())).title();
        }
    }
}
